// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.desk.approvals.Asking;
import dev.cofactor.desk.secrets.Soundness;
import dev.cofactor.desk.seeds.BackupCodes;
import dev.cofactor.desk.seeds.BackupCodes.Standing;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.post.Errands;
import dev.cofactor.ledger.post.Message.AccessKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes a backup code: decided, recorded, and then the one value that the record names is opened. */
@ApplicationScoped
public class Handouts {
    private final Gate gate;
    private final Catalogue catalogue;
    private final Soundness soundness;
    private final BackupCodes codes;
    private final TakenRows rows;
    private final Errands errands;
    private final Asking asking;
    private final Openings openings;

    Handouts(
            Gate gate,
            Catalogue catalogue,
            Soundness soundness,
            BackupCodes codes,
            TakenRows rows,
            Errands errands,
            Asking asking,
            Openings openings) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.soundness = soundness;
        this.codes = codes;
        this.rows = rows;
        this.errands = errands;
        this.asking = asking;
        this.openings = openings;
    }

    /**
     * @throws Refused when the gate says no, or none is left
     * @throws BackupRefused when there is no code for this request
     */
    public Handed take(Order order) {
        Sought sought = new Sought(order);
        Ask ask = new Ask(
                order.caller(),
                Verb.BACKUP_CODE_TAKE,
                EventClass.BACKUP_CODE_TAKEN,
                () -> catalogue.find(order.asked()).map(placed -> seen(sought, placed)),
                sight -> ready(sought, sight),
                order.given());
        try {
            return opened(sought, gate.release(ask));
        } catch (Refused refused) {
            throw refused.ways().isEmpty() ? refused : told(order, refused);
        }
    }

    private Sight seen(Sought sought, Placed placed) {
        List<Standing> pools = codes.standings(placed, sought.order().field());
        boolean last = pools.size() == 1 && isLast(sought.order(), placed, pools.getFirst());
        return sought.seen(placed, pools, last);
    }

    /** Of a repetition it is judged for what it would see again, which is as if nobody had it yet. */
    private boolean isLast(Order order, Placed placed, Standing pool) {
        if (pool.lastByApproval() == 0) {
            return false;
        }
        return order.key()
                .flatMap(key -> rows.again(order.caller().hand(), placed.secret(), key))
                .or(() -> rows.next(pool.pool()))
                .filter(place -> place.position() >= place.total() - pool.lastByApproval())
                .isPresent();
    }

    /**
     * Allowed: only now is it looked at what would be opened. What came between is seen at the record, where the version of
     * the row that was decided on is compared.
     */
    private Sight ready(Sought sought, Sight sight) {
        Caller caller = sought.order().caller();
        soundness.sound(caller, sought.secret(), Verb.BACKUP_CODE_TAKE);
        UUID actor = caller.actor().id();
        return sought.opening(sight, errands.owners(sought.secret(), AccessKind.BACKUP_CODES_LOW, actor));
    }

    private Handed opened(Sought sought, Gate.Released released) {
        Won.BackupCode won = released.won().stream()
                .filter(Won.BackupCode.class::isInstance)
                .map(Won.BackupCode.class::cast)
                .findFirst()
                .orElseThrow();
        boolean again = released.won().stream().anyMatch(Won::isRepetition);
        return openings.open(sought, released.recorded(), won, again);
    }

    private Problem told(Order order, Refused refused) {
        Optional<Placed> found = catalogue.find(order.asked());
        return found.map(secret -> asking.told(
                        order.caller(), Verb.BACKUP_CODE_TAKE, secret, refused, order.given(), order.asks()))
                .orElse(refused);
    }
}

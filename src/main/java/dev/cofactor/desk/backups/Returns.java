// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.desk.outcomes.Outcomes;
import dev.cofactor.desk.outcomes.Result;
import dev.cofactor.desk.secrets.Entrance;
import dev.cofactor.desk.secrets.Seals;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Puts a code back that somebody had and did not use. Two people's word is in it, or one's for both: whoever had it says that
 * he did not use it, and whoever may edit the secret believes that.
 */
@ApplicationScoped
public class Returns {
    private final Gate gate;
    private final Catalogue catalogue;
    private final Entrance entrance;
    private final Seals seals;
    private final TakenRows rows;
    private final Outcomes outcomes;

    Returns(Gate gate, Catalogue catalogue, Entrance entrance, Seals seals, TakenRows rows, Outcomes outcomes) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.entrance = entrance;
        this.seals = seals;
        this.rows = rows;
        this.outcomes = outcomes;
    }

    /** @param secret in whose pool it lies again; {@code number}: which one that is */
    public record Returned(UUID secret, int number, UUID event) {}

    /** @param receipt of the release that took it */
    public Returned putBack(Caller caller, Optional<UUID> receipt) {
        TakenRows.Taken taken = receipt.flatMap(rows::by).orElseThrow(() -> notFound(caller, receipt));
        UUID secret = taken.secret();
        entrance.admit(caller, Verb.SECRET_EDIT, PublicId.SECRET.of(secret));
        Details details = Details.none().with(Name.OTHER, taken.event()).with(Name.VALUE, taken.code());
        Ask ask = new Ask(
                caller,
                Verb.SECRET_EDIT,
                EventClass.BACKUP_CODE_RETURNED,
                () -> catalogue
                        .find(secret)
                        .map(found -> Sight.of(found, caller).saying(details)));
        gate.change(ask, new Moves(false, Set.of(secret)), at -> {
            putBack(taken);
            seals.seal(secret);
            return Done.of(taken.code());
        });
        return new Returned(secret, taken.position() + 1, taken.event());
    }

    /** Under the head's lock, as are all who take one. */
    private void putBack(TakenRows.Taken taken) {
        boolean unused = outcomes.of(List.of(taken.event())).get(taken.event()) == Result.NOT_USED;
        boolean present =
                rows.by(taken.event()).filter(TakenRows.Taken::present).isPresent();
        if (!unused || !present || !rows.putBack(taken.code(), taken.event())) {
            throw BackupRefused.notReturnable();
        }
    }

    private BackupRefused notFound(Caller caller, Optional<UUID> receipt) {
        BackupRefused why = BackupRefused.notFound();
        Details details = Details.none()
                .with(Name.CODE, why.code())
                .with(Name.PARTS, List.of("release"))
                .with(Name.OTHER, receipt.map(UUID::toString));
        gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED).saying(details));
        return why;
    }
}

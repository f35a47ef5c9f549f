// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.desk.seeds.BackupCodes.Standing;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Recorded;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Unopenable;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ledger.vault.Vault;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Opens what a record names, if it lies where it should: the table of pools is believed no further than that. */
@Singleton
class Openings {
    private final Gate gate;
    private final Vault vault;
    private final Values values;
    private final TakenRows rows;

    Openings(Gate gate, Vault vault, Values values, TakenRows rows) {
        this.gate = gate;
        this.vault = vault;
        this.values = values;
        this.rows = rows;
    }

    Handed open(Sought sought, Recorded recorded, Won.BackupCode won, boolean again) {
        Standing pool = sought.pool();
        Where where = new Where(sought.secret().secret(), pool.field(), won.code(), Where.Content.BACKUP_CODE);
        Vault.Kept kept = vault.find(won.code())
                .filter(one -> one.where().equals(where))
                .orElseThrow(() -> altered(sought, recorded, won));
        TakenRows.Taken taken = rows.code(won.code()).orElseThrow(() -> altered(sought, recorded, won));
        try (Plaintext code = values.open(where, kept.sealed(), recorded)) {
            return new Handed(
                    new String(code.reveal(), StandardCharsets.UTF_8),
                    taken.position() + 1,
                    won.left(),
                    pool.total(),
                    won.left() <= pool.lowWater(),
                    recorded.time(),
                    recorded.event(),
                    recorded.index(),
                    again);
        } catch (Unopenable e) {
            throw altered(sought, recorded, won);
        }
    }

    /** It is on the log before anybody hears of it, beside the release that opened nothing. */
    private BackupRefused altered(Sought sought, Recorded recorded, Won.BackupCode won) {
        Optional<Subject> about =
                Optional.of(new Subject(Subject.Kind.SECRET, sought.secret().secret()));
        BackupRefused altered = BackupRefused.altered();
        gate.note(Fact.failed(sought.order().caller(), EventClass.RELEASE_ABORTED, about)
                .saying(Details.none()
                        .with(Name.OTHER, recorded.event())
                        .with(Name.VALUE, won.code())
                        .with(Name.CODE, altered.code())));
        return altered;
    }
}

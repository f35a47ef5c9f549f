// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which keys a person has. */
@ApplicationScoped
@Transactional
class Keyring {
    private static final int HANDLE_BYTES = 32;

    /** More than anybody carries, and few enough for a browser to be told them all. */
    private static final int MOST = 16;

    private final PasskeyRows rows;
    private final Clock clock;
    private final SecureRandom random;

    Keyring(PasskeyRows rows, Clock clock, SecureRandom random) {
        this.rows = rows;
        this.clock = clock;
        this.random = random;
    }

    /** A person's own key and what is known of it. */
    record Held(UUID id, Credential credential) {
        static Held of(PasskeyRow row) {
            return new Held(row.id, row.credential());
        }
    }

    boolean isEmpty(UUID person) {
        return rows.countOf(person) == 0;
    }

    List<Passkey> of(UUID person) {
        return rows.of(person).stream().map(PasskeyRow::passkey).toList();
    }

    List<Credential> credentialsOf(UUID person) {
        return rows.of(person).stream().map(PasskeyRow::credential).toList();
    }

    /** Somebody else's is none. */
    Optional<Held> find(UUID person, byte[] credential) {
        return rows.find(person, credential).map(Held::of);
    }

    /** By what his keys know him; made when it is first asked for. */
    byte[] handle(UUID person) {
        byte[] fresh = new byte[HANDLE_BYTES];
        random.nextBytes(fresh);
        return rows.handle(person, fresh);
    }

    /** Part of a change, under whose lock nobody else adds one. @throws PasskeyRefused where it cannot be added */
    @Transactional(Transactional.TxType.MANDATORY)
    Passkey add(UUID id, UUID person, Credential shown, String label, Instant at) {
        if (rows.isKnown(shown.id())) {
            throw PasskeyRefused.known();
        }
        if (rows.countOf(person) >= MOST) {
            throw PasskeyRefused.tooMany(MOST);
        }
        PasskeyRow row = new PasskeyRow(id, person, shown, label, at);
        rows.persist(row);
        rows.flush();
        return row.passkey();
    }

    /** Part of a change. @return false if it is gone, or has signed as often before */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean use(UUID id, UUID person, long signCount, boolean verified) {
        return rows.use(id, person, signCount, verified, clock.instant());
    }

    /** Part of a change. @return false where he has none such */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean remove(UUID id, UUID person) {
        return rows.delete(id, person);
    }

    /** Part of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(UUID person) {
        rows.deleteOf(person);
    }
}

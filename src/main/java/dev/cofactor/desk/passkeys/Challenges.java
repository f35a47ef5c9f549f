// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** What keys are asked to sign. Giving a challenge changes nothing that anybody could rely on, so it leaves no record. */
@ApplicationScoped
@Transactional
class Challenges {
    /** Also how long a browser waits for its user. */
    static final Duration LIFE = Duration.ofMinutes(5);

    /** As many windows of one session may ask at once; the oldest is forgotten for one more. */
    static final int MOST = 16;

    private static final int BYTES = 32;

    private final ChallengeRows rows;
    private final Clock clock;
    private final SecureRandom random;

    Challenges(ChallengeRows rows, Clock clock, SecureRandom random) {
        this.rows = rows;
        this.clock = clock;
        this.random = random;
    }

    /** Whom a challenge is given to, in which session and what for: an answer from anywhere else is none. */
    record For(UUID person, UUID session, Purpose purpose) {
        static For of(Caller caller, Purpose purpose) {
            if (!(caller.actor() instanceof Actor.Person person)) {
                throw new IllegalStateException("only people have keys");
            }
            return new For(person.id(), caller.session().orElseThrow(), purpose);
        }
    }

    byte[] give(For whom) {
        byte[] challenge = new byte[BYTES];
        random.nextBytes(challenge);
        rows.makeRoom(whom, MOST, clock.instant());
        rows.persist(new ChallengeRow(hash(challenge), whom, clock.instant().plus(LIFE)));
        return challenge;
    }

    boolean stands(For whom, byte[] challenge) {
        return rows.stands(hash(challenge), whom, clock.instant());
    }

    /** Part of a change. @return false if it stands no more: of many who use it together one is told true */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean use(For whom, byte[] challenge) {
        return rows.use(hash(challenge), whom, clock.instant());
    }

    /** Part of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    void forget(UUID person) {
        rows.deleteOf(person);
    }

    private static byte[] hash(byte[] challenge) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(challenge);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

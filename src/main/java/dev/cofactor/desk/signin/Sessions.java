// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * The sign-ins that stand. Each request asks anew: a session, its person and his password may have gone since the last.
 * They begin and end under the log's head, so nothing is recorded for a session after its end.
 */
@ApplicationScoped
public class Sessions {
    /** Writing "used" on every request would make each read a write. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private static final Duration LONGEST_FOR_PROGRAMS = Duration.ofHours(12);

    private final SessionRows rows;
    private final PasswordRows passwords;
    private final People people;
    private final Gate gate;
    private final SignInConfig config;
    private final Clock clock;
    private final SecureRandom random;

    Sessions(
            SessionRows rows,
            PasswordRows passwords,
            People people,
            Gate gate,
            SignInConfig config,
            Clock clock,
            SecureRandom random) {
        this.rows = rows;
        this.passwords = passwords;
        this.people = people;
        this.gate = gate;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /** Which door a token is for shows in the token itself: who looks for the one kind filters out the other. */
    @Transactional
    public Optional<Session> find(SessionToken token) {
        Instant now = clock.instant();
        return rows.findByIdOptional(token.hash())
                .filter(row -> row.stands(now))
                .flatMap(row -> people.find(row.person).filter(Person::active).map(person -> used(row, person, now)));
    }

    /** Signs out. Of a session that has ended before there is nothing to record. */
    public void close(SessionToken token, Line line) {
        find(token).ifPresent(session -> {
            Caller caller = session.caller(line);
            gate.note(Fact.done(caller, EventClass.SESSION_CLOSED, subject(session.id())), Moves.NOTHING, at -> {
                rows.deleteById(token.hash());
                return Done.of(session.id());
            });
        });
    }

    /** How long a session can last at the most; the cookie need not outlive it. */
    public Duration longest() {
        return config.longest();
    }

    Duration longestForPrograms() {
        return config.longest().compareTo(LONGEST_FOR_PROGRAMS) < 0 ? config.longest() : LONGEST_FOR_PROGRAMS;
    }

    /** Part of the change that records it. */
    @Transactional(Transactional.TxType.MANDATORY)
    SessionToken open(UUID id, UUID person) {
        return opened(id, person, SessionToken.fresh(random), config.idle(), config.longest());
    }

    /**
     * Part of the change that records it: somebody who is trusted vouched for the person, who has been looked at.
     *
     * @param factor whether a second factor was shown there
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public SessionToken openVouched(UUID id, UUID person, boolean factor) {
        return open(id, person);
    }

    /** Part of the change that records it. @return how many of them there were */
    @Transactional(Transactional.TxType.MANDATORY)
    public long closeThese(Collection<UUID> ids) {
        return ids.isEmpty() ? 0 : rows.deleteAll(ids);
    }

    /** Part of the change that records it. A program may be silent for as long as it likes. */
    @Transactional(Transactional.TxType.MANDATORY)
    SessionToken openForPrograms(UUID id, UUID person) {
        Duration all = longestForPrograms();
        return opened(id, person, SessionToken.freshForPrograms(random), all, all);
    }

    private SessionToken opened(UUID id, UUID person, SessionToken token, Duration idle, Duration longest) {
        Instant now = clock.instant();
        rows.deleteEnded(now);
        rows.persist(new SessionRow(token.hash(), id, person, now, now.plus(idle), now.plus(longest)));
        return token;
    }

    /** Part of the change that records it. @return how many there were */
    @Transactional(Transactional.TxType.MANDATORY)
    long closeAllOf(UUID person) {
        return rows.deleteOf(person);
    }

    public static Subject subject(UUID session) {
        return new Subject(Subject.Kind.SESSION, session);
    }

    private Session used(SessionRow row, Person person, Instant now) {
        Instant idleUntil = now.plus(config.idle());
        if (row.idleUntil.plus(GRAIN).isBefore(idleUntil)) {
            row.idleUntil = idleUntil;
        }
        boolean initial = passwords
                .findByIdOptional(person.id())
                .map(password -> password.initial)
                .orElse(false);
        return new Session(row.id, person.id(), person.accountName(), person.displayName(), initial);
    }
}

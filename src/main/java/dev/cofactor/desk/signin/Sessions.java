// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The sign-ins that stand. Each request asks anew: a session, its person and his password may have gone since the last. */
@ApplicationScoped
@Transactional
public class Sessions {
    /** Writing "seen" on every request would make each read a write. */
    private static final Duration SEEN_GRAIN = Duration.ofMinutes(1);

    private final SessionRows rows;
    private final PasswordRows passwords;
    private final People people;
    private final SignInConfig config;
    private final Clock clock;
    private final SecureRandom random;

    Sessions(
            SessionRows rows,
            PasswordRows passwords,
            People people,
            SignInConfig config,
            Clock clock,
            SecureRandom random) {
        this.rows = rows;
        this.passwords = passwords;
        this.people = people;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    public Optional<Session> find(SessionToken token) {
        Instant now = clock.instant();
        return rows.findByIdOptional(token.hash())
                .filter(row -> stands(row, now))
                .flatMap(row -> people.find(row.person).filter(Person::active).map(person -> seen(row, person, now)));
    }

    public void close(SessionToken token) {
        rows.deleteById(token.hash());
    }

    /** How long a session can last at the most; the cookie need not outlive it. */
    public Duration longest() {
        return config.longest();
    }

    SessionToken open(UUID person) {
        Instant now = clock.instant();
        rows.deleteEnded(now.minus(config.longest()), now.minus(config.idle()));
        SessionToken token = SessionToken.fresh(random);
        rows.persist(new SessionRow(token.hash(), person, now));
        return token;
    }

    void closeAllOf(UUID person) {
        rows.deleteOf(person);
    }

    private boolean stands(SessionRow row, Instant now) {
        return row.seenAt.plus(config.idle()).isAfter(now)
                && row.openedAt.plus(config.longest()).isAfter(now);
    }

    private Session seen(SessionRow row, Person person, Instant now) {
        if (row.seenAt.plus(SEEN_GRAIN).isBefore(now)) {
            row.seenAt = now;
        }
        boolean initial = passwords
                .findByIdOptional(person.id())
                .map(password -> password.initial)
                .orElse(false);
        return new Session(person.id(), person.accountName(), person.displayName(), initial);
    }
}

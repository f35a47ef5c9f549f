// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.desk.factors.SecondFactors;
import dev.cofactor.desk.signin.Session.Opening;
import dev.cofactor.desk.signin.Session.Proof;
import dev.cofactor.desk.signin.Session.Stage;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** A second step is taken at once, or not at all. */
    private static final Duration LONGEST_HALF = Duration.ofMinutes(10);

    private final SessionRows rows;
    private final Barriers barriers;
    private final SecondFactors factors;
    private final People people;
    private final Groups.Brought brought;
    private final Gate gate;
    private final SignInConfig config;
    private final Clock clock;
    private final SecureRandom random;

    Sessions(
            SessionRows rows,
            Barriers barriers,
            SecondFactors factors,
            People people,
            Groups.Brought brought,
            Gate gate,
            SignInConfig config,
            Clock clock,
            SecureRandom random) {
        this.rows = rows;
        this.barriers = barriers;
        this.factors = factors;
        this.people = people;
        this.brought = brought;
        this.gate = gate;
        this.config = config;
        this.clock = clock;
        this.random = random;
    }

    /**
     * A session as its person is shown it.
     *
     * @param programs it is a credential for programs
     * @param used within a minute
     */
    public record Standing(
            UUID id, boolean programs, Stage stage, Session.Via via, Instant opened, Instant used, Instant ends) {}

    /** Which door a token is for shows in the token itself: who looks for the one kind filters out the other. */
    @Transactional
    public Optional<Session> find(SessionToken token) {
        Instant now = clock.instant();
        return standing(token, now).map(found -> {
            used(found.row(), now);
            return session(found);
        });
    }

    /** The same, without having used it: what a page asks by itself, though nobody sits there, keeps no session alive. */
    @Transactional
    public Optional<Session> look(SessionToken token) {
        return standing(token, clock.instant()).map(this::session);
    }

    /** All of a person's that stand, the oldest first; halves and credentials for programs too. */
    @Transactional
    public List<Standing> of(UUID person) {
        return rows.of(person, clock.instant()).stream()
                .map(row ->
                        new Standing(row.id, row.programs, row.stage(), row.via(), row.openedAt, row.usedAt, row.end()))
                .toList();
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

    /** Part of the change that records it. @return whether there was such a session, and it was his */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean end(UUID person, UUID session) {
        return rows.end(person, session);
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
    SessionToken open(UUID id, Opening opening) {
        boolean half = opening.stage() == Stage.HALF;
        SessionToken token = SessionToken.fresh(random);
        opened(token, id, opening, half ? LONGEST_HALF : config.idle(), half ? LONGEST_HALF : config.longest());
        return token;
    }

    /**
     * Part of the change that records it: another session in place of this one, so that whoever knew its token knows none.
     * What the sign-in gave goes along.
     *
     * @return empty where this one has ended; the change must not happen then
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<SessionToken> replace(UUID session, UUID by, Opening opening) {
        SessionToken token = open(by, opening);
        brought.pass(session, by);
        return Optional.of(token).filter(opened -> rows.end(session));
    }

    /** Part of the change that records it. @return how many of them there were */
    @Transactional(Transactional.TxType.MANDATORY)
    public long closeThese(Collection<UUID> ids) {
        return ids.isEmpty() ? 0 : rows.deleteAll(ids);
    }

    /** Part of the change that records it, while the other one stands. A program may be silent for as long as it likes. */
    @Transactional(Transactional.TxType.MANDATORY)
    SessionToken openForPrograms(UUID id, UUID by) {
        Duration all = longestForPrograms();
        SessionToken token = SessionToken.freshForPrograms(random);
        opened(token, id, opening(by).orElseThrow().forPrograms(), all, all);
        return token;
    }

    private void opened(SessionToken token, UUID id, Opening opening, Duration idle, Duration longest) {
        Instant now = clock.instant();
        rows.deleteEnded(now);
        rows.persist(new SessionRow(token, id, opening, now, now.plus(idle), now.plus(longest)));
    }

    /** With what this one began, and what was proved in it since. */
    @Transactional
    Optional<Opening> opening(UUID session) {
        return rows.named(session).map(SessionRow::opening);
    }

    @Transactional
    Optional<Proof> proof(UUID session) {
        return rows.named(session).flatMap(SessionRow::proof);
    }

    /** Part of the change that records it: the same session goes on under another token. */
    @Transactional(Transactional.TxType.MANDATORY)
    SessionToken proved(UUID session, Proof proof) {
        SessionToken token = SessionToken.fresh(random);
        rows.proved(session, proof, token);
        return token;
    }

    /**
     * Part of the change that records it: somebody who is trusted vouched for the person, who has been looked at.
     *
     * @param factor whether a second factor was shown there; if not, ours is asked for, where he has one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public SessionToken openVouched(UUID id, UUID person, boolean factor) {
        return open(id, Opening.vouched(person, factor, factors.isEnrolled(person), clock.instant()));
    }

    /** Part of the change that records it; of programs too. @return how many there were */
    @Transactional(Transactional.TxType.MANDATORY)
    public long closeAllOf(UUID person) {
        return rows.deleteOf(person);
    }

    public static Subject subject(UUID session) {
        return new Subject(Subject.Kind.SESSION, session);
    }

    private record Found(SessionRow row, Person person) {}

    private Optional<Found> standing(SessionToken token, Instant now) {
        return rows.findByIdOptional(token.hash())
                .filter(row -> row.stands(now))
                .flatMap(row -> people.find(row.person).filter(Person::active).map(person -> new Found(row, person)));
    }

    private void used(SessionRow row, Instant now) {
        // A program may be silent for as long as it likes, and a half does not last by being asked for.
        boolean lasts = row.programs || row.stage() == Stage.HALF;
        Instant idleUntil = lasts ? row.idleUntil : now.plus(config.idle());
        if (row.usedAt.plus(GRAIN).isBefore(now)) {
            rows.used(row.id, now, idleUntil);
        }
    }

    private Session session(Found found) {
        SessionRow row = found.row();
        Person person = found.person();
        return new Session(
                row.id,
                person.id(),
                person.accountName(),
                person.displayName(),
                row.stage(),
                row.via(),
                row.proof(),
                barriers.first(row));
    }
}

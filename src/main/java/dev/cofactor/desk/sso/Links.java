// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import dev.cofactor.desk.provider.Provider;
import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.engine.policy.Question.Target;
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
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person.Belongings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is linked, and the end of it: one's own, or somebody else's by whoever may edit people. */
@ApplicationScoped
public class Links implements Belongings {
    private final LinkRows rows;
    private final ArrivalRows arrivals;
    private final Provider provider;
    private final Passwords passwords;
    private final Sessions sessions;
    private final People people;
    private final Gate gate;

    Links(
            LinkRows rows,
            ArrivalRows arrivals,
            Provider provider,
            Passwords passwords,
            Sessions sessions,
            People people,
            Gate gate) {
        this.rows = rows;
        this.arrivals = arrivals;
        this.provider = provider;
        this.passwords = passwords;
        this.sessions = sessions;
        this.people = people;
        this.gate = gate;
    }

    /** Whom the provider has to vouch for. */
    public record Link(String issuer, String subject, Instant since) {
        @Override
        public String toString() {
            return "Link[redacted]";
        }
    }

    public Optional<Link> of(Session session) {
        return provider.name().flatMap(set -> rows.of(session.person(), provider.issuer()));
    }

    /**
     * One's own. Whoever has no password cannot: it would be his only way in.
     *
     * @param password proves that it is still the person who sits there
     */
    public void unlink(Session session, String password, Line line) {
        passwords.prove(session, password, EventClass.SSO_UNLINKED, line);
        Fact unlinked = Fact.done(session.caller(line), EventClass.SSO_UNLINKED, subject(session.person()));
        gate.note(unlinked.whileSignedIn(), Moves.NOTHING, at -> ended(session.person()));
    }

    /** For whoever may edit people. */
    public Link read(Caller caller, UUID person) {
        gate.admit(caller, Verb.PEOPLE_EDIT, () -> there(person));
        return rows.of(person, provider.issuer()).orElseThrow(SsoRefused::notFound);
    }

    public void remove(Caller caller, UUID person) {
        Ask ask = new Ask(caller, Verb.PEOPLE_EDIT, EventClass.SSO_UNLINKED, () -> there(person));
        gate.change(ask, Moves.NOTHING, at -> ended(person));
    }

    /** Part of a change: all that there is of somebody who goes. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID person) {
        rows.remove(person);
        sessions.closeThese(arrivals.ofPerson(person));
    }

    /** What the link opened ends with it. */
    private Done<UUID> ended(UUID person) {
        if (rows.remove(person) == 0) {
            throw SsoRefused.notFound();
        }
        long closed = sessions.closeThese(arrivals.ofPerson(person));
        return new Done<>(person, Details.none().with(Name.COUNT, closed), List.of());
    }

    private Optional<Sight> there(UUID person) {
        return people.find(person).map(found -> Sight.of(Target.installation(), subject(person), Map.of()));
    }

    static Subject subject(UUID person) {
        return new Subject(Subject.Kind.PERSON, person);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Home;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.MailAddress;
import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ledger.directory.AccountName;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Invites people and names them. All of it is of the world. */
@ApplicationScoped
public class PeopleDesk {
    private final Gate gate;
    private final People people;
    private final Groups groups;
    private final Invitations invitations;
    private final Post post;
    private final Home home;
    private final Ids ids;
    private final SecureRandom random;

    PeopleDesk(
            Gate gate,
            People people,
            Groups groups,
            Invitations invitations,
            Post post,
            Home home,
            Ids ids,
            SecureRandom random) {
        this.gate = gate;
        this.people = people;
        this.groups = groups;
        this.invitations = invitations;
        this.post = post;
        this.home = home;
        this.ids = ids;
        this.random = random;
    }

    /** Somebody who is to come. */
    public record Newcomer(AccountName account, DisplayName name) {}

    /**
     * Somebody and where he stands.
     *
     * @param manager whoever answers for him
     * @param mail where he gets mail
     */
    public record Seen(
            Person person, List<Group> groups, Optional<Person> manager, Optional<MailAddress> mail) {}

    /** A link in the open, this once: whoever has it first is that person. */
    public record Link(String address, Instant until) {
        @Override
        public String toString() {
            return "Link[redacted]";
        }
    }

    public record Invited(Seen seen, Link link) {}

    /** For whoever may edit them. */
    public List<Person> all(Caller caller) {
        gate.admit(caller, Verb.PEOPLE_EDIT, () -> Optional.of(Sight.installation(Details.none())));
        return people.all();
    }

    public Seen read(Caller caller, UUID person) {
        admit(caller, person);
        return seen(known(person));
    }

    public Invited add(Caller caller, Supplier<Newcomer> wanted) {
        UUID id = ids.next();
        gate.admit(caller, Verb.PEOPLE_EDIT, () -> Optional.of(sight(id)));
        Newcomer newcomer = wanted.get();
        Fresh fresh = fresh();
        return changed(caller, EventClass.PERSON_ADDED, () -> Optional.of(sight(id)), at -> {
            people.invite(id, newcomer.account(), newcomer.name().value(), at.time());
            return given(fresh, id, at);
        });
    }

    /** Again: the link given before is dead from the answer on. */
    public Invited invite(Caller caller, UUID person) {
        Fresh fresh = fresh();
        return changed(caller, EventClass.PERSON_INVITED, () -> there(person), at -> {
            if (here(person).state() != Person.State.INVITED) {
                throw PeopleRefused.activatedBefore();
            }
            return given(fresh, person, at);
        });
    }

    public Seen rename(Caller caller, UUID person, Supplier<DisplayName> called) {
        admit(caller, person);
        String name = called.get().value();
        return changed(caller, EventClass.PERSON_CHANGED, () -> there(person), at -> {
            here(person);
            Seen renamed = seen(people.rename(person, name));
            return new Done<>(renamed, Details.none().with(Name.PARTS, List.of("name")), List.of());
        });
    }

    /** Whoever answers for somebody, or nobody. It gives no right by itself. */
    public void manage(Caller caller, UUID person, Optional<UUID> manager) {
        Supplier<Optional<Sight>> look =
                () -> manager.isEmpty() ? there(person) : there(manager.get()).flatMap(found -> there(person));
        changed(caller, EventClass.PERSON_CHANGED, look, at -> {
            here(person);
            manager.ifPresent(this::here);
            people.manage(person, manager);
            Details details = Details.none().with(Name.PARTS, List.of("manager"));
            return new Done<>(person, details.with(Name.OTHER, manager.map(UUID::toString)), List.of());
        });
    }

    /**
     * Where somebody gets mail, or nowhere. He is told, and so is the address that it was: whoever takes over an account's mail
     * must not do so in silence.
     */
    public void mail(Caller caller, UUID person, Supplier<Optional<MailAddress>> wanted) {
        admit(caller, person);
        Optional<MailAddress> address = wanted.get();
        changed(caller, EventClass.PERSON_CHANGED, () -> there(person), at -> {
            here(person);
            Optional<MailAddress> before = people.mailOf(person);
            people.mail(person, address);
            Message.OfPerson said = new Message.OfPerson(
                    Message.OwnKind.MAIL_CHANGED, person, at.event(), caller.actor().id());
            List<Claim.Tell> tells = new ArrayList<>();
            if (!before.equals(address)) {
                tells.addAll(post.people(List.of(person), said));
                before.ifPresent(old -> tells.add(post.former(old.value(), said)));
            }
            return new Done<>(person, Details.none().with(Name.PARTS, List.of("mail")), tells);
        });
    }

    /** One's own. */
    public Optional<MailAddress> mailOf(UUID person) {
        return people.mailOf(person);
    }

    /** A link to be: made once, however many rounds its change takes. */
    private record Fresh(UUID id, ShownToken token) {}

    private Fresh fresh() {
        return new Fresh(ids.next(), ShownToken.Kind.INVITATION.fresh(random));
    }

    private Done<Invited> given(Fresh fresh, UUID person, Done.Moment at) {
        Instant until = invitations.give(fresh.id, person, fresh.token, at.time());
        Link link = new Link(home.link(Activation.PATH + fresh.token.value()), until);
        Details details = Details.none().with(Name.OTHER, fresh.id).with(Name.UNTIL, until.toEpochMilli());
        return new Done<>(new Invited(seen(known(person)), link), details, List.of());
    }

    /** Of one who is not there it is recorded that somebody asked. */
    private void admit(Caller caller, UUID person) {
        gate.admit(caller, Verb.PEOPLE_EDIT, () -> there(person));
    }

    Optional<Sight> there(UUID person) {
        return people.find(person).map(found -> sight(person));
    }

    private static Sight sight(UUID person) {
        return Sight.of(Target.installation(), new Subject(Subject.Kind.PERSON, person), Map.of());
    }

    Person known(UUID person) {
        return people.find(person).orElseThrow(PeopleRefused::notFound);
    }

    /** Under the lock: somebody who has not gone meanwhile. */
    Person here(UUID person) {
        Person found = known(person);
        if (found.state() == Person.State.REMOVED) {
            throw PeopleRefused.removed();
        }
        return found;
    }

    Seen seen(Person person) {
        return new Seen(person, groups.namedOf(person.id()), people.managerOf(person.id()), people.mailOf(person.id()));
    }

    private <T> T changed(
            Caller caller, EventClass kind, Supplier<Optional<Sight>> look, Function<Done.Moment, Done<T>> work) {
        Ask ask = new Ask(caller, Verb.PEOPLE_EDIT, kind, look);
        return gate.change(ask, Moves.WORLD, work).result().orElseThrow();
    }
}

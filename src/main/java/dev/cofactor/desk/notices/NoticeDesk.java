// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.notices;

import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.post.Inbox;
import dev.cofactor.ledger.post.Inbox.Notice;
import dev.cofactor.ledger.post.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hands a person his notices, with the names that he may know at this moment. */
@ApplicationScoped
public class NoticeDesk {
    private final Gate gate;
    private final Inbox inbox;
    private final Catalogue catalogue;
    private final AccessRequests requests;
    private final People people;

    NoticeDesk(Gate gate, Inbox inbox, Catalogue catalogue, AccessRequests requests, People people) {
        this.gate = gate;
        this.inbox = inbox;
        this.catalogue = catalogue;
        this.requests = requests;
        this.people = people;
    }

    /**
     * A notice through its reader's eyes.
     *
     * @param secret his own, or the one that access was asked to, if he may see it
     * @param other the one it was done to, if that is not his own and he may see it
     * @param author who did it, if he may see the secret it was done to; to his own factors, always
     */
    public record Seen(Notice notice, Optional<Placed> secret, Optional<Placed> other, Optional<Author> author) {}

    /** @param person absent for whoever is none */
    public record Author(UUID id, Optional<Person> person) {}

    /** @param unread how many there are, on whatever page */
    public record Page(List<Seen> notices, long unread) {}

    public Page list(Caller caller, Inbox.Wanted wanted) {
        View view = somebody(caller);
        Optional<UUID> person = person(caller);
        List<Notice> notices = person.map(id -> inbox.of(id, wanted)).orElse(List.of());
        return new Page(seen(notices, view, caller), person.map(inbox::unread).orElse(0L));
    }

    /** How many of the caller's wait to be read. */
    public long unread(Caller caller) {
        return person(caller).map(inbox::unread).orElse(0L);
    }

    /** The same of many at once, for whoever looks on for all of them; who has none is left out. */
    public Map<UUID, Long> unread(Set<UUID> people) {
        return inbox.unread(people);
    }

    /** That somebody asked for what is not his is on the log before he is told that there is nothing. */
    public Seen read(Caller caller, Optional<UUID> asked) {
        View view = somebody(caller);
        Notice notice = person(caller)
                .flatMap(person -> asked.flatMap(id -> inbox.read(person, id)))
                .orElseThrow(() -> notFound(caller, asked));
        return seen(List.of(notice), view, caller).getFirst();
    }

    /**
     * A notice as the person it is for may know it at this moment, though he is not here: without a sign-in, and from no
     * address. Nothing for whoever is not active.
     */
    public Optional<Seen> seenBy(UUID person, Notice notice) {
        Caller reader = new Caller(new Actor.Person(person), Optional.empty(), Optional.empty(), Line.NONE);
        View view = gate.view(reader);
        return view.isOfSomebody()
                ? Optional.of(seen(List.of(notice), view, reader).getFirst())
                : Optional.empty();
    }

    private View somebody(Caller caller) {
        View view = gate.view(caller);
        if (!view.isOfSomebody()) {
            throw new Problem(Problem.Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed");
        }
        return view;
    }

    private static Optional<UUID> person(Caller caller) {
        return switch (caller.actor()) {
            case Actor.Person person -> Optional.of(person.id());
            case Actor.Service service -> Optional.empty();
            case Actor.Agent agent -> Optional.empty();
            case Actor.System system -> Optional.empty();
            case Actor.Nobody nobody -> Optional.empty();
        };
    }

    private List<Seen> seen(List<Notice> notices, View view, Caller caller) {
        Map<UUID, UUID> asked = asked(notices);
        Set<UUID> named = notices.stream()
                .flatMap(notice -> secrets(notice.message(), asked))
                .collect(Collectors.toSet());
        Map<UUID, Placed> visible = catalogue.find(named).stream()
                .filter(found -> view.shows(Sight.of(found, caller).target()))
                .collect(Collectors.toMap(Placed::secret, found -> found));
        return notices.stream().map(notice -> seen(notice, visible, asked)).toList();
    }

    /** Of each request the secret it is about. */
    private Map<UUID, UUID> asked(List<Notice> notices) {
        return notices.stream()
                .flatMap(notice -> notice.message() instanceof Message.OfAccess access
                                && access.kind().matter() == Message.Matter.REQUEST
                        ? requests.find(access.about()).stream()
                        : Stream.empty())
                .collect(Collectors.toMap(
                        AccessRequest::id, request -> request.matter().secret(), (one, same) -> one));
    }

    private static Stream<UUID> secrets(Message message, Map<UUID, UUID> asked) {
        return switch (message) {
            case Message.OfSeed seed -> Stream.concat(Stream.of(seed.secret()), seed.other().stream());
            case Message.OfPerson person -> Stream.empty();
            case Message.OfAccess access -> Stream.of(asked.getOrDefault(access.about(), access.about()));
        };
    }

    private Seen seen(Notice notice, Map<UUID, Placed> visible, Map<UUID, UUID> asked) {
        return switch (notice.message()) {
            case Message.OfSeed seed -> seen(notice, seed, visible);
            case Message.OfPerson own -> new Seen(notice, Optional.empty(), Optional.empty(), Optional.of(author(own)));
            case Message.OfAccess access -> seen(notice, access, visible, asked);
        };
    }

    private Seen seen(Notice notice, Message.OfAccess message, Map<UUID, Placed> visible, Map<UUID, UUID> asked) {
        Optional<Placed> secret =
                Optional.ofNullable(visible.get(asked.getOrDefault(message.about(), message.about())));
        // Whoever asks for help is meant to be known to those he asks.
        boolean named = message.kind().matter() != Message.Matter.SECRET
                || message.kind() == Message.AccessKind.HELP_ASKED
                || secret.isPresent();
        Optional<Author> author = named ? Optional.of(author(message)) : Optional.empty();
        return new Seen(notice, secret, Optional.empty(), author);
    }

    private Author author(Message message) {
        return new Author(message.actor(), people.find(message.actor()));
    }

    private Seen seen(Notice notice, Message.OfSeed message, Map<UUID, Placed> visible) {
        Optional<Placed> secret = Optional.ofNullable(visible.get(message.secret()));
        Optional<Placed> other = message.other().map(visible::get);
        Optional<Placed> doneTo = message.other().isPresent() ? other : secret;
        Optional<Author> author = doneTo.map(known -> author(message));
        return new Seen(notice, secret, other, author);
    }

    private Problem notFound(Caller caller, Optional<UUID> asked) {
        Problem why = new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
        Details details = Details.none()
                .with(Name.CODE, why.code())
                .with(Name.PARTS, List.of("notice"))
                .with(Name.OTHER, asked.map(UUID::toString));
        gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED).saying(details));
        return why;
    }
}

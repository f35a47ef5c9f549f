// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.events;

import dev.cofactor.ground.identity.Actor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened, before it has a place on the log. People and things are named by id alone.
 *
 * @param id made by whoever asks for the record: by it the record is found if its answer got lost
 * @param about what it is about, if anything that has a history
 */
public record Event(
        UUID id,
        EventClass kind,
        Actor actor,
        Optional<Subject> about,
        Outcome outcome,
        Origin origin,
        Details details) {
    /** The version of the body's format. */
    static final int FORMAT = 1;

    /** Whose histories this event belongs to: its actor's and its subject's, each once. */
    public List<Subject> subjects() {
        Optional<Subject> doer = switch (actor) {
            case Actor.Person person -> Optional.of(new Subject(Subject.Kind.PERSON, person.id()));
            case Actor.Service service -> Optional.of(new Subject(Subject.Kind.SERVICE, service.id()));
            case Actor.Agent agent -> Optional.of(new Subject(Subject.Kind.SERVICE, agent.id()));
            case Actor.System system -> Optional.empty();
            case Actor.Nobody nobody -> Optional.empty();
        };
        return java.util.stream.Stream.of(doer, about)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The body as it is committed to: canonical bytes that a reader can check without knowing any class. */
    public byte[] body(Place place) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("v", FORMAT);
        body.put("id", id.toString());
        body.put("epoch", place.epoch());
        body.put("index", place.index());
        body.put("time", place.time().toEpochMilli());
        body.put("class", kind.word());
        body.put("actor", actorMembers());
        about.ifPresent(subject -> body.put(
                "about",
                Map.of("kind", subject.kind().word(), "id", subject.id().toString())));
        body.put("outcome", outcome.word());
        body.put("origin", originMembers(place));
        body.put("chains", place.links().stream().map(Place.Link::members).toList());
        body.put("details", details.members());
        return CanonicalJson.write(body);
    }

    private Map<String, Object> actorMembers() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("kind", actor.kind());
        members.put("id", actor.id().toString());
        if (actor instanceof Actor.Agent agent) {
            members.put("for", agent.person().toString());
        }
        return members;
    }

    private Map<String, Object> originMembers(Place place) {
        Map<String, Object> members = new LinkedHashMap<>();
        origin.address().ifPresent(address -> members.put("address", address.getHostAddress()));
        place.addressHash()
                .ifPresent(hash -> members.put("hash", java.util.HexFormat.of().formatHex(hash)));
        origin.session().ifPresent(session -> members.put("session", session.toString()));
        if (!origin.trace().isEmpty()) {
            members.put("trace", origin.trace());
        }
        return members;
    }
}

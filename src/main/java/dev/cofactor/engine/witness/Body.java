// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An event as its body tells it, in the one spelling. */
record Body(Json json) {
    private static final Set<String> MEMBERS =
            Set.of("actor", "chains", "class", "details", "epoch", "id", "index", "origin", "outcome", "time", "v");
    private static final Set<String> UNCHAINED = Set.of("system", "nobody");

    /** Whose history. */
    record Subject(String kind, UUID id) {}

    /** The event's place in it. */
    record Link(Subject subject, long sequence, long previous) {
        static Link of(JsonNode node) {
            Untrue.unless(node.isObject(), "the body's chains hold something else");
            Json link = new Json(node).with(Set.of("id", "kind", "previous", "sequence"), Set.of());
            return new Link(subjectOf(link), link.number("sequence"), link.number("previous"));
        }
    }

    static Body read(byte[] bytes) {
        return new Body(Json.read(bytes).with(MEMBERS, Set.of("about")));
    }

    private static Subject subjectOf(Json json) {
        return new Subject(json.text("kind"), json.id("id"));
    }

    void requirePlace(long index, long time) {
        same("version", json.number("v") == 1);
        same("index", json.number("index") == index);
        same("time", json.number("time") == time);
    }

    void requireRow(Row row) {
        same("event", json.id("id").equals(row.event()));
        same("class", json.text("class").equals(row.kind()));
        same("actor", json.object("actor").id("id").toString().equals(row.actor()));
        String about = json.has("about") ? json.object("about").id("id").toString() : "";
        same("about", about.equals(row.about()));
        same("outcome", json.text("outcome").equals(row.outcome()));
        same("addressHash", json.object("origin").textOrEmpty("hash").equals(row.addressHash()));
    }

    private static void same(String column, boolean same) {
        Untrue.unless(same, "the column " + column + " is not what the body says");
    }

    long epoch() {
        return json.number("epoch");
    }

    /** Of the actor and of the subject, as they must be by what else the body says. */
    List<Link> links(int tags) {
        List<Link> links = new ArrayList<>();
        json.list("chains").forEach(node -> links.add(Link.of(node)));
        Untrue.unless(
                links.stream().map(Link::subject).toList().equals(subjects()),
                "the body's chains are not its actor's and its subject's");
        Untrue.unless(links.size() == tags, "its leaf has not one tag for each chain");
        return links;
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        Json actor = json.object("actor").with(Set.of("id", "kind"), Set.of("for"));
        String kind = actor.text("kind");
        if (!UNCHAINED.contains(kind)) {
            subjects.add(new Subject(kind.equals("agent") ? "service" : kind, actor.id("id")));
        }
        if (json.has("about")) {
            subjects.add(subjectOf(json.object("about").with(Set.of("id", "kind"), Set.of())));
        }
        return subjects.stream().distinct().toList();
    }

    /** Whether it says that a key was destroyed. */
    boolean destroysKey() {
        return json.text("class").equals("key-destroyed")
                && json.text("outcome").equals("done")
                && json.has("about")
                && json.object("about").text("kind").equals("key");
    }

    UUID about() {
        return json.object("about").id("id");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Mandates;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Entry.Contents;
import dev.cofactor.ledger.records.Records;
import dev.cofactor.ledger.rulebook.Rulebook;
import dev.cofactor.ledger.rulebook.RulebookUntrue;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The log in words: names for ids, as they are known now; of policies, as they were called when they decided. */
@Singleton
class Chronicle {
    private static final Pattern ID = Pattern.compile(AuditPages.ID);

    private final People people;
    private final Machines machines;
    private final Mandates mandates;
    private final Catalogue catalogue;
    private final Folders folders;
    private final Rulebook rulebook;
    private final Records records;

    Chronicle(
            People people,
            Machines machines,
            Mandates mandates,
            Catalogue catalogue,
            Folders folders,
            Rulebook rulebook,
            Records records) {
        this.people = people;
        this.machines = machines;
        this.mandates = mandates;
        this.catalogue = catalogue;
        this.folders = folders;
        this.rulebook = rulebook;
        this.records = records;
    }

    /**
     * An entry in a line.
     *
     * @param tone of its outcome: good, warn or bad
     * @param on what it was done to, and {@code path} where that lies
     * @param under the policies that decided
     * @param asWho by which more of whoever did it is looked for, and {@code asWhat} of what it was done to; or empty
     */
    record Row(
            String id,
            long index,
            Instant time,
            String who,
            boolean machine,
            String deed,
            String outcome,
            String tone,
            String on,
            String path,
            String from,
            String under,
            String asWho,
            String asWhat) {}

    /** One particular, by the name it has on the log. */
    record Fact(String name, String value) {}

    List<Row> rows(List<Entry> entries) {
        Map<Long, Optional<Edition>> editions = new HashMap<>();
        return entries.stream().map(entry -> row(entry, editions)).toList();
    }

    Row row(Entry entry) {
        return row(entry, new HashMap<>());
    }

    private Row row(Entry entry, Map<Long, Optional<Edition>> editions) {
        return switch (entry) {
            case Entry.Sound sound -> sound(sound, editions);
            case Entry.Altered altered ->
                unsound(altered.columns(), "This entry was altered", "Verify the log with a copy of its checkpoint");
            case Entry.Shut shut ->
                unsound(
                        shut.columns(),
                        "This entry cannot be read",
                        shut.cause().word());
        };
    }

    private static Row unsound(Entry.Columns columns, String deed, String why) {
        String id = columns.event().toString();
        return new Row(
                id, columns.index(), columns.time(), "", false, deed, "Not sound", "bad", why, "", "", "", "", "");
    }

    private Row sound(Entry.Sound entry, Map<Long, Optional<Edition>> editions) {
        Entry.Columns columns = entry.columns();
        Contents contents = entry.contents();
        Named on = columns.about()
                .map(id -> thing(contents.aboutKind().orElse(""), id))
                .orElse(Named.NOTHING);
        return new Row(
                columns.event().toString(),
                columns.index(),
                columns.time(),
                who(columns.actor(), contents),
                List.of("service", "agent").contains(contents.actorKind()),
                Deeds.said(columns.kind(), contents.details()),
                Deeds.outcome(columns.outcome()),
                Deeds.tone(columns.outcome()),
                on.name(),
                on.path(),
                contents.address().orElse(""),
                under(contents.details(), editions),
                asWho(columns.actor(), contents.actorKind()),
                columns.about()
                        .map(id -> asWhat(contents.aboutKind().orElse(""), id))
                        .orElse(""));
    }

    /** What an address names somebody by: an account where there is one, else the id. */
    private String asWho(UUID actor, String kind) {
        return switch (kind) {
            case "person" -> people.find(actor).map(Person::accountName).orElse(actor.toString());
            case "service", "agent" -> actor.toString();
            default -> "";
        };
    }

    private static String asWhat(String kind, UUID id) {
        return kind.equals("secret") ? PublicId.SECRET.of(id) : id.toString();
    }

    private record Named(String name, String path) {
        private static final Named NOTHING = new Named("", "");
    }

    /** Of an agent, for whom it did it too. */
    private String who(UUID actor, Contents contents) {
        String doer = who(actor, contents.actorKind());
        return contents.actsFor()
                .map(person -> doer + " for " + who(person, "person"))
                .orElse(doer);
    }

    private String who(UUID actor, String kind) {
        return switch (kind) {
            case "person" -> people.find(actor).map(Person::displayName).orElse("Somebody who is gone");
            case "service" -> machine(actor).orElse("A service that is gone");
            case "agent" -> machine(actor).orElse("An agent that is gone");
            case "system" -> "Cofactor";
            case "nobody" -> "Nobody known";
            default -> kind;
        };
    }

    /** Agents have their histories among those of services. */
    private Optional<String> machine(UUID id) {
        return machines.find(id).map(Service::name).or(() -> mandates.find(id).map(Agent::name));
    }

    private Named thing(String kind, UUID id) {
        return switch (kind) {
            case "secret" -> secret(id);
            case "folder" ->
                new Named("Folder", folders.find(id).map(Folder::path).orElse(""));
            case "person" -> new Named(who(id, "person"), "");
            case "service" -> new Named(who(id, "service"), "");
            case "policy" -> new Named("Policies", "");
            case "session" -> Named.NOTHING; // it says nothing to a reader; its id stands among the particulars
            default ->
                new Named(
                        kind.isEmpty()
                                ? ""
                                : kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1),
                        "");
        };
    }

    private Named secret(UUID id) {
        Optional<Placed> placed = catalogue.find(id).or(() -> catalogue.findDeleted(id));
        return placed.map(one -> new Named(one.name(), one.path())).orElse(new Named("A secret that is gone", ""));
    }

    /** Whatever the policy is called today, or if it was withdrawn: it is named as in the edition that decided. */
    private String under(Map<String, Object> details, Map<Long, Optional<Edition>> editions) {
        if (!(details.get("policy") instanceof Collection<?> ids) || !(details.get("edition") instanceof Long number)) {
            return "";
        }
        Optional<Edition> edition = editions.computeIfAbsent(number, this::edition);
        Map<String, String> names = edition.stream()
                .flatMap(one -> one.policies().policies().stream())
                .collect(Collectors.toMap(policy -> policy.id().toString(), Policy::name));
        return ids.stream()
                .map(id -> names.getOrDefault(id.toString(), id.toString()))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Optional<Edition> edition(long number) {
        try {
            return Optional.of(rulebook.read(number, this::hash));
        } catch (RulebookUntrue e) {
            return Optional.empty(); // then the id is all that can be said for certain
        }
    }

    private Optional<String> hash(UUID event, long edition) {
        return records.find(event)
                .filter(Entry.Sound.class::isInstance)
                .map(found -> ((Entry.Sound) found).contents().details())
                .filter(details -> details.get("edition") instanceof Long number && number == edition)
                .map(details -> String.valueOf(details.get("hash")));
    }

    List<Fact> facts(Entry entry) {
        if (!(entry instanceof Entry.Sound sound)) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        new TreeMap<>(sound.contents().details()).forEach((name, value) -> facts.add(new Fact(name, text(value))));
        sound.contents().session().ifPresent(id -> facts.add(new Fact("session", id)));
        sound.contents().trace().ifPresent(id -> facts.add(new Fact("request", id)));
        return facts;
    }

    private String text(Object value) {
        return value instanceof Collection<?> some
                ? some.stream().map(this::one).collect(Collectors.joining(", "))
                : one(value);
    }

    /** An id with the name of whoever has it, where somebody has. */
    private String one(Object value) {
        String text = String.valueOf(value);
        return ID.matcher(text).matches()
                ? known(UUID.fromString(text))
                        .map(name -> text + " (" + name + ")")
                        .orElse(text)
                : text;
    }

    String named(UUID id) {
        return known(id).orElse("Somebody who is gone");
    }

    private Optional<String> known(UUID id) {
        return people.find(id).map(Person::displayName).or(() -> machine(id));
    }

    /** Byte for byte as it was committed to. */
    static String body(Entry entry) {
        return entry instanceof Entry.Sound sound ? new String(sound.body(), UTF_8) : "";
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import dev.cofactor.desk.codes.Holders;
import dev.cofactor.desk.secrets.Entrance;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who used a secret last, and what became of it, for whoever may read about it; as the log has it. */
@ApplicationScoped
public class Uses {
    /** Of somebody's events, the last ones. */
    private static final int MOST_EVENTS = 1_000;

    private final Entrance entrance;
    private final Records records;
    private final Holders holders;

    Uses(Entrance entrance, Records records, Holders holders) {
        this.entrance = entrance;
        this.records = records;
        this.holders = holders;
    }

    /** @param actor whose hand it was; {@code name}: what he is called, as far as that is known */
    public record Use(Release.Kind kind, UUID actor, Optional<String> name, Instant time) {}

    /** @param use absent where nothing left yet; {@code report}: the last one there was, of whatever release */
    public record Last(Optional<Use> use, Optional<Report> report) {}

    /** What somebody said, and when. */
    public record Report(Result result, UUID actor, Optional<String> name, Instant time) {}

    public Last last(Caller caller, String pathOrId) {
        return last(entrance.admit(caller, Verb.SECRET_READ_META, pathOrId));
    }

    /** For whoever was found to be allowed already. */
    public Last last(Placed secret) {
        Optional<Use> use = Stream.of(Release.Kind.values())
                .flatMap(kind -> newest(secret, kind.recorded()).map(entry -> use(kind, entry)).stream())
                .max(Comparator.comparing(Use::time));
        Optional<Report> report = newest(secret, EventClass.OUTCOME_REPORTED).flatMap(this::report);
        return new Last(use, report);
    }

    /** When somebody himself used what last, as far as he used it lately. It orders a list and says nothing to others. */
    public Map<UUID, Instant> own(Caller caller) {
        Set<EventClass> kinds =
                Stream.of(Release.Kind.values()).map(Release.Kind::recorded).collect(Collectors.toSet());
        return records.lately(caller.actor().id(), kinds, MOST_EVENTS).stream()
                .collect(Collectors.toMap(Records.Touched::about, Records.Touched::time, (last, before) -> last));
    }

    /** What was altered, or cannot be opened any more, is not told as if it were so. */
    private Optional<Entry.Sound> newest(Placed secret, EventClass kind) {
        return records.newest(secret.secret(), kind)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast);
    }

    private Use use(Release.Kind kind, Entry.Sound entry) {
        UUID actor = entry.columns().actor();
        return new Use(kind, actor, holders.name(actor), entry.columns().time());
    }

    private Optional<Report> report(Entry.Sound entry) {
        UUID actor = entry.columns().actor();
        return Optional.ofNullable(entry.contents().details().get("result"))
                .flatMap(word -> Result.find(word.toString()))
                .map(result -> new Report(
                        result, actor, holders.name(actor), entry.columns().time()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Roles;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Leaf;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.sealing.Tags;
import dev.cofactor.ground.sealing.Tags.Addresses;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One event by its id: whole, or named as what it is not. */
@QuarkusTest
class RecordsTest {
    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID SECRET = UUID.randomUUID();

    private final Records records;
    private final Written written;
    private final Inspection inspection;
    private final Addresses addresses;
    private final Tags tags;
    private final Roles roles;

    RecordsTest(Records records, Written written, Inspection inspection, Addresses addresses, Tags tags, Roles roles) {
        this.records = records;
        this.written = written;
        this.inspection = inspection;
        this.addresses = addresses;
        this.tags = tags;
        this.roles = roles;
    }

    @Test
    void anEventIsReadWithItsBodySaltAndLeaf() {
        Event event = Written.event(EventClass.CODE_RELEASED, PERSON, Optional.of(SECRET));
        long index = written.put(event);
        Entry.Sound read = (Entry.Sound) records.find(event.id()).orElseThrow();
        assertThat(read.columns().index()).isEqualTo(index);
        assertThat(read.columns().epoch()).isEqualTo(1);
        assertThat(read.columns().actor()).isEqualTo(PERSON);
        assertThat(read.columns().about()).contains(SECRET);
        assertThat(read.columns().kind()).isEqualTo("code-released");
        assertThat(read.columns().outcome()).isEqualTo("done");
        assertThat(read.contents().actorKind()).isEqualTo("person");
        assertThat(read.contents().aboutKind()).contains("secret");
        assertThat(read.contents().details()).containsEntry("reason", "as usual");
        assertThat(read.contents().links()).hasSize(2);
        String commitment = Base64.getEncoder().encodeToString(Leaf.commitment(read.salt(), read.body()));
        assertThat(new String(read.leaf(), StandardCharsets.UTF_8)).contains(commitment);
    }

    @Test
    void anIdThatWasNeverRecordedIsNotThere() {
        assertThat(records.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void theNewestOfAClassIsTheLastThatWasDone() {
        UUID about = UUID.randomUUID();
        Event first = edition(about, EventClass.EDITION_SAVED, Outcome.DONE, 6, "abb");
        Event second = edition(about, EventClass.EDITION_SAVED, Outcome.DONE, 7, "abc");
        Event refused = edition(about, EventClass.EDITION_SAVED, Outcome.REFUSED, 8, "abd");
        Event other = edition(about, EventClass.CHANGE_PROPOSED, Outcome.DONE, 9, "abe");
        Event elsewhere = edition(UUID.randomUUID(), EventClass.EDITION_SAVED, Outcome.DONE, 10, "abf");
        written.put(first, second, refused, other, elsewhere);
        Entry newest = records.newest(about, EventClass.EDITION_SAVED).orElseThrow();
        assertThat(newest.columns().event()).isEqualTo(second.id());
        assertThat(records.newest(UUID.randomUUID(), EventClass.EDITION_SAVED)).isEmpty();
    }

    @Test
    void everyColumnThatContradictsTheBodyIsNamed() throws Exception {
        Event event = edition(EventClass.EDITION_SAVED, Outcome.DONE, 9, "def");
        written.put(event);
        LogCopy copy = LogCopy.of(roles);
        Records altered = new Records(copy.server(), inspection, addresses, tags);
        assertThat(altered.find(event.id())).containsInstanceOf(Entry.Sound.class);
        for (List<String> each : List.of(
                List.of("time", "time + interval '1 microsecond'", "time"),
                List.of("class", "'code-released'", "class"),
                List.of("actor", "gen_random_uuid()", "actor"),
                List.of("about", "gen_random_uuid()", "about"),
                List.of("about", "null", "about"),
                List.of("outcome", "'refused'", "outcome"),
                List.of("address_hash", "'\\x00'", "address_hash"),
                List.of("address_hash", "null", "address_hash"),
                List.of("leaf", "leaf || '\\x20'", "leaf"),
                List.of("leaf_hash", "sha256('x')", "leaf_hash"),
                List.of("body", "body || '\\x00'", "body"))) {
            String column = each.getFirst();
            copy.tamper("create table kept as select * from log_entry where event = '%s'", event.id());
            copy.tamper("update log_entry set %s = %s where event = '%s'", column, each.get(1), event.id());
            assertThat(altered.find(event.id()).orElseThrow())
                    .isInstanceOfSatisfying(
                            Entry.Altered.class,
                            found -> assertThat(found.parts()).contains(each.get(2)));
            copy.tamper("update log_entry set %s = k.%s from kept k where k.event = log_entry.event", column, column);
            copy.tamper("drop table kept");
            assertThat(altered.find(event.id())).containsInstanceOf(Entry.Sound.class);
        }
    }

    @Test
    void anEntryThatIsGoneOrAnotherOnesIsNotTheEvent() throws Exception {
        Event gone = edition(EventClass.EDITION_SAVED, Outcome.DONE, 1, "one");
        Event first = edition(EventClass.EDITION_SAVED, Outcome.DONE, 2, "two");
        Event second = edition(EventClass.EDITION_SAVED, Outcome.DONE, 2, "three");
        written.put(gone);
        long a = written.put(first);
        long b = written.put(second);
        LogCopy copy = LogCopy.of(roles);
        copy.tamper("delete from log_entry where event = '%s'", gone.id());
        copy.tamper("update log_event set index = %d where event = '%s'", b, first.id());
        // The second's row, moved to the first's place.
        copy.tamper("delete from log_entry where index = %d", a);
        copy.tamper("update log_entry set index = %d where index = %d", a, b);
        copy.tamper("update log_event set index = %d where event = '%s'", a, second.id());
        Records altered = new Records(copy.server(), inspection, addresses, tags);
        assertThat(parts(altered, gone)).containsExactly("row");
        assertThat(parts(altered, first)).containsExactly("row");
        assertThat(parts(altered, second)).containsExactly("index");
        copy.tamper("update log_event set index = %d where event = '%s'", a, first.id());
        assertThat(parts(altered, first)).containsExactly("event");
    }

    @Test
    void aBodyWhoseKeyIsUnknownIsShutAndProvesNothing() throws Exception {
        Event event = edition(EventClass.EDITION_SAVED, Outcome.DONE, 3, "four");
        written.put(event);
        LogCopy copy = LogCopy.of(roles);
        copy.tamper(
                "update log_entry set body_key = gen_random_uuid(), actor = gen_random_uuid() where event = '%s'",
                event.id());
        Records altered = new Records(copy.server(), inspection, addresses, tags);
        assertThat(altered.find(event.id()).orElseThrow())
                .isInstanceOfSatisfying(
                        Entry.Shut.class, shut -> assertThat(shut.cause()).isEqualTo(Entry.Cause.UNOPENABLE));
    }

    private static List<String> parts(Records records, Event event) {
        return ((Entry.Altered) records.find(event.id()).orElseThrow()).parts();
    }

    private static Event edition(EventClass kind, Outcome outcome, long number, String hash) {
        return edition(SECRET, kind, outcome, number, hash);
    }

    private static Event edition(UUID about, EventClass kind, Outcome outcome, long number, String hash) {
        Event event = Written.event(kind, PERSON, Optional.of(about));
        return new Event(
                event.id(),
                kind,
                event.actor(),
                event.about(),
                outcome,
                event.origin(),
                Details.none().with(Details.Name.EDITION, number).with(Details.Name.HASH, hash));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Origin;
import dev.cofactor.ground.events.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events by a filter: each part alone, all together, and page by page while the log grows. */
@QuarkusTest
class SearchTest {
    private final Records records;
    private final Written written;
    private final UUID ann = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID secret = UUID.randomUUID();

    SearchTest(Records records, Written written) {
        this.records = records;
        this.written = written;
    }

    @Test
    void eachPartOfAFilterFindsItsOwnAndAllTogetherFindTheOne() throws Exception {
        InetAddress address = InetAddress.getByName("2001:db8::7");
        Event fetched = Written.event(EventClass.CODE_RELEASED, ann, Optional.of(secret));
        Event refused = as(Written.event(EventClass.REQUEST_REFUSED, ben, Optional.of(secret)), Outcome.REFUSED);
        Event closed = from(Written.event(EventClass.SESSION_CLOSED, ann, Optional.empty()), address);
        Event added = Written.event(EventClass.PERSON_ADDED, ben, Optional.of(ann));
        long first = written.put(fetched);
        written.put(refused, closed, added);
        assertThat(ids(Filter.ALL.byActor(ann))).containsExactly(closed.id(), fetched.id());
        assertThat(ids(Filter.ALL.aboutOne(secret))).containsExactly(refused.id(), fetched.id());
        assertThat(ids(Filter.ALL.ofParty(ann))).containsExactly(added.id(), closed.id(), fetched.id());
        Filter all = Filter.ALL;
        assertThat(ids(all.inClasses(Set.of(EventClass.REQUEST_REFUSED)), first))
                .containsExactly(refused.id());
        assertThat(ids(all.inClasses(Set.of(EventClass.REQUEST_REFUSED, EventClass.PERSON_ADDED)), first))
                .containsExactly(added.id(), refused.id());
        assertThat(ids(all.endedAs(Set.of(Outcome.REFUSED, Outcome.FAILED)), first))
                .containsExactly(refused.id());
        assertThat(ids(all.comingFrom(address), first)).containsExactly(closed.id());
        Instant time = ((Entry.Sound) records.find(refused.id()).orElseThrow())
                .columns()
                .time();
        Filter together = all.byActor(ben)
                .aboutOne(secret)
                .ofParty(ben)
                .inClasses(Set.of(EventClass.REQUEST_REFUSED))
                .endedAs(Set.of(Outcome.REFUSED))
                .notBefore(time)
                .before(time.plusMillis(1))
                .comingFrom(refused.origin().address().orElseThrow());
        assertThat(ids(together)).containsExactly(refused.id());
    }

    @Test
    void timesAreBoundsOfWhichTheLaterIsNotIncluded() throws Exception {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            events.add(Written.event(EventClass.SESSION_OPENED, ann, Optional.empty()));
            written.put(events.getLast());
            Thread.sleep(3);
        }
        List<Instant> times = events.stream()
                .map(event -> records.find(event.id()).orElseThrow().columns().time())
                .toList();
        for (int i = 0; i < 8; i++) {
            for (int j = i; j < 8; j++) {
                assertThat(ids(between(times.get(i), times.get(j))))
                        .containsExactlyElementsOf(events.subList(i, j).reversed().stream()
                                .map(Event::id)
                                .toList());
            }
        }
        assertThat(ids(between(Instant.EPOCH, times.getFirst()))).isEmpty();
        assertThat(ids(between(times.getLast().plusMillis(1), Instant.parse("2999-01-01T00:00:00Z"))))
                .isEmpty();
    }

    @Test
    void pagesNeitherSkipNorRepeatWhileTheLogGrows() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            all.add(putOne());
        }
        List<UUID> downwards = new ArrayList<>();
        OptionalLong beyond = OptionalLong.empty();
        boolean more = true;
        while (more) {
            Records.Page page = records.page(Filter.ALL.byActor(ann), new Paging(false, beyond, 5));
            page.entries().forEach(entry -> downwards.add(entry.columns().event()));
            beyond = OptionalLong.of(page.entries().getLast().columns().index());
            more = page.more();
            putOne();
        }
        assertThat(downwards).containsExactlyElementsOf(all.reversed());
        List<UUID> upwards = new ArrayList<>();
        beyond = OptionalLong.empty();
        for (int i = 0; i < 4; i++) {
            Records.Page page = records.page(Filter.ALL.byActor(ann), new Paging(true, beyond, 5));
            page.entries().forEach(entry -> upwards.add(entry.columns().event()));
            beyond = OptionalLong.of(page.entries().getLast().columns().index());
            all.add(putOne());
        }
        assertThat(upwards.subList(0, 17)).containsExactlyElementsOf(all.subList(0, 17));
        assertThat(upwards).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void allThatFitsEndsWhereTheLogEndedWhenTheReadingBegan() {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 1203; i++) {
            events.add(Written.event(EventClass.SESSION_OPENED, ben, Optional.empty()));
        }
        written.put(events.toArray(Event[]::new));
        var reading = records.all(Filter.ALL.byActor(ben));
        written.put(Written.event(EventClass.SESSION_OPENED, ben, Optional.empty()));
        List<UUID> read = new ArrayList<>();
        reading.forEachRemaining(entry -> read.add(entry.columns().event()));
        assertThat(read).hasSize(1203).doesNotHaveDuplicates();
    }

    private UUID putOne() {
        Event event = Written.event(EventClass.SESSION_OPENED, ann, Optional.empty());
        written.put(event);
        return event.id();
    }

    private List<UUID> ids(Filter filter) {
        return ids(filter, 0);
    }

    private List<UUID> ids(Filter filter, long from) {
        return records.page(filter, new Paging(false, OptionalLong.empty(), 100)).entries().stream()
                .filter(entry -> entry.columns().index() >= from)
                .map(entry -> ((Entry.Sound) entry).columns().event())
                .toList();
    }

    private Filter between(Instant from, Instant until) {
        return Filter.ALL.byActor(ann).notBefore(from).before(until);
    }

    private static Event as(Event event, Outcome outcome) {
        return new Event(
                event.id(), event.kind(), event.actor(), event.about(), outcome, event.origin(), event.details());
    }

    private static Event from(Event event, InetAddress address) {
        Origin origin = new Origin(Optional.of(address), event.origin().session(), "trace");
        return new Event(
                event.id(), event.kind(), event.actor(), event.about(), event.outcome(), origin, event.details());
    }
}

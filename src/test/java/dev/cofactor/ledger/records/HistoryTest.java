// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Roles;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.sealing.Tags;
import dev.cofactor.ground.sealing.Tags.Addresses;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All about one, and nothing that is hidden goes unnoticed: ten events, in a copy where nothing is forbidden. */
@QuarkusTest
@TestProfile(LogOfItsOwn.class)
class HistoryTest {
    private final Written written;
    private final Inspection inspection;
    private final Addresses addresses;
    private final Tags tags;
    private final Roles roles;
    private final UUID person = UUID.randomUUID();
    private final List<Long> indexes = new ArrayList<>();
    private LogCopy copy;
    private Records records;

    HistoryTest(Written written, Inspection inspection, Addresses addresses, Tags tags, Roles roles) {
        this.written = written;
        this.inspection = inspection;
        this.addresses = addresses;
        this.tags = tags;
        this.roles = roles;
    }

    @BeforeEach
    void tenEventsOfAPerson() throws Exception {
        for (int i = 0; i < 10; i++) {
            indexes.add(written.put(event(i)));
            written.put(Written.event(EventClass.SESSION_OPENED, UUID.randomUUID(), Optional.empty()));
        }
        copy = LogCopy.of(roles);
        records = new Records(copy.server(), inspection, addresses, tags);
    }

    @Test
    void aHistoryThatIsWholeSaysSo() {
        Told told = told();
        assertThat(told.entries()).hasSize(10).allMatch(Entry.Sound.class::isInstance);
        assertThat(told.verdict().complete()).isTrue();
        assertThat(told.verdict().counted()).isEqualTo(10);
    }

    @Test
    void nothingIsKnownOfAStrangerAndThatIsComplete() {
        History history = records.history(UUID.randomUUID());
        assertThat(history.hasNext()).isFalse();
        assertThat(history.verdict().complete()).isTrue();
    }

    @Test
    void deletedEntriesAreNamedByTheirPlaceInTheChain() throws Exception {
        copy.tamper(
                "delete from log_entry where index in (%d, %d, %d)", indexes.get(0), indexes.get(4), indexes.get(5));
        assertThat(told().verdict().missing())
                .containsExactly(
                        new History.Gap(0, 0, OptionalLong.of(indexes.get(0))),
                        new History.Gap(4, 5, OptionalLong.of(indexes.get(5))));
        assertThat(told().verdict().complete()).isFalse();
    }

    @Test
    void theLastOneIsMissedTooAndSoIsAnEndThatWasSetBack() throws Exception {
        copy.tamper("delete from log_entry where index = %d", indexes.get(9));
        assertThat(told().verdict().missing()).containsExactly(new History.Gap(9, 9, OptionalLong.of(indexes.get(9))));
        copy.tamper("update log_chain set sequence = 3, previous = %d where subject = '%s'", indexes.get(3), person);
        assertThat(told().verdict().endAltered()).isTrue();
        copy.tamper("delete from log_chain where subject = '%s'", person);
        assertThat(told().verdict().complete()).isFalse();
    }

    @Test
    void anEntryMovedToSomebodyElseIsMissing() throws Exception {
        copy.tamper("update log_entry set actor = gen_random_uuid() where index = %d", indexes.get(2));
        assertThat(told().entries()).hasSize(9);
        assertThat(told().verdict().missing()).containsExactly(new History.Gap(2, 2, OptionalLong.of(indexes.get(2))));
    }

    @Test
    void somebodyElsesEntryPutHereIsAlteredAndNotShown() throws Exception {
        copy.tamper("update log_entry set actor = '%s' where index = %d", person, indexes.get(0) + 1);
        Told told = told();
        assertThat(told.entries())
                .hasSize(11)
                .filteredOn(Entry.Altered.class::isInstance)
                .hasSize(1);
        assertThat(told.verdict().counted()).isEqualTo(10);
        assertThat(told.verdict().complete()).isFalse();
    }

    @Test
    void swappedEntriesAreBothAltered() throws Exception {
        copy.tamper(
                "update log_entry set index = index + 500000 where index in (%d, %d)", indexes.get(3), indexes.get(6));
        assertThat(told().verdict().altered()).isEqualTo(2);
        copy.tamper("update log_entry set index = %d where index = %d", indexes.get(3), indexes.get(6) + 500000);
        copy.tamper("update log_entry set index = %d where index = %d", indexes.get(6), indexes.get(3) + 500000);
        assertThat(told().verdict().altered()).isEqualTo(2);
        assertThat(told().verdict().complete()).isFalse();
    }

    @Test
    void anAlteredEntryKeepsItsPlaceByTheTagInItsLeaf() throws Exception {
        copy.tamper("update log_entry set outcome = 'refused' where index = %d", indexes.get(5));
        assertThat(told().verdict()).isEqualTo(new History.Verdict(10, 1, 0, 0, List.of(), false));
        copy.tamper("update log_entry set leaf = 'nothing' where index = %d", indexes.get(5));
        assertThat(told().verdict().missing()).hasSize(1);
    }

    @Test
    void bodiesThatNobodyOpensLeaveTheChainWhole() throws Exception {
        copy.tamper("update log_entry set body_key = gen_random_uuid() where index <> %d", indexes.get(7));
        Told told = told();
        assertThat(told.verdict()).isEqualTo(new History.Verdict(10, 0, 9, 0, List.of(), false));
        copy.tamper("delete from log_entry where index in (%d, %d)", indexes.get(1), indexes.get(2));
        assertThat(told().verdict().missing()).hasSize(1).allMatch(gap -> gap.from() == 1 && gap.until() == 2);
    }

    @Test
    void nothingIsLeftOfATruncatedLogAndAllOfItIsMissed() throws Exception {
        copy.tamper("truncate log_entry");
        assertThat(told().verdict().missing()).containsExactly(new History.Gap(0, 9, OptionalLong.of(indexes.get(9))));
        copy.tamper("drop table log_entry_1_0");
        assertThat(told().verdict().complete()).isFalse();
    }

    @Test
    void aSecondCopyOfAnEntryIsAltered() throws Exception {
        copy.tamper("""
                insert into log_entry
                select epoch, index + 1000000, leaf, leaf_hash, event, time, class, actor, about, outcome, address_hash,
                       body_key, body from log_entry where index = %d
                """, indexes.get(8));
        assertThat(told().verdict().altered()).isEqualTo(1);
        assertThat(told().verdict().complete()).isFalse();
    }

    private record Told(List<Entry> entries, History.Verdict verdict) {}

    private Told told() {
        History history = records.history(person);
        List<Entry> entries = new ArrayList<>();
        history.forEachRemaining(entries::add);
        return new Told(entries, history.verdict());
    }

    private Event event(int number) {
        return number % 2 == 0
                ? Written.event(EventClass.SESSION_OPENED, person, Optional.empty())
                : Written.event(EventClass.PERSON_ACTIVATED, UUID.randomUUID(), Optional.of(person));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.fixtures.FailingRecord;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * However the record fails, nothing leaves by any way that the router has to a code or a field; that each way is used here is
 * what {@link LimitedRoutesTest} sees to. Afterwards the same requests are answered, so they were good ones.
 */
@QuarkusTest
class UnrecordedRoutesTest {
    private static final List<String> RELEASES = List.of(
            "code-released",
            "field-revealed",
            "backup-code-taken",
            "seed-tried",
            "counter-tried",
            "counter-moved",
            "bundle-sealed");

    /** Which give a value when they are used rightly; the others compare what was typed. */
    private static final Set<String> GIVE = Set.of(
            "BackupCodePages.take",
            "BackupCodesResource.take",
            "CodePages.fetch",
            "CodePages.fetchPage",
            "CodesResource.fetch",
            "FieldsResource.reveal",
            "FieldsResource.revealEarlier",
            "HistoryPages.reveal",
            "ProofPages.show",
            "RevealPages.reveal",
            "SeedsResource.prove");

    private final Giving giving;
    private final Kiosk kiosk;
    private final LogEntries entries;
    private final Roles roles;
    private final WholeLog log;

    UnrecordedRoutesTest(Giving giving, Kiosk kiosk, LogEntries entries, Roles roles, WholeLog log) {
        this.giving = giving;
        this.kiosk = kiosk;
        this.entries = entries;
        this.roles = roles;
        this.log = log;
    }

    @Test
    void whateverGoesWrongWithTheRecordNothingLeavesByAnyWay() throws SQLException {
        Kiosk.Visitor visitor = kiosk.stranger();
        Giving.Ways ways = giving.to(visitor);
        UUID who = visitor.person().id();
        for (FailingRecord fault : FailingRecord.values()) {
            List<Wire.Answer> answers = fault.during(roles, () -> atOnce(ways.all()));
            assertThat(answers).hasSameSizeAs(ways.all()).allSatisfy(answer -> {
                assertThat(found(answer, ways))
                        .as("%s: %s", fault, answer.sent())
                        .isEmpty();
                assertThat(answer.status()).as("%s: %s", fault, answer.sent()).isNotEqualTo(500);
            });
            for (String kind : RELEASES) {
                assertThat(entries.of(who, kind)).as("%s after %s", kind, fault).isEmpty();
            }
        }
        Set<String> gave = new TreeSet<>();
        ways.uses().forEach((way, uses) -> {
            List<Wire.Answer> answers = uses.stream().map(Supplier::get).toList();
            if (answers.stream().anyMatch(answer -> !found(answer, ways).isEmpty())) {
                gave.add(way);
            }
        });
        assertThat(gave).as("what is given when the record is made").isEqualTo(GIVE);
        assertThat(log.verify()).isPositive();
    }

    /** Pages show digits in groups. */
    private static List<String> found(Wire.Answer answer, Giving.Ways ways) {
        String plain = answer.headers() + answer.text();
        String text = plain + plain.replaceAll("<[^>]*>|\\s", "");
        return ways.offer().values().stream().filter(text::contains).toList();
    }

    private static List<Wire.Answer> atOnce(List<Supplier<Wire.Answer>> uses) {
        List<Future<Wire.Answer>> all;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            all = uses.stream().map(use -> threads.submit(use::get)).toList();
        }
        return all.stream().map(Future::resultNow).toList();
    }
}

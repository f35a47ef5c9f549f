// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.merkle.NoteSigner;
import dev.cofactor.face.office.Desk;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The log verified from a page: what was recorded holds, what was altered is named, and nobody else may ask. */
@QuarkusTest
@TestProfile(OwnSignedLog.class)
class VerifyPagesHttpTest {
    private static final String PAGE = "/audit/verify";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Desk desk;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Roles roles;
    private final WholeLog log;

    VerifyPagesHttpTest(Desk desk, Newcomers newcomers, LogEntries entries, Roles roles, WholeLog log) {
        this.desk = desk;
        this.newcomers = newcomers;
        this.entries = entries;
        this.roles = roles;
        this.log = log;
    }

    @Test
    void theWholeLogHoldsAndOnlyThatItWasAskedIsOnIt() {
        Person auditor = newcomers.inRole(Role.AUDITOR);
        Browser browser = desk.at(auditor);
        String key = key(browser);
        assertThat(Desk.led(browser.send(PAGE, Map.of("key", key, "since", ""))))
                .isEqualTo(PAGE);
        assertThat(Desk.led(browser.send(PAGE, Map.of("key", key, "since", ""))))
                .isEqualTo(PAGE);
        String end = ended(browser);
        assertThat(end).contains("are as they were recorded").doesNotContain("goes on from the checkpoint");
        assertThat(entries.of(auditor.id(), "audit-read")).hasSizeBetween(1, 2);
        int before = entries.of(auditor.id(), "audit-read").size();
        browser.open(PAGE + "/progress");
        browser.open(PAGE);
        assertThat(entries.of(auditor.id(), "audit-read")).hasSize(before);
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whatWasAlteredIsNamedWithItsPlace() throws SQLException {
        Browser browser = desk.at(newcomers.inRole(Role.AUDITOR));
        String key = key(browser);
        String turned =
                "update log_entry set outcome = case outcome when 'done' then 'refused' else 'done' end where index = 1";
        alter(turned);
        try {
            Desk.led(browser.send(PAGE, Map.of("key", key, "since", "")));
            assertThat(ended(browser)).contains("The log does not hold", "entry 1:", "outcome");
        } finally {
            alter(turned);
        }
        Desk.led(browser.send(PAGE, Map.of("key", key, "since", "")));
        assertThat(ended(browser)).contains("are as they were recorded");
    }

    @Test
    void anotherKeyProvesNothingAndWhatIsNoKeyIsSaidAtOnce() {
        Browser browser = desk.at(newcomers.inRole(Role.AUDITOR));
        String origin = key(browser).split("\\+")[0];
        String stranger = NoteSigner.generate(origin).verifier().text();
        Desk.led(browser.send(PAGE, Map.of("key", stranger, "since", "")));
        assertThat(ended(browser)).contains("The log does not hold", "checkpoint:");
        Response noKey = browser.send(PAGE, Map.of("key", "a <key>", "since", "x"));
        assertThat(noKey.statusCode()).isEqualTo(422);
        assertThat(noKey.asString()).contains("The key is one line", "a &lt;key&gt;");
        Response noNote = browser.send(PAGE, Map.of("key", stranger, "since", "not <signed>"));
        assertThat(noNote.statusCode()).isEqualTo(422);
        assertThat(noNote.asString()).contains("earlier checkpoint is not one", "not &lt;signed&gt;");
    }

    @Test
    void whoIsNoAuditorIsRefusedEachOfThem() {
        Person person = newcomers.settled();
        Browser browser = desk.at(person);
        int before = entries.of(person.id(), "request-refused").size();
        for (String path : new String[] {PAGE, PAGE + "/progress", "/audit/log.jsonl", "/audit/events.csv"}) {
            assertThat(browser.open(path).statusCode()).as(path).isEqualTo(403);
        }
        assertThat(browser.send(PAGE, Map.of("key", "", "since", "")).statusCode())
                .isEqualTo(403);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(before + 5);
    }

    /** The log is signed in a moment; until then there is nothing to verify. */
    private static String key(Browser browser) {
        Pattern field = Pattern.compile("<textarea[^>]* name=\"key\"[^>]*>([^<]+)</textarea>");
        Waiting.until(
                PATIENCE, () -> field.matcher(browser.open(PAGE).asString()).find(), () -> "nothing is signed");
        Matcher key = field.matcher(browser.open(PAGE).asString());
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    private static String ended(Browser browser) {
        Waiting.until(
                PATIENCE,
                () -> !browser.open(PAGE + "/progress").asString().contains("data-follow"),
                () -> "it does not end");
        return browser.open(PAGE).asString();
    }

    private void alter(String statement) throws SQLException {
        try (Connection superuser = roles.superuser();
                Statement change = superuser.createStatement()) {
            String each = """
                    alter table log_entry %1$s trigger log_entry_stays;
                    do $$ declare p text; begin for p in select inhrelid::regclass from pg_inherits
                     where inhparent = 'log_entry'::regclass loop
                    execute 'alter table ' || p || ' %1$s trigger log_entry_stays'; end loop; end $$;
                    """;
            change.execute(each.formatted("disable") + statement + ";" + each.formatted("enable always"));
        }
    }
}

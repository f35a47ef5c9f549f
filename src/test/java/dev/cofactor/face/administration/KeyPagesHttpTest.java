// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.keys.Turned;
import dev.cofactor.face.office.Desk;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.WholeLog;
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

/** Keys turned from a page: added, promoted, everything moved, and the old one destroyed by who proves who he is. */
@QuarkusTest
@TestProfile(Turned.Alone.class)
class KeyPagesHttpTest {
    private static final String KEYS = "/administration/keys";

    private final Desk desk;
    private final Newcomers newcomers;
    private final Turned turned;
    private final Roles roles;
    private final WholeLog log;

    KeyPagesHttpTest(Desk desk, Newcomers newcomers, Turned turned, Roles roles, WholeLog log) {
        this.desk = desk;
        this.newcomers = newcomers;
        this.turned = turned;
        this.roles = roles;
        this.log = log;
    }

    @Test
    void aKeyTurnsInFourStepsAndWhatIsDestroyedIsNamedFirst() throws SQLException {
        turned.login(); // something that has row codes
        Browser browser = desk.administrator();
        browser.open(KEYS);
        assertThat(Desk.led(browser.send(KEYS + "/row-codes/add", Map.of()))).endsWith("news=added");
        String page = browser.open(KEYS + "?news=added").asString();
        String number = found("/row-codes/([0-9]+)/promote", page);
        assertThat(page).contains("Nothing uses it yet", "Waits", "Promote version " + number);
        browser.send(KEYS + "/roots/next", Map.of()); // whoever starts under it opens this version too
        assertThat(Desk.led(browser.send(KEYS + "/row-codes/" + number + "/promote", Map.of())))
                .endsWith("news=promoted");
        assertThat(browser.open(KEYS).asString())
                .contains("Move the rest", "<progress", "rows are under version " + number);
        Response moved = browser.script(KEYS + "/row-codes/rewrap", Map.of());
        assertThat(moved.jsonPath().getInt("left")).isZero();
        assertThat(browser.open(KEYS).asString()).contains(" under version " + number + ".");
        int old = Integer.parseInt(number) - 1;
        String at = KEYS + "/row-codes/" + old + "/destroy";
        assertThat(browser.open(at).asString()).contains("What never opens again", "row-codes " + old);
        assertThat(browser.send(at, Map.of("named", "row-codes")).asString()).contains("That is not the name");
        assertThat(browser.send(at, Map.of("named", "row-codes " + old)).asString())
                .contains("A version is destroyed a week after a newer one was promoted.");
        aWeekPasses();
        assertThat(Desk.led(browser.send(at, Map.of("named", "row-codes " + old))))
                .endsWith("news=destroyed");
        assertThat(browser.open(KEYS).asString()).contains("Destroyed").doesNotContain(at);
        assertThat(log.verify()).isPositive();
    }

    @Test
    void theNextRootKeyIsSeenToOpenEverythingBeforeTheOldOneGoes() {
        Browser browser = desk.administrator();
        assertThat(browser.open(KEYS + "/roots/next").asString()).contains("Put every key under it");
        String led = Desk.led(browser.send(KEYS + "/roots/next", Map.of()));
        String whole = browser.open(led).asString();
        assertThat(whole).contains("It is whole", "None is missing", "None opens to anything else");
        String own = found(
                "<code class=\"token\">([0-9a-f]+)</code> <span class=\"quiet small\">[0-9]+ keys</span> <span",
                browser.open(KEYS).asString());
        assertThat(browser.open(KEYS + "/roots/" + own + "/drop").asString()).contains("What stops working");
        assertThat(browser.send(KEYS + "/roots/" + own + "/drop", Map.of("named", own))
                        .asString())
                .contains("This server runs under that root key");
        assertThat(browser.open(KEYS + "/roots/0123456789abcdef/drop").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatDestroysAsksForAFreshProof() {
        Browser browser = desk.at(newcomers.inRole(Role.ADMINISTRATOR));
        Clocks.goOn(Duration.ofMinutes(KeyPages.FRESH_MINUTES + 1));
        assertThat(Desk.led(browser.open(KEYS + "/values/1/destroy"))).startsWith("/step-up?back=");
        assertThat(Desk.led(browser.open(KEYS + "/roots/0123456789abcdef/drop")))
                .startsWith("/step-up?back=");
    }

    private void aWeekPasses() throws SQLException {
        try (Connection superuser = roles.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update sealing_key_promotion set promoted_at = promoted_at - interval '8 days'");
        }
    }

    private static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static dev.cofactor.face.shelf.Holder.page;
import static dev.cofactor.face.shelf.Holder.yes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.approvals.Deciding;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How somebody stands to a code, as the list says it: the same that he would hear if he asked for it. */
@QuarkusTest
class StandingsHttpTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Kiosk kiosk;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Seconds seconds;
    private final Deciding deciding;
    private final LogEntries entries;
    private final WholeLog log;
    private final Clock clock;

    StandingsHttpTest(
            Kiosk kiosk,
            Newcomers newcomers,
            Rules rules,
            Seconds seconds,
            Deciding deciding,
            LogEntries entries,
            WholeLog log,
            Clock clock) {
        this.kiosk = kiosk;
        this.newcomers = newcomers;
        this.rules = rules;
        this.seconds = seconds;
        this.deciding = deciding;
        this.entries = entries;
        this.log = log;
        this.clock = clock;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private Holder holder() {
        return Holder.of(newcomers.settled(), rules);
    }

    @Test
    void whatNeedsAYesSaysSoAndThenThatItWaitsAndThenUntilWhenItIsHis() {
        Stand stand = kiosk.stand("shared", 30);
        Person approver = newcomers.inRole(Role.APPROVER);
        UUID group = newcomers.group(approver.id());
        Holder holder = holder();
        holder.allow(stand.secret(), Verb.CODE_FETCH, new Need.Reason(5), yes(group));
        assertThat(holder.row(stand))
                .contains("Needs approval", "data-steps-to=")
                .doesNotContain("data-code=", "data-copies-code=");
        holder.browser()
                .send(page(stand) + "/ask", Map.of("for", "code.fetch", "reason", "the invoice is due"))
                .then()
                .statusCode(303);
        assertThat(holder.row(stand)).contains("Asked, open until <time").doesNotContain("data-code=");
        String code = holder.browser().open(page(stand) + "/code").asString();
        String request = code.substring(code.indexOf("req_"), code.indexOf("req_") + 30);
        deciding.approve(seconds.proved(approver), PublicId.REQUEST.read(request), Deciding.Lesser.ALL);
        assertThat(holder.row(stand)).contains("Yours until <time", "3 left", "data-code=", "data-copies-code=");
        assertThat(Holder.of(newcomers.settled(), rules)
                        .browser()
                        .open("/secrets")
                        .asString())
                .contains("No secrets here yet");
    }

    @Test
    void whatHeMayDoHimselfIsToldByWhatIsMissing() {
        Stand stand = kiosk.stand("shared", 30);
        UUID group = newcomers.group(newcomers.inRole(Role.APPROVER).id());
        Holder free = holder();
        free.allow(stand.secret(), Verb.CODE_FETCH);
        assertThat(free.row(stand)).contains("Ready", "data-code=").doesNotContain("data-steps-to=");
        Holder says = holder();
        says.allow(stand.secret(), Verb.CODE_FETCH, new Need.Reason(5));
        assertThat(says.row(stand)).contains("Needs a reason", "data-steps-to=");
        Holder proves = holder();
        proves.allow(
                stand.secret(),
                Verb.CODE_FETCH,
                new Need.StepUp(Duration.ofMinutes(5), Set.of(Need.Method.PASSKEY)),
                new Need.Reason(5));
        assertThat(proves.row(stand)).doesNotContain("Ready", "data-code=");
        Holder breaks = holder();
        breaks.allow(stand.secret(), Verb.CODE_FETCH, new Need.BreakGlass(20, Duration.ofHours(1), 1));
        assertThat(breaks.row(stand)).contains("Emergencies only");
        Holder either = holder();
        either.allow(stand.secret(), Verb.CODE_FETCH, yes(group));
        either.allow(stand.secret(), Verb.CODE_FETCH);
        assertThat(either.row(stand)).contains("Ready");
    }

    @Test
    void whatIsShutSaysWhenItOpensAndOtherwiseOnlyThatItIs() {
        Stand stand = kiosk.stand("shared", 30);
        Holder sees = holder();
        sees.allow(stand.secret(), Verb.SECRET_LIST);
        assertThat(sees.row(stand)).contains("No codes for you").doesNotContain("Get code");
        Holder later = holder();
        later.allow(stand.secret(), Verb.SECRET_LIST);
        ZonedDateTime now = clock.instant().atZone(BERLIN);
        int from = (now.getHour() + 2) % 24 * 60;
        int until = (now.getHour() + 3) % 24 * 60;
        Condition hours = new Condition.Hours(
                EnumSet.allOf(DayOfWeek.class), from, until == 0 ? Condition.Hours.DAY : until, BERLIN);
        later.allow(stand.secret(), Verb.CODE_FETCH, Set.of(hours));
        String row = later.row(stand);
        assertThat(row).contains("Opens <time datetime=\"").doesNotContain("Get code");
        String opens = row.replaceAll("(?s).*Opens <time datetime=\"([^\"]+)\".*", "$1");
        assertThat(Instant.parse(opens).atZone(BERLIN).getHour() * 60).isEqualTo(from);
        assertThat(entries.of(later.person().id(), "request-refused")).isEmpty();
        assertThat(entries.of(later.person().id(), "code-released")).isEmpty();
    }

    @Test
    void whatWasUsedLastStandsFirstAndOnlyOnesOwnUseCounts() {
        Stand one = kiosk.stand("shared", 3);
        Stand other = kiosk.stand("shared", 3);
        Holder holder = holder();
        Holder another = holder();
        for (Stand stand : new Stand[] {one, other}) {
            holder.allow(stand.secret(), Verb.CODE_FETCH);
            another.allow(stand.secret(), Verb.CODE_FETCH);
        }
        fetched(holder, other);
        fetched(another, one);
        String list = holder.browser().open("/secrets").asString();
        assertThat(list.indexOf(">" + other.path() + "<")).isLessThan(list.indexOf(">" + one.path() + "<"));
        assertThat(Holder.row(list, other.path())).contains("data-near");
        assertThat(Holder.row(list, one.path())).doesNotContain("<time");
    }

    private static void fetched(Holder holder, Stand stand) {
        Response code = holder.browser().script(page(stand) + "/code", Map.of("wait", "next"));
        code.then().statusCode(200);
    }
}

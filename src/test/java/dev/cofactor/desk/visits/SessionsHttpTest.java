// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.visits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One's own sessions, and nobody else's. */
@QuarkusTest
class SessionsHttpTest {
    private static final String SESSIONS = "/api/v1/sessions";

    private final Newcomers newcomers;
    private final VisitDesk desk;
    private final Gate gate;
    private final LogEntries entries;
    private final WholeLog log;
    private final Browser browser = new Browser();

    SessionsHttpTest(Newcomers newcomers, VisitDesk desk, Gate gate, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.desk = desk;
        this.gate = gate;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void somebodySeesWhereHeIsSignedInAndWhatHisProgramsHave() {
        Person person = newcomers.settled();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        String credential = newcomers.credential(person);
        JsonPath listed =
                as(credential).get(SESSIONS).then().statusCode(200).extract().jsonPath();
        // By the browser, by what makes the credential, and the credential.
        assertThat(listed.getList("sessions.kind")).containsExactly("browser", "browser", "api-credential");
        assertThat(listed.getList("sessions.current")).containsExactly(false, false, true);
        assertThat(listed.getList("sessions.stage")).containsOnly("full");
        assertThat(listed.getList("sessions.via")).containsOnly("local");
        Duration life = Duration.between(
                Instant.parse(listed.getString("sessions[2].opened")),
                Instant.parse(listed.getString("sessions[2].ends")));
        assertThat(life).isEqualTo(Duration.ofHours(12));
        assertThat(listed.prettify()).doesNotContain(credential).doesNotContain(browser.cookie(Cookies.SESSION));
    }

    @Test
    void whenItWasUsedLastIsKnownToTheMinuteForProgramsToo() {
        Person person = newcomers.settled();
        String credential = newcomers.credential(person);
        Clocks.goOn(Duration.ofMinutes(20));
        as(credential).get(SESSIONS).then().statusCode(200);
        JsonPath listed = as(credential).get(SESSIONS).jsonPath();
        int last = listed.getList("sessions").size() - 1;
        Instant opened = Instant.parse(listed.getString("sessions[" + last + "].opened"));
        assertThat(Instant.parse(listed.getString("sessions[" + last + "].lastUsed")))
                .isAfter(opened.plus(Duration.ofMinutes(19)));
        assertThat(Instant.parse(listed.getString("sessions[" + last + "].ends")))
                .isEqualTo(opened.plus(Duration.ofHours(12)));
    }

    @Test
    void whatIsEndedIsOutAtTheVeryNextRequestAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        String stolen = newcomers.credential(person);
        Caller thief = newcomers.signedIn(person);
        String credential = newcomers.credential(person);
        UUID ended = current(stolen);
        as(credential).delete(SESSIONS + "/" + ended).then().statusCode(204);
        as(stolen).get(SESSIONS).then().statusCode(401);
        LogEntries.Entry closed = entries.about(ended, "session-closed").getLast();
        assertThat(closed.body().at("/origin/session").asText())
                .isEqualTo(current(credential).toString());

        as(credential)
                .delete(SESSIONS + "/" + thief.session().orElseThrow())
                .then()
                .statusCode(204);
        Fact late = Fact.done(thief, EventClass.TOOL_USED, new Subject(Subject.Kind.PERSON, person.id()))
                .whileSignedIn();
        assertThatThrownBy(() -> gate.note(late, Moves.NOTHING, at -> Done.of(at)))
                .isInstanceOfSatisfying(
                        Problem.class, why -> assertThat(why.kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED));
    }

    @Test
    void anothersSessionIsNotThereToTheLetterAndThatSomebodyAskedIsOnTheLog() {
        Person other = newcomers.settled();
        String others = newcomers.credential(other);
        UUID session = current(others);
        Person person = newcomers.settled();
        String credential = newcomers.credential(person);
        String known = as(credential)
                .delete(SESSIONS + "/" + session)
                .then()
                .statusCode(404)
                .extract()
                .asString();
        String unknown = as(credential)
                .delete(SESSIONS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .extract()
                .asString();
        assertThat(known.replaceAll("[0-9a-f]{32}", "")).isEqualTo(unknown.replaceAll("[0-9a-f]{32}", ""));
        assertThat(entries.of(person.id(), "request-refused"))
                .extracting(entry -> entry.body().at("/details/code").asText())
                .containsExactly("not-found", "not-found");
        as(others).get(SESSIONS).then().statusCode(200);
    }

    @Test
    void aMachineHasNoSessionsAndEndsNone() {
        Person person = newcomers.settled();
        UUID session = newcomers.signedIn(person).session().orElseThrow();
        Caller machine = newcomers.machine();
        assertThat(desk.all(machine)).isEmpty();
        assertThatThrownBy(() -> desk.end(machine, session)).isInstanceOf(VisitDesk.NotFound.class);
        assertThat(entries.about(session, "session-closed")).isEmpty();
    }

    @Test
    void thePageEndsOneAndSignsOutOfItself() {
        Person person = newcomers.settled();
        Browser other = new Browser();
        other.signIn(person.accountName(), Newcomers.PASSWORD);
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        String page = browser.open("/profile/sessions").asString();
        assertThat(page).contains("This one").contains("Since");
        List<UUID> ids = Pattern.compile("/profile/sessions/([0-9a-f-]{36})/end")
                .matcher(page)
                .results()
                .map(found -> UUID.fromString(found.group(1)))
                .toList();
        assertThat(browser.send("/profile/sessions/" + ids.getFirst() + "/end", Map.of())
                        .header("Location"))
                .endsWith("/profile/sessions");
        assertThat(other.open("/secrets").statusCode()).isEqualTo(303);
        assertThat(browser.send("/profile/sessions/" + ids.getLast() + "/end", Map.of())
                        .header("Location"))
                .endsWith("/sign-in?state=signed-out");
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(303);
    }

    private static UUID current(String credential) {
        return UUID.fromString(as(credential).get(SESSIONS).jsonPath().getString("sessions.find { it.current }.id"));
    }

    private static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer);
    }
}

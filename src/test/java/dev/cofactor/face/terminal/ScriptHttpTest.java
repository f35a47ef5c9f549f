// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The script and the server speak the same language. */
@QuarkusTest
class ScriptHttpTest {
    private static final Pattern SHOWN = Pattern.compile("type {2}([A-Z]{4}-[A-Z]{4})");
    private static final Pattern ADMIT = Pattern.compile("/terminal/[0-9a-f-]{36}/admit");

    private final Kiosk kiosk;
    private final Rules rules;
    private final Newcomers newcomers;
    private final Apps apps;
    private final LogEntries entries;
    private final WholeLog log;

    ScriptHttpTest(Kiosk kiosk, Rules rules, Newcomers newcomers, Apps apps, LogEntries entries, WholeLog log) {
        this.kiosk = kiosk;
        this.rules = rules;
        this.newcomers = newcomers;
        this.apps = apps;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private static Terminal terminal() {
        return new Terminal("sh").with("COFACTOR_URL", "http://localhost:" + RestAssured.port);
    }

    private static Terminal of(Visitor visitor) {
        return terminal().with("COFACTOR_TOKEN", visitor.credential());
    }

    @Test
    void itIsServedAsItWasPackagedToWhoeverAsks() throws IOException {
        Response served = given().get("/cofactor.sh");
        assertThat(served.statusCode()).isEqualTo(200);
        assertThat(served.asByteArray()).isEqualTo(Files.readAllBytes(Terminal.SCRIPT));
        assertThat(served.contentType()).startsWith("text/x-shellscript");
        assertThat(served.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(served.cookies()).isEmpty();
        assertThat(Files.readString(java.nio.file.Path.of("src/docs/scripts.md")))
                .contains(served.header("ETag").replace("\"", ""));
        given().header("If-None-Match", served.header("ETag"))
                .get("/cofactor.sh")
                .then()
                .statusCode(304);
    }

    @Test
    void aCodeIsFetchedAndIsOnTheLog() {
        Stand stand = kiosk.stand("shared", 30);
        Visitor visitor = kiosk.fetcher(stand);
        Terminal.Ended ended =
                of(visitor).run("code", stand.path(), "--min-validity", "2").is(0);
        assertThat(ended.out()).matches("[0-9]{6}\n");
        long step = entries.of(visitor.person().id(), "code-released")
                .getLast()
                .body()
                .at("/details/step")
                .asLong();
        assertThat(ended.out()).isEqualTo(stand.codeOf(step) + "\n");
        assertThat(of(visitor)
                        .run("code", stand.path(), "--output", "json")
                        .is(0)
                        .out())
                .startsWith("{\"code\":\"")
                .contains("\"receipt\":\"");
    }

    @Test
    void whoMayNotHearsWhatTheServerSays() {
        Stand stand = kiosk.stand("exclusive", 30);
        Visitor stranger = kiosk.stranger();
        assertThat(of(stranger).run("code", stand.path()).is(6).err()).contains("(not-found)");
        assertThat(of(stranger).run("list").is(0).out()).isEmpty();
        Visitor first = kiosk.fetcher(stand);
        Visitor reader = kiosk.visitor(stand, Verb.SECRET_LIST, Verb.SECRET_READ_META);
        assertThat(of(reader).run("code", stand.path()).is(4).err()).contains("(denied)");
        assertThat(of(reader).run("list").is(0).out()).isEqualTo(stand.path() + "\n");
        of(first).run("code", stand.path()).is(0);
        assertThat(of(kiosk.fetcher(stand))
                        .run("code", stand.path(), "--wait", "0")
                        .is(7)
                        .err())
                .contains("(busy)");
        terminal()
                .with("COFACTOR_TOKEN", "cft_nobodys")
                .run("code", stand.path())
                .is(3);
        of(first).run("code", stand.path(), "--reason", "x".repeat(600)).is(2);
        of(first).run("backup-code", stand.path()).is(4);
    }

    @Test
    void whatHasToBeApprovedIsAskedForAndWaitsNoLongerThanItIsTold() {
        Stand stand = kiosk.stand("shared", 30);
        Visitor visitor = kiosk.stranger();
        Person approver = newcomers.inRole(Role.APPROVER);
        Need yes = new Need.Approval(
                1, Set.of(new Approver.Person(approver.id())), Duration.ofHours(1), Duration.ofMinutes(5), 1, false);
        rules.add(
                Effect.ALLOW,
                new Subject.Person(visitor.person().id()),
                stand.secret(),
                new Clauses(Set.of(), Set.of(yes), Set.of(), Set.of()),
                Verb.CODE_FETCH);
        Terminal.Ended ended =
                of(visitor).run("code", stand.path(), "--wait", "1").is(5);
        Matcher request = Pattern.compile("/approvals/(req_[0-9a-z]{26})").matcher(ended.err());
        assertThat(request.find()).as(ended.err()).isTrue();
        String asked = of(visitor)
                .run("request", stand.path(), "--reason", "a \"good\" one")
                .is(5)
                .out();
        assertThat(asked).isEqualTo(request.group(1) + "\n");
    }

    @Test
    void aPersonSignsInAtTheTerminalAndOutAgain() {
        Enrolled somebody = apps.enrolled();
        Stand stand = kiosk.stand("shared", 30);
        rules.allow(somebody.person().id(), stand.secret(), Verb.CODE_FETCH);
        Terminal terminal = terminal();
        CompletableFuture<Terminal.Ended> login = CompletableFuture.supplyAsync(
                () -> terminal.run("login"), run -> Thread.ofPlatform().start(run));
        Browser browser = new Browser();
        browser.signIn(somebody.person().accountName(), Newcomers.PASSWORD);
        browser.open("/sign-in/factor");
        browser.send("/sign-in/factor", Map.of("code", somebody.code()));
        browser.open("/terminal");
        String page =
                browser.send("/terminal", Map.of("code", terminal.said(SHOWN))).asString();
        Matcher admit = ADMIT.matcher(page);
        assertThat(admit.find()).as(page).isTrue();
        browser.send(admit.group(), Map.of());
        assertThat(login.join().is(0).err()).contains("signed in until");
        assertThat(terminal.run("code", stand.path()).is(0).out()).matches("[0-9]{6}\n");
        assertThat(terminal.run("logout").is(0).err()).contains("signed out");
        terminal.run("code", stand.path()).is(3);
        assertThat(entries.of(somebody.person().id(), "session-closed")).hasSize(1);
    }
}

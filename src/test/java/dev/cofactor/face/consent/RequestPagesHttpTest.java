// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import static dev.cofactor.face.consent.Hearing.ONCE;
import static dev.cofactor.face.consent.Hearing.led;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.approvals.Deciding;
import dev.cofactor.face.consent.Hearing.Scene;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One request on its page, by each who may come there. */
@QuarkusTest
class RequestPagesHttpTest {
    private final Hearing hearing;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    RequestPagesHttpTest(Hearing hearing, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.hearing = hearing;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private long verdicts(Person person) {
        return entries.of(person.id(), "access-approved").size()
                + entries.of(person.id(), "access-rejected").size();
    }

    @Test
    void whoeverDecidesReadsWhoWantsWhatAndWhyAndTheCodeComesAfterHisYes() {
        Scene scene = hearing.scene();
        Browser asker = hearing.at(scene.asker());
        Browser approver = hearing.at(scene.approver());
        assertThat(approver.open("/approvals").asString()).contains("Nobody waits for you");
        String page = hearing.asked(scene, asker);

        assertThat(approver.open("/approvals").asString())
                .contains("class=\"tally\">1<", "href=\"" + page + "\"", "the invoice is due today");
        String card = approver.open(page).asString();
        assertThat(card)
                .contains("A person</bdi> asks for codes of <bdi>A secret", scene.stand().path())
                .contains("the invoice is due today", "127.0.0.1", "3 uses within 2 hours", "Fetch codes")
                .contains("Needs one approval by", "Approve once", "Approve for", "Reject")
                .doesNotContain("It is not what it was", "Withdraw the request", "A test&#39;s");
        assertThat(led(approver.send(page, ONCE))).startsWith(page);
        assertThat(approver.open(page).asString()).contains("Approved", "1 use of it is left.").doesNotContain("Approve once");
        assertThat(approver.open("/approvals").asString()).contains("Nobody waits for you");
        assertThat(approver.open("/approvals/history").asString()).contains("href=\"" + page + "\"");

        assertThat(asker.open(scene.code()).asString()).contains("You have a yes: 1 use is left.");
        Response code = asker.send(scene.code(), Map.of("wait", "next"));
        assertThat(code.statusCode()).as(code.asString()).isEqualTo(200);
        assertThat(code.asString()).contains("class=\"digits\"", "What you were given is used up.", "Ask again");
        assertThat(asker.send(scene.code(), Map.of("wait", "next")).statusCode()).isEqualTo(422);
        assertThat(entries.of(scene.asker().id(), "code-released"))
                .filteredOn(one -> one.outcome().equals("done"))
                .hasSize(1);
    }

    @Test
    void openingItChangesNothingWhoeverOpensIt() {
        Scene scene = hearing.scene();
        Browser asker = hearing.at(scene.asker());
        Browser approver = hearing.at(scene.approver());
        Browser auditor = hearing.at(newcomers.inRole(Role.AUDITOR));
        String page = hearing.asked(scene, asker);
        long before = log.verify();
        for (Browser reader : new Browser[] {asker, approver, auditor}) {
            for (String address : new String[] {page, page + "?act=once", page + "?news=yes", page}) {
                assertThat(reader.open(address).statusCode()).isEqualTo(200);
            }
            for (String list : new String[] {"", "/mine", "/history", "/reviews"}) {
                assertThat(reader.open("/approvals" + list).statusCode()).isEqualTo(200);
            }
        }
        for (String act : new String[] {"/withdraw", "/revoke", "/approve"}) {
            assertThat(approver.open(page + act).statusCode()).isIn(404, 405);
        }
        assertThat(log.verify()).isEqualTo(before);
        assertThat(approver.open(page).asString()).contains("Approve once");
    }

    @Test
    void toAStrangerThereIsNoSuchRequestToTheLetterAndThatIsOnTheLog() {
        Scene scene = hearing.scene();
        String page = hearing.asked(scene);
        Person person = newcomers.inRole(Role.APPROVER);
        Browser stranger = hearing.at(person);
        String nowhere = "/approvals/req_" + "7".repeat(26);
        Response real = stranger.open(page);
        Response unreal = stranger.open(nowhere);
        assertThat(real.statusCode()).isEqualTo(404);
        assertThat(alike(real)).isEqualTo(alike(unreal));
        for (String at : new String[] {page, nowhere}) {
            stranger.open("/approvals");
            assertThat(stranger.send(at, ONCE).statusCode()).isEqualTo(404);
            assertThat(stranger.send(at + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
            assertThat(stranger.send(at + "/revoke", Map.of()).statusCode()).isEqualTo(404);
        }
        assertThat(entries.of(person.id(), "request-refused")).hasSize(8);
        assertThat(stranger.open("/approvals").asString()).doesNotContain(page);
        assertThat(verdicts(person)).isZero();
    }

    private static String alike(Response page) {
        return page.asString().replaceAll("<code id=\"request\">[^<]+</code>", "");
    }

    @Test
    void anAuditorReadsThatItIsThereAndNotWhyAndDecidesNothing() {
        Scene scene = hearing.scene();
        String page = hearing.asked(scene);
        Person person = newcomers.inRole(Role.AUDITOR);
        Browser auditor = hearing.at(person);
        assertThat(auditor.open(page).asString())
                .contains(scene.stand().path(), "On the log, for those who ask and decide")
                .doesNotContain("the invoice is due today", "127.0.0.1", "Approve once", "<form method=\"post\" action=\"" + page);
        assertThat(auditor.send(page, ONCE).statusCode()).isIn(403, 404);
        assertThat(auditor.send(page + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
        assertThat(verdicts(person)).isZero();
    }

    @Test
    void whoeverAsksSeesWhomToAskAndNeverSaysYesToHimself() {
        Scene scene = hearing.scene();
        Browser asker = hearing.at(scene.asker());
        String page = hearing.asked(scene, asker);
        assertThat(asker.open(page).asString())
                .contains("You have asked, and nobody has decided yet.", "Could</span> <bdi>A person", "Withdraw the request")
                .doesNotContain("Approve once", "A test&#39;s");
        assertThat(asker.send(page, ONCE).statusCode()).isEqualTo(403);
        assertThat(asker.open("/approvals/mine").asString()).contains("href=\"" + page + "\"", "Waits");
        assertThat(asker.open("/approvals").asString()).contains("Nobody waits for you");
        assertThat(verdicts(scene.asker())).isZero();
    }

    @Test
    void withoutAFreshProofNothingIsDecidedAndTheWayLeadsBackToTheRequest() {
        assertThat(Duration.ofMinutes(RequestPages.FRESH_MINUTES)).isEqualTo(Deciding.FRESH);
        Scene scene = hearing.scene();
        String page = hearing.asked(scene);
        Browser approver = hearing.at(scene.approver());
        dev.cofactor.fixtures.Clocks.goOn(Deciding.FRESH.plusMinutes(1));
        assertThat(approver.open(page).asString())
                .contains("/step-up?back=%2Fapprovals%2Freq_", "Prove that it is you")
                .doesNotContain("Approve once");
        for (Map<String, String> act : new Map[] {ONCE, Map.of("act", "reject", "reason", "no such invoice")}) {
            assertThat(led(approver.send(page, act))).isEqualTo("/step-up?back=" + page.replace("/", "%2F"));
        }
        assertThat(verdicts(scene.approver())).isZero();
        approver.open("/step-up?back=" + page);
        assertThat(led(approver.send("/step-up", Map.of("proof", Newcomers.PASSWORD, "back", page))))
                .isEqualTo(page);
        assertThat(verdicts(scene.approver())).isZero();
        assertThat(approver.open(page).asString()).contains("Approve once");
        assertThat(led(approver.send(page, ONCE))).startsWith(page);
        assertThat(verdicts(scene.approver())).isEqualTo(1);
    }

    @Test
    void aFormFromElsewhereDecidesNothing() {
        Scene scene = hearing.scene();
        String page = hearing.asked(scene);
        Browser approver = hearing.at(scene.approver());
        approver.open(page);
        approver.forge("somebody-elses-token");
        for (String at : new String[] {page, page + "/withdraw", page + "/revoke", "/approvals/reviews" + page.substring(10)}) {
            assertThat(approver.send(at, Map.of("act", "once", "words", "seen")).statusCode())
                    .isEqualTo(403);
        }
        assertThat(verdicts(scene.approver())).isZero();
    }

    @Test
    void aCredentialForProgramsDecidesNothingAnywhere() {
        Scene scene = hearing.scene();
        String page = hearing.asked(scene);
        String credential = newcomers.credential(scene.approver());
        for (String at : new String[] {page, "/api/v1/requests" + page.substring(10) + "/approve"}) {
            Response answer = io.restassured.RestAssured.given()
                    .header("Authorization", "Bearer " + credential)
                    .header("Origin", "https://cofactor.test")
                    .redirects()
                    .follow(false)
                    .formParam("act", "once")
                    .post(at);
            assertThat(answer.statusCode()).as(at).isIn(303, 403, 404, 405);
        }
        assertThat(verdicts(scene.approver())).isZero();
        assertThat(hearing.at(scene.approver()).open(page).asString()).contains("Approve once");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import static dev.cofactor.face.consent.Hearing.ONCE;
import static dev.cofactor.face.consent.Hearing.WHY;
import static dev.cofactor.face.consent.Hearing.led;
import static dev.cofactor.face.consent.Hearing.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Glob;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.consent.Hearing.Scene;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Asking where the thing itself would stand. */
@QuarkusTest
class AskingPagesHttpTest {
    private static final Map<String, String> NEXT = Map.of("wait", "next");

    private final Hearing hearing;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    AskingPagesHttpTest(Hearing hearing, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.hearing = hearing;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private int asked(Person person) {
        return entries.of(person.id(), "access-requested").size();
    }

    @Test
    void theFormStandsWhereTheCodeWouldAndNamesStepsAndNoPolicy() {
        Scene scene = hearing.scene();
        Browser asker = hearing.at(scene.asker());
        assertThat(asker.open("/secrets").asString())
                .contains("href=\"" + scene.code() + "\">Get code<")
                .doesNotContain("data-code=\"" + scene.secret().substring(9));
        long before = log.verify();
        assertThat(asker.open(scene.code()).asString())
                .contains("Needs one approval by", "It is decided within 20 days, or ends.")
                .contains("You would have 3 uses within 2 hours.", "At least 5 characters.", "Ask for access")
                .doesNotContain("A test&#39;s", "Get code</button>", "Emergency");
        assertThat(log.verify()).isEqualTo(before);
        Response tried = asker.send(scene.code(), NEXT);
        assertThat(tried.statusCode()).isEqualTo(422);
        assertThat(tried.asString()).contains("Ask for access").doesNotContain("class=\"digits\"");
        asker.script(scene.code(), NEXT).then().statusCode(403);
        assertThat(asked(scene.asker())).isZero();
    }

    @Test
    void aReasonThatSaysTooLittleIsAskedForAgainWithWhatWasTyped() {
        Scene scene = hearing.scene();
        Browser asker = hearing.at(scene.asker());
        asker.open(scene.code());
        for (String typed : new String[] {"", "    ", "why", "x".repeat(501)}) {
            Response again = asker.send(scene.secret() + "/ask", Map.of("for", "code.fetch", "reason", typed));
            assertThat(again.statusCode()).as(typed).isEqualTo(422);
            assertThat(again.asString()).contains("role=\"alert\"", "rows=\"2\" required");
        }
        assertThat(asker.send(scene.secret() + "/ask", Map.of("for", "code.fetch", "reason", "why"))
                        .asString())
                .contains(">why</textarea>");
        assertThat(asked(scene.asker())).isZero();
        String longest = "ä".repeat(500);
        led(asker.send(scene.secret() + "/ask", Map.of("for", "code.fetch", "reason", longest)));
        assertThat(asker.open(request(asker.open(scene.code()))).asString()).contains(longest);
        assertThat(asked(scene.asker())).isEqualTo(1);
    }

    @Test
    void askingTwiceIsOneRequestAndWithdrawingItMakesRoomForAnother() {
        Scene scene = hearing.scene();
        Browser asker = hearing.at(scene.asker());
        String page = hearing.asked(scene, asker);
        led(asker.send(scene.secret() + "/ask", WHY));
        assertThat(request(asker.open(scene.code()))).isEqualTo(page);
        assertThat(asked(scene.asker())).isEqualTo(1);
        assertThat(led(asker.send(page + "/withdraw", Map.of()))).startsWith(page);
        assertThat(asker.open(page).asString()).contains("Withdrawn").doesNotContain("Withdraw the request");
        assertThat(asker.open(scene.code()).asString()).contains("Ask for access").doesNotContain("/approvals/req_");
        Browser approver = hearing.at(scene.approver());
        assertThat(approver.open("/approvals").asString()).doesNotContain(page);
        Response late = approver.send(page, ONCE);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.asString()).contains("This request does not wait any more.");
        Response again = asker.send(page + "/withdraw", Map.of());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.asString()).contains("This request does not wait any more.");
        assertThat(hearing.asked(scene, asker)).isNotEqualTo(page);
    }

    @Test
    void whereOnlyAReasonAndATicketAreWantedThereAreFieldsForThem() {
        Scene scene = hearing.scene();
        hearing.allow(scene, Verb.CODE_FETCH, new Need.Reason(8), new Need.Ticket(new Glob("OPS-*")));
        Browser asker = hearing.at(scene.asker());
        assertThat(asker.open(scene.code()).asString())
                .contains("id=\"code-reason\"", "id=\"code-ticket\"", "It looks like <code>OPS-*</code>", "Get code</button>")
                .doesNotContain("Ask for access");
        for (Map<String, String> little : Set.of(
                Map.of("wait", "next"),
                Map.of("wait", "next", "reason", "too few"),
                Map.of("wait", "next", "reason", "long enough"),
                Map.of("wait", "next", "reason", "long enough", "ticket", "DEV-1"))) {
            Response again = asker.send(scene.code(), little);
            assertThat(again.statusCode()).as(little.toString()).isEqualTo(422);
            assertThat(again.asString()).contains("id=\"code-reason\"").doesNotContain("class=\"digits\"");
        }
        assertThat(entries.of(scene.asker().id(), "code-released")).isEmpty();
        Response code = asker.send(
                scene.code(), Map.of("wait", "next", "reason", "long enough\r\nto say why", "ticket", "OPS-17"));
        assertThat(code.asString()).contains("class=\"digits\"");
        var details = entries.of(scene.asker().id(), "code-released").getFirst().body().get("details");
        assertThat(details.get("reason").asText()).isEqualTo("long enough to say why");
        assertThat(details.get("ticket").asText()).isEqualTo("OPS-17");
    }

    @Test
    void aProofThatIsMissingLeadsToWhereItIsGivenAndBack() {
        Scene scene = hearing.scene();
        hearing.allow(scene, Verb.CODE_FETCH, new Need.StepUp(Duration.ofMinutes(5), Set.of()));
        Browser asker = hearing.at(scene.asker());
        assertThat(asker.open(scene.code()).asString()).contains("Get code</button>");
        Clocks.goOn(Duration.ofMinutes(6));
        String way = "/step-up?back=" + scene.code().replace("/", "%2F");
        assertThat(asker.open(scene.code()).asString())
                .contains("href=\"" + way + "\"", "not longer ago than 5 minutes")
                .doesNotContain("Get code</button>");
        assertThat(led(asker.send(scene.code(), NEXT))).startsWith("/step-up?back=");
        assertThat(entries.of(scene.asker().id(), "code-released")).isEmpty();
        asker.open(way);
        assertThat(led(asker.send("/step-up", Map.of("proof", Newcomers.PASSWORD, "back", scene.code()))))
                .isEqualTo(scene.code());
        asker.open(scene.code());
        assertThat(asker.send(scene.code(), NEXT).asString()).contains("class=\"digits\"");
    }

    @Test
    void theOtherVerbsAreAskedForOnAPageOfTheirOwn() {
        Scene scene = hearing.scene();
        hearing.allow(scene, Verb.SECRET_READ_META);
        hearing.allow(scene, Verb.SECRET_MOVE, Hearing.yes(scene.group(), 1));
        Browser asker = hearing.at(scene.asker());
        String ask = scene.secret() + "/ask?for=secret.move";
        assertThat(asker.open(scene.secret()).asString()).contains("href=\"" + ask + "\">Move it<");
        assertThat(asker.open(ask).asString()).contains("<h2>Move it</h2>", "Needs one approval by");
        assertThat(led(asker.send(scene.secret() + "/ask", Map.of("for", "secret.move")))).isEqualTo(ask);
        String page = request(asker.open(ask));
        Browser approver = hearing.at(scene.approver());
        assertThat(approver.open(page).asString()).contains("asks to move", "None was given");
        led(approver.send(page, ONCE));
        assertThat(asker.open(ask).asString()).contains("Nothing stands in the way of it.");
        for (String other : new String[] {"secret.create", "people.edit", "nothing", ""}) {
            assertThat(asker.open(scene.secret() + "/ask?for=" + other).statusCode())
                    .as(other)
                    .isEqualTo(404);
        }
        assertThat(led(asker.open(scene.secret() + "/ask?for=code.fetch"))).isEqualTo(scene.code());
    }

    @Test
    void aStrangerAsksForNothingAndHearsThatThereIsNothing() {
        Scene scene = hearing.scene();
        Person person = newcomers.settled();
        Browser stranger = hearing.at(person);
        String nowhere = "/secrets/sec_" + "7".repeat(26);
        for (String at : new String[] {scene.secret(), nowhere}) {
            assertThat(stranger.open(at + "/ask?for=field.reveal").statusCode()).isEqualTo(404);
            assertThat(stranger.open(at + "/code").statusCode()).isEqualTo(404);
            stranger.open("/secrets");
            assertThat(stranger.send(at + "/ask", WHY).statusCode()).isEqualTo(404);
            assertThat(stranger.send(at + "/break-glass", WHY).statusCode()).isEqualTo(404);
        }
        assertThat(entries.of(person.id(), "request-refused")).hasSize(8);
        assertThat(asked(person)).isZero();
    }

    @Test
    void aFormFromElsewhereAsksForNothing() {
        Scene scene = hearing.scene();
        Browser asker = hearing.at(scene.asker());
        asker.open(scene.code());
        asker.forge("somebody-elses-token");
        assertThat(asker.send(scene.secret() + "/ask", WHY).statusCode()).isEqualTo(403);
        assertThat(asker.send(scene.secret() + "/break-glass", WHY).statusCode()).isEqualTo(403);
        assertThat(asked(scene.asker())).isZero();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import static dev.cofactor.face.consent.Hearing.led;
import static dev.cofactor.face.consent.Hearing.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.approvals.Deciding;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Emergencies: taken without waiting, told before, and looked at by somebody else. */
@QuarkusTest
class ReviewPagesHttpTest {
    private static final String WHY = "customers cannot pay since half past two";
    private static final Map<String, String> BREAK = Map.of("for", "code.fetch", "reason", WHY);

    private final Hearing hearing;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;

    ReviewPagesHttpTest(Hearing hearing, Newcomers newcomers, LogEntries entries, WholeLog log) {
        this.hearing = hearing;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private Scene scene() {
        Scene scene = hearing.scene();
        hearing.allow(scene, Verb.CODE_FETCH, new Need.BreakGlass(20, Duration.ofHours(4), 2));
        return scene;
    }

    /** @return the page of what was taken */
    private static String broken(Scene scene, Browser asker) {
        asker.open(scene.code());
        assertThat(led(asker.send(scene.secret() + "/break-glass", BREAK))).isEqualTo(scene.code());
        return request(asker.open(scene.code()));
    }

    @Test
    void itIsAFormOfItsOwnThatSaysWhoIsToldAndWantsMoreWords() {
        Scene scene = scene();
        Browser asker = hearing.at(scene.asker());
        assertThat(asker.open(scene.code()).asString())
                .contains("Ask for access", "Emergency: take it without waiting", "Told at once:", "Break the glass")
                .contains("2 uses within 4 hours", "At least 20 characters.");
        Response little = asker.send(
                scene.secret() + "/break-glass", Map.of("for", "code.fetch", "reason", "it is urgent"));
        assertThat(little.statusCode()).isEqualTo(422);
        assertThat(little.asString()).contains("id=\"glass-fault\"", ">it is urgent</textarea>", "emergency\" open");
        assertThat(entries.of(scene.asker().id(), "glass-broken")).isEmpty();
        assertThat(hearing.at(hearing.scene().asker()).open(scene.code()).statusCode()).isEqualTo(404);
    }

    @Test
    void itIsTakenAtOnceAndWhoWouldHaveBeenAskedReadsIt() {
        Scene scene = scene();
        Browser asker = hearing.at(scene.asker());
        String page = broken(scene, asker);
        assertThat(asker.open(scene.code()).asString())
                .contains("You took this in an emergency: 2 uses are left.", "Get code</button>");
        assertThat(asker.send(scene.code(), Map.of("wait", "next")).asString()).contains("class=\"digits\"");
        Browser approver = hearing.at(scene.approver());
        assertThat(approver.open("/notices").asString()).contains("in an emergency", "href=\"" + page + "\"");
        assertThat(approver.open("/approvals").asString()).contains("Emergencies");
        assertThat(approver.open("/approvals/reviews").asString()).contains(WHY, "Close the review");
        assertThat(approver.open(page).asString())
                .contains("took this in an emergency", WHY, "Nobody was asked. Somebody else has yet to look at it.")
                .doesNotContain("Approve once");
    }

    @Test
    void somebodyElseClosesItWithWordsAndNobodyCanTwice() {
        Scene scene = scene();
        Browser asker = hearing.at(scene.asker());
        String page = broken(scene, asker);
        String review = page.replace("/approvals/", "/approvals/reviews/");
        assertThat(asker.open("/approvals/reviews").asString()).doesNotContain(page);
        assertThat(asker.send(review, Map.of("words", "it was me")).statusCode()).isEqualTo(403);
        Person stranger = newcomers.settled();
        Browser other = hearing.at(stranger);
        assertThat(other.open("/approvals/reviews").asString()).contains("No emergency waits for a look");
        assertThat(other.send(review, Map.of("words", "seen")).statusCode()).isEqualTo(404);

        Browser approver = hearing.at(scene.approver());
        approver.open("/approvals/reviews");
        for (String wrong : new String[] {"", "  ", "x".repeat(501)}) {
            Response again = approver.send(review, Map.of("words", wrong));
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.asString()).contains("aria-invalid=\"true\"");
        }
        Clocks.goOn(Deciding.FRESH.plusMinutes(1));
        assertThat(led(approver.send(review, Map.of("words", "she rang me")))).startsWith("/step-up?back=");
        assertThat(led(approver.open(review))).isEqualTo("/approvals/reviews");
        approver.open("/step-up");
        led(approver.send("/step-up", Map.of("proof", Newcomers.PASSWORD)));
        approver.open("/approvals/reviews");
        assertThat(led(approver.send(review, Map.of("words", "she rang <b>me</b>")))).isEqualTo("/approvals/reviews");
        assertThat(entries.of(scene.approver().id(), "break-glass-reviewed")).hasSize(1);
        assertThat(approver.send(review, Map.of("words", "once more")).statusCode()).isIn(404, 422);
        assertThat(entries.of(scene.approver().id(), "break-glass-reviewed")).hasSize(1);
        assertThat(asker.open("/notices").asString()).contains("was looked at");
        assertThat(asker.open(page).asString()).contains("Somebody else has looked at it since.");
    }
}

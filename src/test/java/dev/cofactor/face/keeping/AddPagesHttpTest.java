// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import static dev.cofactor.face.keeping.Bench.KEY;
import static dev.cofactor.face.keeping.Bench.LINK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret that comes in together with its seed, and those that have none. */
@QuarkusTest
class AddPagesHttpTest {
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final LogEntries entries;
    private final WholeLog log;

    AddPagesHttpTest(Newcomers newcomers, Shelf shelf, LogEntries entries, WholeLog log) {
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoAddsSomethingBeginsWithCodesAloneAndMayChooseAnotherTemplate() {
        Bench bench = Bench.of(newcomers.settled());
        assertThat(bench.page("/secrets/new")).contains(">OTP only<", "id=\"key\"", "id=\"picture\"");
        assertThat(bench.page("/secrets/new?choose=template=yes")).contains("WebApp with OTP", "Secure note", ">File<");
        assertThat(bench.page("/secrets/new?template=Secure note")).doesNotContain("id=\"key\"");
    }

    @Test
    void aKeyThatIsTypedWithTheNameIsUnderProofAtOnce() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        Map<String, String> form = bench.form("OTP only", Shelf.fresh());
        form.putAll(Map.of("key", KEY, "digits", "8", "period", "60", "algorithm", "SHA256", "tags", "prod, Finance"));
        String proof = Bench.led(bench.browser().send("/secrets/new", form));
        assertThat(proof).endsWith("/proof");
        assertThat(bench.page(proof))
                .contains("8 digits, a new one every 60 s, SHA256")
                .doesNotContain(KEY);
        assertThat(bench.page(proof.replace("/proof", "/edit"))).contains("value=\"finance prod\"");
        assertThat(entries.of(person.id(), "seed-enrolled")).hasSize(1);
    }

    @Test
    void aKeyThatDoesNotFitKeepsNothingAndIsNotRepeated() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        Map<String, String> form = bench.form("AWS root", Shelf.fresh());
        form.put("key", LINK + "&digits=8");
        Response again = bench.browser().send("/secrets/new", form);
        again.then().statusCode(422);
        assertThat(again.asString()).contains("id=\"fault\"", "does not take a seed", "value=\"somebody\"");
        assertThat(again.asString()).doesNotContain(KEY);
        form.put("key", "not a key 0189");
        bench.browser().send("/secrets/new", form).then().statusCode(422);
        assertThat(entries.of(person.id(), "secret-created")).isEmpty();
    }

    @Test
    void aPictureAndALinkAreLookedAtAndNothingIsKept() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        String look = "/secrets/new/look?template=OTP only&folder=own";
        Response seen = bench.browser().script(look, QrPng.of(LINK));
        seen.then().statusCode(200).header("Cache-Control", "no-store");
        assertThat(seen.jsonPath().getMap(""))
                .isEqualTo(Map.of(
                        "type",
                        "totp",
                        "algorithm",
                        "SHA1",
                        "digits",
                        6,
                        "period",
                        30,
                        "issuer",
                        "Example",
                        "account",
                        "team"));
        byte[] both = QrPng.of(LINK, LINK.replace("Example", "Another").replace("JBSW", "KRSX"));
        assertThat(bench.browser().script(look, both).jsonPath().getString("code"))
                .isEqualTo("several-codes");
        assertThat(bench.browser().script(look + "&choose=2", both).jsonPath().getString("issuer"))
                .isEqualTo("Another");
        Response unfit = bench.browser().script("/secrets/new/look?template=AWS root", QrPng.of(LINK + "&digits=8"));
        unfit.then().statusCode(400);
        assertThat(unfit.asString()).contains("otp-not-allowed").doesNotContain(KEY);
        assertThat(entries.of(person.id(), "secret-created")).isEmpty();
        assertThat(entries.of(person.id(), "seed-enrolled")).isEmpty();
    }

    @Test
    void whoMayNotAddThereHasNothingLookedAtAndThatIsOnTheLog() {
        Person person = newcomers.settled();
        Bench bench = Bench.of(person);
        String folder = PublicId.FOLDER.of(shelf.folder().id());
        Response refused =
                bench.browser().script("/secrets/new/look?template=OTP only&folder=" + folder, QrPng.of(LINK));
        assertThat(refused.statusCode()).isIn(403, 404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(1);
    }

    @Test
    void theScriptThatBringsAPictureHearsWhereItGoesOnOrWhatIsWrong() {
        Bench bench = Bench.of(newcomers.settled());
        Map<String, String> form = bench.form("OTP only", Shelf.fresh());
        String next = bench.browser().script("/secrets/new", form).jsonPath().getString("next");
        assertThat(next).endsWith("/seed");
        String proof = bench.browser()
                .script(next + "/picture", QrPng.of(LINK))
                .jsonPath()
                .getString("next");
        assertThat(bench.page(proof)).contains("Example");
        Map<String, String> wrong = new HashMap<>(form);
        wrong.put("slug", "Not A Slug");
        Response refused = bench.browser().script("/secrets/new", wrong);
        refused.then().statusCode(400);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("slug-invalid");
    }

    @Test
    void whatIsNoSeedIsFinishedOnPagesToo() {
        Bench bench = Bench.of(newcomers.settled());
        String file = bench.added("File");
        assertThat(bench.page(file + "/edit")).contains("Not ready", "Missing: <bdi>File</bdi>");
        String there = Bench.led(bench.browser().open(file + "/finish"));
        String send = Bench.found("data-send=\"([^\"]+)\"", bench.page(there));
        bench.browser().script(send, new byte[0]).then().statusCode(400);
        bench.browser()
                .script(send, "a key".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .then()
                .statusCode(200);
        assertThat(bench.page(file + "/edit")).doesNotContain("Not ready");
        String codes = bench.added("Backup codes only");
        assertThat(Bench.led(bench.browser().open(codes + "/finish"))).isEqualTo(codes + "/backup-codes");
    }

    @Test
    void onlyWhereAPictureIsBroughtTheBrowserMayMakeOne() {
        Bench bench = Bench.of(newcomers.settled());
        String secret = bench.added("OTP only");
        for (String page : new String[] {"/secrets/new", "/secrets/new?template=OTP only", secret + "/seed"}) {
            assertThat(policy(bench, page)).as(page).contains("img-src 'self' blob:;");
        }
        for (String page : new String[] {"/secrets", secret, secret + "/edit"}) {
            assertThat(policy(bench, page)).as(page).contains("img-src 'self';").doesNotContain("blob:");
        }
    }

    private static String policy(Bench bench, String page) {
        List<String> policies = bench.browser().open(page).headers().getValues("Content-Security-Policy");
        assertThat(policies)
                .as("of two that come together, browsers hold to both")
                .hasSize(1);
        return policies.getFirst();
    }
}

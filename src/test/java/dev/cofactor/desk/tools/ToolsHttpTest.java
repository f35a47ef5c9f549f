// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.tools.Toolers.question;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.machines.Depot;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.desk.tools.Toolers.Tooler;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.QrRead;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the tools answer to programs, whom they let, and what is left of it afterwards. */
@QuarkusTest
class ToolsHttpTest {
    private static final String KEY = "FF4HND2CCGPWNZHKIA66I6Y44DEKPXXI";

    private final Toolers toolers;
    private final Depot depot;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;
    private final Clock clock;

    ToolsHttpTest(Toolers toolers, Depot depot, Rules rules, LogEntries entries, WholeLog log, Clock clock) {
        this.toolers = toolers;
        this.depot = depot;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
        this.clock = clock;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void generateAnswersGentlentsKeysAndNoOthers() {
        Response made = toolers.tooler().otp(question("generate", "issuer", "Example", "label", "team é"));
        made.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        Map<String, Object> answer = made.jsonPath().getMap("");
        assertThat(answer)
                .containsOnlyKeys(
                        "algorithm", "digits", "issuer", "label", "otp_url", "period", "qrcode_url", "secret", "type")
                .containsEntry("algorithm", "SHA1")
                .containsEntry("digits", 6)
                .containsEntry("period", 30)
                .containsEntry("type", "totp")
                .containsEntry("issuer", "Example")
                .containsEntry("label", "team é");
        String secret = (String) answer.get("secret");
        assertThat(secret).matches("[A-Z2-7]{32}");
        String url = (String) answer.get("otp_url");
        assertThat(url).startsWith("otpauth://totp/Example:team%20%C3%A9?secret=" + secret + "&issuer=Example");
        String picture = String.valueOf(answer.get("qrcode_url"));
        assertThat(picture).startsWith("data:image/png;base64,");
        assertThat(QrRead.text(Base64.getDecoder().decode(picture.substring(22))))
                .isEqualTo(url);
    }

    @Test
    void eachSeedIsAnotherAndAsLongAsItsHash() {
        Tooler tooler = toolers.tooler();
        Map<String, Integer> lengths = Map.of("SHA1", 32, "SHA256", 52, "SHA512", 103);
        lengths.forEach((algorithm, length) -> {
            Map<String, Object> asked = question("generate", "algorithm", algorithm, "digits", 8, "period", 60);
            String one = secret(tooler.otp(asked));
            assertThat(one).hasSize(length).isNotEqualTo(secret(tooler.otp(asked)));
        });
        tooler.otp(question("generate", "secret", "jbsw y3dp-ehpk3pxp"))
                .then()
                .statusCode(200)
                .body("secret", equalTo("JBSWY3DPEHPK3PXP"));
    }

    @Test
    void verifyAnswersGentlentsKeysAndTheCodesOfNow() {
        long before = step();
        Response answer = toolers.tooler().otp(question("verify", "secret", KEY));
        long after = step();
        Map<String, Object> told =
                answer.then().statusCode(200).extract().jsonPath().getMap("");
        assertThat(told).containsOnlyKeys("algorithm", "digits", "otp_codes", "period", "secret", "type");
        Map<String, String> codes = answer.jsonPath().getMap("otp_codes");
        assertThat(codes).containsOnlyKeys("+30s", "current", "-30s", "-60s");
        assertThat(codes.get("current")).isIn(code(before), code(after));
    }

    @Test
    void aCodeIsCheckedAndNeitherItNorTheSeedComesBack() {
        Tooler tooler = toolers.tooler();
        Response right = tooler.otp(question("verify", "secret", KEY, "code", code(step()), "window", 2));
        right.then().statusCode(200).body("valid", equalTo(true)).body("remembered", equalTo(false));
        assertThat(right.asString()).doesNotContain(KEY).doesNotContain("otp_codes");
        assertThat(right.jsonPath().getLong("step")).isBetween(step() - 3, step());
        Response wrong = tooler.otp(question("verify", "secret", KEY, "code", code(step() - 100)));
        wrong.then().statusCode(200).body("valid", equalTo(false));
        assertThat(wrong.jsonPath().getMap("")).doesNotContainKeys("offset", "step");
    }

    @Test
    void countersAreTheCallers() {
        Map<String, Object> asked = question("verify", "secret", KEY, "counter", 7);
        asked.put("type", "counter_based");
        Response codes = toolers.tooler().otp(asked);
        codes.then().statusCode(200).body("counter", equalTo(7)).body("type", equalTo("hotp"));
        assertThat(codes.jsonPath().getMap("")).doesNotContainKey("period");
        assertThat(codes.jsonPath().getMap("otp_codes")).containsOnlyKeys("current", "+1", "+2", "+3");
    }

    @Test
    void picturesAreOfThreeKindsAndHoldWhatWasSent() {
        Tooler tooler = toolers.tooler();
        for (String kind : List.of("qr_code", "aztec_code", "data_matrix")) {
            Response answer = as(tooler.credential())
                    .accept("image/png")
                    .body(Map.of("type", kind, "data", "https://example.org/door", "scale", 3))
                    .post("/api/v1/tools/barcode");
            answer.then().statusCode(200).contentType("image/png");
            if (kind.equals("qr_code")) {
                assertThat(QrRead.text(answer.asByteArray())).isEqualTo("https://example.org/door");
            }
        }
        as(tooler.credential())
                .accept("application/json")
                .body(Map.of("data", "x".repeat(1663), "scale", 10))
                .post("/api/v1/tools/barcode")
                .then()
                .statusCode(200)
                .body("type", equalTo("qr_code"))
                .body("picture", org.hamcrest.Matchers.startsWith("data:image/png;base64,"));
    }

    @Test
    void aServiceMayAsWellAndWithoutACredentialNobody() {
        String service = depot.service();
        String token = depot.asAdministrator()
                .body(Map.of("label", "one", "days", 1))
                .post(Depot.SERVICES + "/" + service + "/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        as(token).body(question("generate")).post("/api/v1/tools/otp").then().statusCode(403);
        rules.allow(new Subject.Service(UUID.fromString(service)), new Resource.Everything(), Verb.TOOLS_USE);
        as(token).body(question("generate")).post("/api/v1/tools/otp").then().statusCode(200);
        given().contentType("application/json")
                .body(question("generate"))
                .post("/api/v1/tools/otp")
                .then()
                .statusCode(401);
    }

    @Test
    void onTheLogIsWhoAndWhichToolAndNothingElse() {
        Tooler tooler = toolers.tooler();
        tooler.otp(question("generate")).then().statusCode(200);
        tooler.otp(question("verify", "secret", KEY)).then().statusCode(200);
        tooler.otp(question("verify", "secret", KEY, "code", "123456")).then().statusCode(200);
        tooler.ask("/barcode", Map.of("data", KEY)).then().statusCode(200);
        List<LogEntries.Entry> used = entries.of(tooler.person().id(), "tool-used");
        assertThat(used)
                .extracting(entry -> entry.body().at("/details/method").asText())
                .containsExactly("otp-generate", "otp-codes", "otp-verify", "barcode");
        assertThat(used)
                .allSatisfy(entry ->
                        assertThat(entry.body().toString()).doesNotContain(KEY).doesNotContain("123456"));
    }

    private long step() {
        return clock.instant().getEpochSecond() / 30;
    }

    private static String code(long step) {
        return Enrolling.code(KEY, dev.cofactor.engine.otp.Parameters.usual(), step);
    }

    private static String secret(Response answer) {
        return answer.then().statusCode(200).extract().path("secret");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static dev.cofactor.desk.seeds.Enrolling.at;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.cofactor.engine.otp.SetupKey;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Stored;
import dev.cofactor.ground.plaintext.Plaintext;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is no seed, or not one that is wanted; and that none is ever found again. */
@QuarkusTest
class HostileEntriesHttpTest {
    private static final UUID AWS_ROOT = UUID.fromString("00000000-0000-8000-8004-000000000004");

    private final Enrolling enrolling;
    private final Shelf shelf;
    private final Stored stored;

    HostileEntriesHttpTest(Enrolling enrolling, Shelf shelf, Stored stored) {
        this.enrolling = enrolling;
        this.shelf = shelf;
        this.stored = stored;
    }

    @Test
    void picturesThatAreNoneAreRefusedWithAdvice() {
        UUID secret = enrolling.secret();
        refused(enrolling.scan(secret, Map.of(), new byte[16 << 20]), 413, "too-large");
        refused(enrolling.scan(secret, Map.of(), new byte[(15 << 20) + 1]), 413, "picture-too-large");
        refused(enrolling.scan(secret, Map.of(), "just a text".getBytes(US_ASCII)), 400, "picture-format");
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(ISO_8859_1);
        assertThat(refused(enrolling.scan(secret, Map.of(), heic), 400, "picture-format"))
                .contains("HEIC");
        refused(enrolling.scan(secret, Map.of("choose", "1")), 400, "seed-request-malformed");
    }

    @Test
    void aPictureThatIsNotOfOneSeedSaysWhatToDo() {
        UUID secret = enrolling.secret();
        String url = "https://example.com/welcome";
        assertThat(refused(enrolling.scan(secret, Map.of(), QrPng.of(url)), 400, "qr-not-otp"))
                .doesNotContain("welcome");
        String one = enrolling.key();
        String two = enrolling.key();
        byte[] both = QrPng.of(Enrolling.link(one), Enrolling.link(two).replace("team", "other"));
        Response several = enrolling.scan(secret, Map.of(), both);
        several.then()
                .statusCode(409)
                .body("code", equalTo("several-codes"))
                .body("codes", hasSize(2))
                .body("codes[0].issuer", equalTo("Example"));
        assertThat(several.asString()).doesNotContain(one).doesNotContain(two);
        String wanted = several.jsonPath().getString("codes[1].account");
        enrolling
                .scan(secret, Map.of("choose", "2"), both)
                .then()
                .statusCode(200)
                .body("seed.account", equalTo(wanted));
        refused(enrolling.scan(secret, Map.of("choose", "3"), both), 400, "no-such-choice");
    }

    @Test
    void partsOfAnExportAreGatheredInAnyOrder() {
        UUID secret = enrolling.secret();
        byte[] first = QrPng.of(Enrolling.export(0, 2, "one@example.com"));
        byte[] second = QrPng.of(Enrolling.export(1, 2, "two@example.com"));
        enrolling
                .scan(secret, Map.of(), second)
                .then()
                .statusCode(428)
                .body("code", equalTo("migration-incomplete"))
                .body("part", equalTo(List.of(2)))
                .body("of", equalTo(2))
                .body("missing", equalTo(List.of(1)));
        enrolling.scan(secret, Map.of(), second, first).then().statusCode(409).body("codes", hasSize(2));
        enrolling
                .scan(secret, Map.of("choose", "1"), second, first)
                .then()
                .statusCode(200)
                .body("seed.account", equalTo("one@example.com"));
    }

    @Test
    void whatTheTemplateOrTheEngineDoesNotTakeIsRefusedByRule() {
        UUID root = shelf.secret(shelf.folder(), "root", AWS_ROOT);
        String key = enrolling.key();
        Response hotp = enrolling.enter(root, key, Map.of("type", "hotp", "counter", 0));
        hotp.then().body("rule", equalTo("kind"));
        refused(hotp, 400, "otp-not-allowed");
        refused(enrolling.enter(root, key, Map.of("digits", 8)), 400, "otp-not-allowed");
        refused(enrolling.enter(root, key, Map.of("period", 60)), 400, "otp-not-allowed");
        refused(enrolling.enter(root, key, Map.of("algorithm", "SHA512")), 400, "otp-not-allowed");
        refused(enrolling.enter(root, key, Map.of("digits", 0)), 400, "otp-digits");
        refused(enrolling.enter(root, key, Map.of("period", -1)), 400, "otp-period");
        refused(enrolling.enter(root, key, Map.of("seed", "a")), 400, "unknown-field");
        refused(enrolling.enter(root, key, Map.of("mode", "soon")), 400, "seed-request-malformed");
        refused(enrolling.enter(root, "JBSWY3DP!", "planned"), 400, "seed-malformed");
        refused(enrolling.enter(root, "A".repeat(10 << 20), "planned"), 400, "json-limit");
        refused(enrolling.enter(root, "A".repeat(2_000), "planned"), 413, "otp-text-too-long");
        UUID note = shelf.secret(shelf.folder(), "note", UUID.fromString("00000000-0000-8000-8004-000000000008"));
        refused(enrolling.enter(note, key, "planned"), 409, "no-such-field");
    }

    @Test
    void backupCodesAreCountedReplacedAndNeverTold() {
        UUID secret = shelf.secret(shelf.folder(), "codes", UUID.fromString("00000000-0000-8000-8004-000000000003"));
        String path = at(secret) + "/backup-codes";
        refused(enrolling.asAdministrator().get(path), 409, "no-backup-codes");
        Response put = enrolling
                .asAdministrator()
                .contentType("text/plain")
                .body("My codes:\n1. 8hk3-22pq\n2. m4td-90xs\n3. m4td-90xs\n")
                .put(path);
        put.then()
                .statusCode(200)
                .body("left", equalTo(2))
                .body("total", equalTo(2))
                .body("merged", equalTo(1));
        Response again = enrolling
                .asAdministrator()
                .body(Map.of("text", "77bakz1c, 88bakz1c, 99bakz1c", "lowWater", 1))
                .put(path);
        again.then().statusCode(200).body("total", equalTo(3)).body("low", equalTo(false));
        enrolling
                .asAdministrator()
                .header("If-Match", again.header("ETag"))
                .body(Map.of("lowWater", 3))
                .patch(path)
                .then()
                .statusCode(200)
                .body("low", equalTo(true));
        assertThat(enrolling.asAdministrator().get(path).asString() + put.asString() + again.asString())
                .doesNotContain("8hk3-22pq")
                .doesNotContain("8hk322pq")
                .doesNotContain("77bakz1c");
        refused(enrolling.asAdministrator().body(Map.of("text", "none")).put(path), 400, "backup-codes-unclear");
    }

    @Test
    void aSeedIsFoundNowhereAfterItCameIn() throws SQLException {
        List<String> answers = new ArrayList<>();
        String key = enrolling.key();
        UUID secret = enrolling.secret();
        try (CapturedLog logged = new CapturedLog()) {
            answers.add(enrolling
                    .scan(secret, Map.of(), QrPng.of(Enrolling.link(key)))
                    .asString());
            answers.add(enrolling
                    .prove(secret, Map.of("code", Enrolling.code(key, 0)))
                    .asString());
            answers.add(enrolling.enter(secret, key + "!", "planned").asString());
            answers.add(enrolling.enter(secret, key, Map.of("digits", 0)).asString());
            answers.add(enrolling.enter(secret, key, Map.of(key, 1)).asString());
            answers.add(enrolling
                    .asAdministrator()
                    .body("{\"setupKey\": \"" + key)
                    .put(at(secret) + "/seed")
                    .asString());
            answers.add(
                    enrolling.asAdministrator().get(at(secret) + "/seed/" + key).asString());
            for (String path : List.of("/seed", "/seed/custody", "/backup-codes")) {
                answers.add(enrolling.asAdministrator().get(at(secret) + path).asString());
            }
            answers.add(logged.text());
        }
        answers.addAll(tables());
        String hex = hex(key);
        for (String answer : answers) {
            String whole = answer.toLowerCase(Locale.ROOT);
            assertThat(whole.contains(key.toLowerCase(Locale.ROOT)) || whole.contains(hex))
                    .isFalse();
        }
        assertThat(String.join("", tables())).contains(secret.toString());
    }

    private static String hex(String key) {
        try (Plaintext text = Plaintext.owning(key.getBytes(US_ASCII));
                Plaintext seed = SetupKey.read(text)) {
            return HexFormat.of().formatHex(seed.reveal());
        }
    }

    private List<String> tables() throws SQLException {
        List<String> all = new ArrayList<>();
        stored.rows((table, row) -> all.add(row));
        return all;
    }

    private static String refused(Response answer, int status, String code) {
        return answer.then()
                .statusCode(status)
                .body("code", equalTo(code))
                .extract()
                .asString();
    }
}

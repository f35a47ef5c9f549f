// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static dev.cofactor.desk.seeds.Enrolling.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steam's own kind of code, from the way in to the way out; what a code must be is worked out here once more. */
@QuarkusTest
class SteamHttpTest {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String ALPHABET = "23456789BCDFGHJKMNPQRTVWXY";
    private static final int PERIOD = 30;

    private final Kiosk kiosk;
    private final Enrolling enrolling;
    private final Shelf shelf;
    private final WholeLog log;

    SteamHttpTest(Kiosk kiosk, Enrolling enrolling, Shelf shelf, WholeLog log) {
        this.kiosk = kiosk;
        this.enrolling = enrolling;
        this.shelf = shelf;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otpauth://steam/Steam:team?secret=%s&issuer=Steam",
                "otpauth://totp/Steam:team?secret=%s&issuer=Steam&encoder=steam",
                "by hand"
            })
    void aSteamSeedIsEnteredProvedAndGivesFiveOfSteamsCharacters(String way) throws Exception {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "steam", template());
        String key = enrolling.key();
        Map<String, Object> given = way.startsWith("otpauth")
                ? Map.of("uri", way.formatted(key))
                : Map.of("setupKey", key, "type", "steam", "issuer", "Steam", "account", "team");
        enrolling
                .asAdministrator()
                .body(given)
                .put(at(secret) + "/seed")
                .then()
                .statusCode(200)
                .body("seed.type", equalTo("steam"))
                .body("seed.issuer", equalTo("Steam"))
                .body("seed.account", equalTo("team"));
        enrolling.prove(secret, Map.of("code", "23456")).then().statusCode(400);
        if (!proved(secret, key, -1)) { // that step was over a whole one ago
            assertThat(proved(secret, key, 0)).isTrue();
        }
        Stand stand = new Stand(secret, folder.path() + "/steam", key, Parameters.steam());
        Visitor visitor = kiosk.visitor(stand, Verb.CODE_FETCH);
        JsonPath fetched = kiosk.fetch(visitor, stand, Map.of())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(fetched.getString("type")).isEqualTo("steam");
        assertThat(fetched.getInt("digits")).isEqualTo(5);
        assertThat(fetched.getInt("period")).isEqualTo(PERIOD);
        assertThat(fetched.getString("code"))
                .matches("[" + ALPHABET + "]{5}")
                .isEqualTo(code(key, fetched.getLong("step")));
    }

    /** The step of the proof is used up: by the one before nobody has to wait for the next. */
    private boolean proved(UUID secret, String key, int steps) throws GeneralSecurityException {
        long step = Instant.now().getEpochSecond() / PERIOD + steps;
        return enrolling.prove(secret, Map.of("code", code(key, step))).statusCode() == 200;
    }

    private UUID template() {
        Map<String, Object> otp = Map.of(
                "kinds", List.of("steam"),
                "digits", List.of(6),
                "periods", List.of(30),
                "algorithms", List.of("SHA1"),
                "step", "shared",
                "leastLife", 0);
        Map<String, Object> field = Map.of("name", "OTP", "type", "seed", "required", true, "open", false, "otp", otp);
        String id = enrolling
                .asAdministrator()
                .body(Map.of("name", Shelf.fresh(), "fields", List.of(field)))
                .post("/api/v1/templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return PublicId.TEMPLATE.read(id).orElseThrow();
    }

    /** HMAC-SHA1 of the step, 31 bits of it, written to the base 26, the last digit first. */
    private static String code(String key, long step) throws GeneralSecurityException {
        BigInteger bits = BigInteger.ZERO;
        for (char c : key.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(c)));
        }
        byte[] seed = new byte[key.length() * 5 / 8];
        byte[] all = bits.toByteArray();
        for (int i = 0; i < seed.length && i < all.length; i++) {
            seed[seed.length - 1 - i] = all[all.length - 1 - i];
        }
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(seed, "RAW"));
        byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
        long number = ByteBuffer.wrap(hash).getInt(hash[19] & 15) & 0x7fffffffL;
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            code.append(ALPHABET.charAt((int) (number % 26)));
            number /= 26;
        }
        return code.toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static io.restassured.RestAssured.given;

import dev.cofactor.engine.otp.Otp;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.SetupKey;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Seeds and those who bring them, as programs do it. */
@Singleton
public class Enrolling {
    static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final Standing administrator;
    private final Shelf shelf;
    private final SecureRandom chance = new SecureRandom();

    Enrolling(Newcomers newcomers, Shelf shelf) {
        administrator = newcomers.standing(Role.ADMINISTRATOR);
        this.shelf = shelf;
    }

    public String administrator() {
        return administrator.credential();
    }

    public UUID administratorId() {
        return administrator.id();
    }

    /** A draft of the template for codes alone. */
    UUID secret() {
        return shelf.secret(shelf.folder(), "otp");
    }

    /** 32 characters that nothing else has. */
    public String key() {
        StringBuilder key = new StringBuilder();
        chance.ints(32, 0, 32).forEach(digit -> key.append(BASE32.charAt(digit)));
        return key.toString();
    }

    static String link(String key) {
        return "otpauth://totp/Example:team%40example.com?secret=" + key + "&issuer=Example";
    }

    /** A part of what Google Authenticator exports, with one account. */
    static String export(int index, int size, String account) {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        field(entry, 1, "12345678901234567890".substring(index).getBytes(StandardCharsets.US_ASCII));
        field(entry, 2, account.getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        field(message, 1, entry.toByteArray());
        message.writeBytes(new byte[] {3 << 3, (byte) size, 4 << 3, (byte) index, 5 << 3, 9});
        String data = Base64.getEncoder().encodeToString(message.toByteArray());
        return "otpauth-migration://offline?data=" + URLEncoder.encode(data, StandardCharsets.UTF_8);
    }

    private static void field(ByteArrayOutputStream out, int number, byte[] bytes) {
        out.write(number << 3 | 2);
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    public static String at(UUID secret) {
        return "/api/v1/secrets/" + PublicId.SECRET.of(secret);
    }

    public static RequestSpecification as(String credential) {
        return given().header("Authorization", "Bearer " + credential).contentType(ContentType.JSON);
    }

    public RequestSpecification asAdministrator() {
        return as(administrator());
    }

    public Response enter(UUID secret, String key, String mode) {
        return asAdministrator().body(Map.of("setupKey", key, "mode", mode)).put(at(secret) + "/seed");
    }

    public Response enter(UUID secret, String key, Map<String, Object> options) {
        Map<String, Object> body = new HashMap<>(options);
        body.put("setupKey", key);
        return asAdministrator().body(body).put(at(secret) + "/seed");
    }

    public Response scan(UUID secret, Map<String, String> words, byte[]... pictures) {
        RequestSpecification form =
                given().header("Authorization", "Bearer " + administrator()).contentType("multipart/form-data");
        for (byte[] picture : pictures) {
            form.multiPart("picture", "qr.png", picture);
        }
        words.forEach(form::multiPart);
        return form.put(at(secret) + "/seed");
    }

    Response stop(UUID secret) {
        return asAdministrator().post(at(secret) + "/seed/stop");
    }

    public Response prove(UUID secret, Map<String, Object> how) {
        return asAdministrator().body(how).post(at(secret) + "/seed/proof");
    }

    /** Enters a seed and proves it by a code of the site's app. */
    public String serving(UUID secret) {
        String key = key();
        enter(secret, key, "planned").then().statusCode(200);
        prove(secret, Map.of("code", code(key, 0))).then().statusCode(200);
        return key;
    }

    /** As the site's app computes it, so many steps from now. */
    public static String code(String key, int steps) {
        return code(key, Parameters.usual(), Instant.now().getEpochSecond() / 30 + steps);
    }

    public static String code(String key, Parameters parameters, long moment) {
        try (Plaintext text = Plaintext.owning(key.getBytes(StandardCharsets.US_ASCII));
                Plaintext seed = SetupKey.read(text)) {
            return Otp.code(seed, parameters, moment).text();
        }
    }

    /** On a thread of its own: the common pool of a machine with few processors does one thing after another. */
    public static <T> CompletableFuture<T> begun(Supplier<T> task) {
        return CompletableFuture.supplyAsync(task, run -> Thread.ofPlatform().start(run));
    }

    public static List<Integer> atOnce(int number, IntFunction<Response> ask) {
        return IntStream.range(0, number)
                .mapToObj(one -> begun(() -> ask.apply(one).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }
}

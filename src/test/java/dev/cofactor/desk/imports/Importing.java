// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Files as programs send them: looked at, and then taken in as they were shown. */
public final class Importing {
    public static final String LOOK = "/api/v1/imports";
    public static final String TAKE = "/api/v1/imports/apply";

    private final String credential;

    Importing(String credential) {
        this.credential = credential;
    }

    /** A list of links, one for each key. */
    static byte[] list(List<String> keys) {
        return keys.stream()
                .map(key -> "otpauth://totp/Site%20" + key.substring(0, 8) + ":team?secret=" + key + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    static Map<String, String> into(String folder) {
        return Map.of("folder", folder, "template", "OTP only");
    }

    Response look(byte[] file, Map<String, String> words) {
        return send(LOOK, file, words);
    }

    Response take(byte[] file, Map<String, String> words, String plan) {
        Map<String, String> all = new HashMap<>(words);
        all.put("plan", plan);
        return send(TAKE, file, all);
    }

    /** As they are shown. */
    Response lookAndTake(byte[] file, Map<String, String> words) {
        String plan = look(file, words).then().statusCode(200).extract().path("plan");
        return take(file, words, plan);
    }

    private Response send(String path, byte[] file, Map<String, String> words) {
        RequestSpecification form =
                given().header("Authorization", "Bearer " + credential).contentType("multipart/form-data");
        form.multiPart("file", "export", file);
        words.forEach(form::multiPart);
        return form.post(path);
    }
}

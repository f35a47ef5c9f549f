// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS's Signature Version 4, as far as it is needed here: no path, and no query that would have to be put in order.
 *
 * @param service like {@code kms}
 */
record AwsSignature(String region, String service, Instant time) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How the time of the request is written in its header {@code x-amz-date}. */
    String moment() {
        return MOMENT.format(time);
    }

    /**
     * What goes into the header {@code Authorization}.
     *
     * @param query encoded, with its names in order, or empty
     * @param headers all that are signed, names in lower case, with {@code host} and {@code x-amz-date} among them
     */
    String authorization(
            AwsCredentials who, String method, String query, SortedMap<String, String> headers, byte[] body) {
        String names = String.join(";", headers.keySet());
        String lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        String request = String.join("\n", method, "/", query, lines, names, hex(sha256(body)));
        String scope = String.join("/", day(), region, service, "aws4_request");
        String toSign = String.join("\n", ALGORITHM, moment(), scope, hex(sha256(request.getBytes(UTF_8))));
        return ALGORITHM + " Credential=" + who.accessKeyId() + "/" + scope + ", SignedHeaders=" + names
                + ", Signature=" + hex(signature(who.secret(), toSign));
    }

    private String day() {
        return moment().substring(0, 8);
    }

    private byte[] signature(Plaintext secret, String toSign) {
        byte[] bytes = secret.reveal();
        try (Plaintext first = Plaintext.owning(ByteBuffer.allocate(4 + bytes.length)
                        .put("AWS4".getBytes(UTF_8))
                        .put(bytes)
                        .array());
                Plaintext ofDay = Plaintext.owning(hmac(first.reveal(), day()));
                Plaintext ofRegion = Plaintext.owning(hmac(ofDay.reveal(), region));
                Plaintext ofService = Plaintext.owning(hmac(ofRegion.reveal(), service));
                Plaintext key = Plaintext.owning(hmac(ofService.reveal(), "aws4_request"))) {
            return hmac(key.reveal(), toSign);
        }
    }

    private static byte[] hmac(byte[] key, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/** Somebody reviews who could have what, and signs it off. */
final class Reviews {
    private static final String AT = "/api/v1/access-review";

    private Reviews() {}

    static void all(Wire wire, String auditor) throws Exception {
        Instant at = Instant.now();
        String table = wire.send(as(auditor, Wire.sent("GET", AT + "/table.csv?at=" + at)))
                .is(200)
                .text();
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(table.getBytes(UTF_8)));
        String signed = "{\"at\": \"" + at + "\", \"sha256\": \"" + hash + "\", \"words\": \"seen\"}";
        wire.send(as(auditor, Wire.sent("POST", AT + "/sign-offs", signed))).is(200);
    }

    private static Wire.Sent as(String auditor, Wire.Sent sent) {
        return sent.with("Authorization", "Bearer " + auditor);
    }
}

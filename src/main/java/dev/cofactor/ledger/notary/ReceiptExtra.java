// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;

/** What a receipt carries besides the proof: JSON in one spelling, its values in base64. {@code witness} reads it. */
record ReceiptExtra(byte[] leaf, Optional<Opened> opened) {
    static final int SALT_BYTES = 32;

    /** What the leaf commits to. */
    record Opened(byte[] salt, byte[] body) {}

    byte[] bytes() {
        Base64.Encoder base64 = Base64.getEncoder();
        StringBuilder json = new StringBuilder("{");
        opened.ifPresent(o -> json.append("\"body\":\"")
                .append(base64.encodeToString(o.body()))
                .append("\","));
        json.append("\"leaf\":\"").append(base64.encodeToString(leaf)).append('"');
        opened.ifPresent(o -> json.append(",\"salt\":\"")
                .append(base64.encodeToString(o.salt()))
                .append('"'));
        return json.append('}').toString().getBytes(US_ASCII);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What a reader of lines does to check them, written by the formats' pages alone. */
final class PaperLines {
    private PaperLines() {}

    static byte[] bytes(JsonNode line, String member) {
        return Base64.getDecoder().decode(line.get(member).asText());
    }

    static byte[] sha256(byte[]... parts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Arrays.stream(parts).forEach(digest::update);
        return digest.digest();
    }

    static byte[] root(List<byte[]> hashes) throws NoSuchAlgorithmException {
        if (hashes.size() == 1) {
            return hashes.getFirst();
        }
        int split = Integer.highestOneBit(hashes.size() - 1);
        return sha256(new byte[] {1}, root(hashes.subList(0, split)), root(hashes.subList(split, hashes.size())));
    }
}

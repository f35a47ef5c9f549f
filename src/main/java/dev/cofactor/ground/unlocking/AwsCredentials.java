// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks AWS: the section {@code [default]} of a file in its own format. Read anew for each request, so that whatever
 * renews the file is heard, and nothing of it is kept.
 *
 * @param token of temporary credentials; it goes into a header as it is
 */
record AwsCredentials(String accessKeyId, Plaintext secret, Optional<String> token) implements AutoCloseable {
    private static final int LONGEST = 16 * 1024;
    private static final Set<String> KNOWN = Set.of("aws_access_key_id", "aws_secret_access_key", "aws_session_token");

    static AwsCredentials read(Path path) {
        PrivateFile file = new PrivateFile(path, "AWS credentials file", "aws configure", LONGEST);
        try (Plaintext text = file.read()) {
            Map<String, byte[]> found = section(text.reveal());
            byte[] id = found.get("aws_access_key_id");
            byte[] secret = found.get("aws_secret_access_key");
            if (id == null || secret == null || id.length == 0 || secret.length == 0) {
                found.values().forEach(value -> Arrays.fill(value, (byte) 0));
                throw file.unusable(" has no aws_access_key_id and aws_secret_access_key in its section [default]");
            }
            return new AwsCredentials(
                    new String(id, US_ASCII),
                    Plaintext.owning(secret),
                    Optional.ofNullable(found.get("aws_session_token")).map(token -> new String(token, US_ASCII)));
        }
    }

    @Override
    public void close() {
        secret.close();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }

    private static Map<String, byte[]> section(byte[] text) {
        Map<String, byte[]> found = new HashMap<>();
        boolean wanted = false;
        int start = 0;
        while (start < text.length) {
            int end = start;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            if (text[start] == '[') {
                wanted = new String(text, start, end - start, US_ASCII).strip().equals("[default]");
            } else if (wanted) {
                take(text, start, end, found);
            }
            start = end + 1;
        }
        return found;
    }

    /** A name, an equals sign, a value; blanks around either mean nothing. Lines of any other shape are not for us. */
    private static void take(byte[] text, int start, int end, Map<String, byte[]> found) {
        int equals = start;
        while (equals < end && text[equals] != '=') {
            equals++;
        }
        String name = new String(text, start, equals - start, US_ASCII).strip();
        if (equals == end || !KNOWN.contains(name)) {
            return;
        }
        int from = equals + 1;
        int to = end;
        while (from < to && text[from] <= ' ') {
            from++;
        }
        while (to > from && text[to - 1] <= ' ') {
            to--;
        }
        found.put(name, Arrays.copyOfRange(text, from, to));
    }
}

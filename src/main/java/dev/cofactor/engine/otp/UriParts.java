// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A URI taken apart byte by byte, so that there is never a text of all of it. Of its parameters only those in a list are
 * looked at; each may occur once. Owns what it holds.
 */
final class UriParts implements AutoCloseable {
    private static final int LONGEST_TYPE = 16;

    private final String type;
    private final String label;
    private final Map<String, Plaintext> values;

    private UriParts(String type, String label, Map<String, Plaintext> values) {
        this.type = type;
        this.label = label;
        this.values = values;
    }

    /** Whether a text, after blanks, begins with a scheme and two slashes, in any case. */
    static boolean hasScheme(byte[] text, String scheme) {
        byte[] start = (scheme + "://").getBytes(ISO_8859_1);
        int from = begin(text);
        return text.length - from >= start.length
                && new String(text, from, start.length, ISO_8859_1).equalsIgnoreCase(scheme + "://");
    }

    /**
     * @param hashIsText whether {@code #} is an ordinary character, as in an account name that was not escaped
     * @param known in lower case
     */
    static UriParts read(byte[] text, String scheme, boolean hashIsText, Set<String> known) {
        if (!hasScheme(text, scheme)) {
            throw OtpRefused.uri("this is no setup link");
        }
        int end = hashIsText ? end(text) : until("#", text, begin(text), end(text));
        for (int i = begin(text); i < end; i++) {
            if ((text[i] >= 0 && text[i] < ' ') || text[i] == 0x7f) {
                throw OtpRefused.uri("the setup link has a control character in it; copy it again");
            }
        }
        int start = begin(text) + scheme.length() + "://".length();
        int typeEnd = until("/?", text, start, end);
        int labelEnd = until("?", text, typeEnd, end);
        String type = type(text, start, typeEnd);
        String label = labelEnd <= typeEnd + 1 ? "" : label(text, typeEnd + 1, labelEnd);
        return new UriParts(type, label, values(text, Math.min(labelEnd + 1, end), end, known));
    }

    private static String type(byte[] text, int from, int to) {
        if (to - from > LONGEST_TYPE) {
            throw OtpRefused.type();
        }
        return new String(text, from, to - from, ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static String label(byte[] text, int from, int to) {
        try (Plaintext decoded = decoded(text, from, to, false)) {
            return utf8(decoded);
        }
    }

    private static Map<String, Plaintext> values(byte[] text, int from, int end, Set<String> known) {
        Map<String, Plaintext> values = new HashMap<>();
        try {
            for (int at = from; at < end; ) {
                int to = until("&", text, at, end);
                int equals = until("=", text, at, to);
                String name = new String(text, at, equals - at, ISO_8859_1).toLowerCase(Locale.ROOT);
                if (known.contains(name)) {
                    Plaintext value = decoded(text, Math.min(equals + 1, to), to, true);
                    closeAndRefuseIf(values.put(name, value));
                }
                at = to + 1;
            }
            return values;
        } catch (OtpRefused e) {
            values.values().forEach(Plaintext::close);
            throw e;
        }
    }

    private static void closeAndRefuseIf(@Nullable Plaintext before) {
        if (before != null) {
            before.close();
            throw OtpRefused.twice();
        }
    }

    String type() {
        return type;
    }

    String label() {
        return label;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value as text, empty if it is not there. */
    String text(String name) {
        Plaintext value = values.get(name);
        return value == null ? "" : utf8(value);
    }

    /** The value, which stays owned here. */
    @Nullable
    Plaintext bytes(String name) {
        return values.get(name);
    }

    @Override
    public void close() {
        values.values().forEach(Plaintext::close);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }

    static String utf8(Plaintext bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.reveal()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw OtpRefused.label("issuer and account name have to be UTF-8");
        }
    }

    private static Plaintext decoded(byte[] text, int from, int to, boolean plusIsBlank) {
        try (Plaintext longest = Plaintext.owning(new byte[to - from])) {
            byte[] bytes = longest.reveal();
            int length = 0;
            for (int i = from; i < to; i++) {
                byte b = text[i];
                if (b == '%') {
                    b = escaped(text, i, to);
                    i += 2;
                } else if (b == '+' && plusIsBlank) {
                    b = ' ';
                }
                bytes[length++] = b;
            }
            return Plaintext.owning(Arrays.copyOf(bytes, length));
        }
    }

    private static byte escaped(byte[] text, int at, int to) {
        int high = at + 1 < to ? Character.digit(text[at + 1], 16) : -1;
        int low = at + 2 < to ? Character.digit(text[at + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw OtpRefused.uri("the setup link has a percent sign without two hexadecimal digits; copy it again");
        }
        return (byte) ((high << 4) | low);
    }

    private static int until(String any, byte[] text, int from, int to) {
        int at = from;
        while (at < to && any.indexOf(text[at]) < 0) {
            at++;
        }
        return at;
    }

    private static int begin(byte[] text) {
        int begin = 0;
        while (begin < text.length && isBlank(text[begin])) {
            begin++;
        }
        return begin;
    }

    private static int end(byte[] text) {
        int end = text.length;
        while (end > begin(text) && isBlank(text[end - 1])) {
            end--;
        }
        return end;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.ground.identity.DisplayName;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/**
 * Whether a value is what its field asks for. A refusal names the field as the template does and repeats nothing of the
 * value; of a sealed one nothing is left behind here.
 */
public final class Checks {
    private static final int LAST_ASCII = 0x7E;

    private Checks() {}

    /** Of a field that lies in clear. */
    public static void open(Field field, String value) {
        require(field.open(), field, "this field is sealed");
        text(field, value);
    }

    /** @param value UTF-8, but of a file any bytes; stays the caller's, who overwrites it */
    public static void sealed(Field field, byte[] value) {
        require(!field.open(), field, "this field lies open");
        if (field.type() == FieldType.FILE) {
            require(value.length > 0 && value.length <= field.type().longest(), field, "a file has 1 byte to 400 KB");
            return;
        }
        CharBuffer decoded = CharBuffer.wrap(new char[value.length]);
        try {
            boolean whole = !StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value), decoded, true)
                    .isError();
            require(whole, field, "this is not text in UTF-8");
            text(field, decoded.flip());
        } finally {
            Arrays.fill(decoded.array(), '\0');
        }
    }

    /** Whether a secret that has values for these fields has all it must have. */
    public static void complete(TemplateVersion version, Set<UUID> given) {
        for (Field field : version.fields()) {
            require(!field.required() || given.contains(field.id()), field, "this field is required");
        }
    }

    private static void text(Field field, CharSequence value) {
        int longest = field.type().longest();
        require(
                !value.isEmpty() && Character.codePointCount(value, 0, value.length()) <= longest,
                field,
                "this field has 1 to " + longest + " characters");
        switch (field.type()) {
            case SINGLE_LINE, BACKUP_CODES -> line(field, value);
            case MULTI_LINE, RECOVERY_KEY -> lines(field, value);
            case PASSWORD -> password(field, value);
            case URL -> url(field, value);
            case SEED -> ascii(field, value, "a seed is a setup key or a setup address");
            case FILE -> throw new IllegalArgumentException("a file is no text");
        }
    }

    private static void line(Field field, CharSequence value) {
        require(
                value.codePoints().allMatch(DisplayName::isPlain),
                field,
                "this field is one line without control characters");
    }

    private static void lines(Field field, CharSequence value) {
        require(
                value.codePoints()
                        .allMatch(one ->
                                one == '\n' || one == '\t' || DisplayName.isPlain(one) || DisplayName.turns(one)),
                field,
                "this field has no control characters but tabs and the ends of lines");
    }

    private static void password(Field field, CharSequence value) {
        line(field, value);
        if (field.rules() instanceof FieldRules.Password policy) {
            require(
                    Character.codePointCount(value, 0, value.length()) >= policy.shortest(),
                    field,
                    "this password has at least " + policy.shortest() + " characters");
            for (FieldRules.CharacterClass one : policy.classes()) {
                require(one.isIn(value), field, "this password lacks a character of the class " + one.word());
            }
        }
    }

    private static void ascii(Field field, CharSequence value, String rule) {
        require(value.chars().allMatch(one -> one >= ' ' && one <= LAST_ASCII), field, rule);
    }

    private static void url(Field field, CharSequence value) {
        ascii(field, value, "an address has no spaces, and other letters than a-z are encoded");
        try {
            URI address = new URI(value.toString());
            String scheme = String.valueOf(address.getScheme());
            require(
                    scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"),
                    field,
                    "an address begins with https:// or http://");
            require(address.getHost() != null, field, "an address names a host");
            require(address.getRawUserInfo() == null, field, "an address holds no credentials");
        } catch (URISyntaxException e) {
            throw TemplateRefused.value(field, "this is no address"); // without the cause, which repeats it
        }
    }

    private static void require(boolean holds, Field field, String rule) {
        if (!holds) {
            throw TemplateRefused.value(field, rule);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.otp.Account.Named;
import dev.cofactor.engine.otp.Enrolment.Remark;
import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * The {@code otpauth} URI: reads what apps and issuers write, and writes the one spelling all of them read. What is
 * accepted stands in {@code src/docs/formats/otp.md}. Nothing a URI names is ever fetched.
 */
public final class KeyUri {
    /** In bytes of UTF-8. */
    public static final int MAX_LENGTH = 4_096;

    static final String SCHEME = "otpauth";

    private static final Set<String> KNOWN =
            Set.of("secret", "issuer", "algorithm", "digits", "period", "counter", "encoder", "steam");
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** Where a URI comes from. */
    public enum Source {
        /** Somebody sets a factor up now, and can ask for a better one. */
        ENTRY,
        /** Somebody brings what another program kept: a missing counter is taken for 0, and said. */
        IMPORT
    }

    private KeyUri() {}

    /** The caller closes both the text, whenever it likes, and what is returned. */
    public static Enrolment read(Plaintext uri, Source source) {
        byte[] text = uri.reveal();
        if (text.length > MAX_LENGTH) {
            throw OtpRefused.tooLong();
        }
        if (hasTextAfterHash(text)) {
            return read(text, source, true);
        }
        try {
            return read(text, source, false);
        } catch (OtpRefused e) {
            return read(text, source, true);
        }
    }

    /** A fragment with parameters in it is none: the hash stands in a name that was not escaped. */
    private static boolean hasTextAfterHash(byte[] text) {
        boolean behind = false;
        for (byte b : text) {
            behind |= b == '#';
            if (behind && (b == '?' || b == '&')) {
                return true;
            }
        }
        return false;
    }

    private static Enrolment read(byte[] text, Source source, boolean hashIsText) {
        try (UriParts parts = UriParts.read(text, SCHEME, hashIsText, KNOWN)) {
            Kind said = kind(parts.type());
            Named named = Account.named(parts.label(), parts.text("issuer"));
            Set<Remark> remarks = remarks(named);
            Parameters parameters = parameters(parts, said, named, source, remarks);
            if (parts.has("digits") && parameters.digits() != 6 && parameters.digits() != 8) {
                remarks.add(Remark.UNUSUAL_DIGITS);
            }
            Plaintext secret = parts.bytes("secret");
            if (secret == null) {
                throw OtpRefused.seedMissing();
            }
            return new Enrolment(
                    named.account(), named.labelIssuer(), parameters, Base32.decode(secret.reveal()), remarks);
        }
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "totp" -> Kind.TOTP;
            case "hotp" -> Kind.HOTP;
            case "steam" -> Kind.STEAM;
            case "yaotp" -> throw OtpRefused.yandex();
            case "motp" -> throw OtpRefused.motp();
            default -> throw OtpRefused.type();
        };
    }

    private static Set<Remark> remarks(Named named) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        if (!named.labelIssuer().isEmpty()) {
            remarks.add(Remark.ISSUERS_DIFFER);
        }
        if (!named.lostPeriod().isEmpty()) {
            remarks.add(Remark.ISSUER_REPAIRED);
        }
        return remarks;
    }

    private static Parameters parameters(UriParts parts, Kind said, Named named, Source source, Set<Remark> remarks) {
        Algorithm algorithm = parts.has("algorithm") ? Algorithm.read(parts.text("algorithm")) : Algorithm.SHA1;
        if (said == Kind.HOTP) {
            return Parameters.hotp(algorithm, digits(parts, said), counter(parts, source, remarks));
        }
        int period = period(parts, named);
        Kind kind = steamOr(said, parts, named, algorithm, period, remarks);
        return new Parameters(kind, algorithm, digits(parts, kind), period, 0);
    }

    /** Steam has three spellings, and a fourth that only its name tells: that one may not contradict itself. */
    private static Kind steamOr(
            Kind said, UriParts parts, Named named, Algorithm algorithm, int period, Set<Remark> remarks) {
        if (parts.has("steam") || parts.text("encoder").equalsIgnoreCase("steam")) {
            return Kind.STEAM;
        }
        if (said == Kind.STEAM || !named.account().issuer().equalsIgnoreCase("steam")) {
            return said;
        }
        boolean fits = (!parts.has("digits") || parts.text("digits").equals("5"))
                && algorithm == Algorithm.SHA1
                && period == Parameters.USUAL_PERIOD;
        remarks.add(fits ? Remark.READ_AS_STEAM : Remark.MAY_BE_STEAM);
        return fits ? Kind.STEAM : said;
    }

    private static int digits(UriParts parts, Kind kind) {
        if (parts.has("digits")) {
            return (int) number(parts.text("digits"), Parameters.MAX_DIGITS, OtpRefused.digits());
        }
        return kind == Kind.STEAM ? Parameters.STEAM_CHARACTERS : Parameters.USUAL_DIGITS;
    }

    private static int period(UriParts parts, Named named) {
        if (parts.has("period")) {
            return (int) number(parts.text("period"), Parameters.MAX_PERIOD, OtpRefused.period());
        }
        return named.lostPeriod().isEmpty()
                ? Parameters.USUAL_PERIOD
                : (int) number(named.lostPeriod(), Parameters.MAX_PERIOD, OtpRefused.period());
    }

    private static long counter(UriParts parts, Source source, Set<Remark> remarks) {
        if (parts.has("counter")) {
            return number(parts.text("counter"), Long.MAX_VALUE, OtpRefused.counter());
        }
        return switch (source) {
            case ENTRY -> throw OtpRefused.counterMissing();
            case IMPORT -> {
                remarks.add(Remark.COUNTER_ASSUMED);
                yield 0;
            }
        };
    }

    /** ASCII digits and nothing else: Java's own parser takes a sign, and the digits of every script. */
    private static long number(String text, long max, OtpRefused otherwise) {
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw otherwise;
        }
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (number > (max - digit) / 10) {
                throw otherwise;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** The seed in the clear, with all that a scanner needs: only for a person's own factor, for the sealed bundle, and
     * for tools, which keep none. */
    public static Plaintext write(Enrolment enrolment) {
        Parameters parameters = enrolment.parameters();
        String issuer = withoutColon(enrolment.account().issuer());
        String name = withoutColon(enrolment.account().name());
        String moment =
                parameters.kind().isTimed() ? "&period=" + parameters.period() : "&counter=" + parameters.counter();
        byte[] before = (SCHEME + "://" + type(parameters.kind()) + "/" + (issuer.isEmpty() ? "" : issuer + ":") + name
                        + "?secret=")
                .getBytes(US_ASCII);
        byte[] after = ((issuer.isEmpty() ? "" : "&issuer=" + issuer) + "&algorithm="
                        + parameters.algorithm().name() + "&digits=" + parameters.digits() + moment)
                .getBytes(US_ASCII);
        try (Plaintext secret = Base32.encode(enrolment.seed())) {
            byte[] key = secret.reveal();
            return Plaintext.owning(ByteBuffer.allocate(before.length + key.length + after.length)
                    .put(before)
                    .put(key)
                    .put(after)
                    .array());
        }
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case TOTP -> "totp";
            case HOTP -> "hotp";
            case STEAM -> "steam";
        };
    }

    /** Escaped too; a colon becomes a dash, for readers disagree on where the issuer ends as soon as there are two. */
    private static String withoutColon(String text) {
        StringBuilder escaped = new StringBuilder();
        for (byte b : text.replace(':', '-').getBytes(UTF_8)) {
            if (Base32.isAlphanumeric(b) || "-._~".indexOf(b) >= 0) {
                escaped.append((char) b);
            } else {
                escaped.append('%').append(HEX.toHexDigits(b));
            }
        }
        return escaped.toString();
    }
}

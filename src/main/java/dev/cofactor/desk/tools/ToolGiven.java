// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cofactor.desk.secrets.SecretJson;
import dev.cofactor.desk.seeds.Entered.Options;
import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.Seed;
import dev.cofactor.engine.otp.SetupKey;
import dev.cofactor.engine.qr.QrPicture;
import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the tools are asked. What may be secret comes in as characters, which are overwritten. */
final class ToolGiven {
    static final int MOST_WINDOW = 10;
    static final int FEWEST = 4;
    static final int MOST = 1663;
    private static final int USUAL_SCALE = 2;

    /** What every program can write as a number; and there is room ahead of it. */
    private static final long MOST_COUNTED = 1L << 53;

    private ToolGiven() {}

    /**
     * A question about one-time passwords.
     *
     * @param type {@code time_based} or {@code counter_based}
     * @param action {@code generate} or {@code verify}
     * @param code to be checked; without one, the codes are told
     */
    record Otp(
            @Nullable String type,
            @Nullable String action,
            @Nullable String label,
            @Nullable String issuer,
            @Nullable String algorithm,
            @Nullable Integer digits,
            @Nullable Integer period,
            @Nullable Long counter,
            @Schema(type = SchemaType.STRING) char @Nullable [] secret,
            @Nullable String code,
            @Nullable Integer window)
            implements AutoCloseable {

        Wish wish(SecureRandom random) {
            Parameters parameters = ToolGiven.parameters(type, algorithm, digits, period, counter);
            if (code == null && window != null) {
                throw ToolRefused.malformed("window goes with code");
            }
            return switch (action == null ? "" : action) {
                case "generate" -> made(parameters, random);
                case "verify" -> verified(parameters);
                default -> throw ToolRefused.malformed("action is generate or verify");
            };
        }

        private Wish made(Parameters parameters, SecureRandom random) {
            if (code != null) {
                throw ToolRefused.malformed("code goes with verify");
            }
            Account account = new Account(issuer == null ? "" : issuer, label == null ? "" : label);
            Plaintext seed = secret == null ? Seed.fresh(random, parameters.algorithm()) : seed(secret);
            return new Wish.Made(new Enrolment(account, parameters, seed));
        }

        private Wish verified(Parameters parameters) {
            int around = window == null ? 1 : window;
            if (around < 0 || around > MOST_WINDOW) {
                throw ToolRefused.malformed("window is 0 to " + MOST_WINDOW);
            }
            if (secret == null) {
                throw ToolRefused.malformed("verify needs secret, a setup key");
            }
            Plaintext seed = seed(secret);
            return code == null ? new Wish.Codes(seed, parameters) : new Wish.Check(seed, parameters, code, around);
        }

        private static Plaintext seed(char[] key) {
            try (Plaintext text = plain(key)) {
                return SetupKey.read(text);
            }
        }

        @Override
        public void close() {
            wipe(secret);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * A seed for a secret, which nobody is to see.
     *
     * @param secret one that is there
     * @param made one that is to be made for it
     */
    record Kept(
            @Nullable String secret,
            @JsonProperty("new") SecretJson.@Nullable Made made,
            @Nullable String type,
            @Nullable String label,
            @Nullable String issuer,
            @Nullable String algorithm,
            @Nullable Integer digits,
            @Nullable Integer period,
            @Nullable Long counter,
            @Nullable String mode)
            implements AutoCloseable {

        Options options() {
            Parameters parameters = ToolGiven.parameters(type, algorithm, digits, period, counter);
            boolean timed = parameters.kind().isTimed();
            return new Options(
                    Optional.of(parameters.kind().word()),
                    Optional.of(parameters.algorithm().name()),
                    OptionalInt.of(parameters.digits()),
                    timed ? OptionalInt.of(parameters.period()) : OptionalInt.empty(),
                    timed ? Optional.empty() : Optional.of(parameters.counter()),
                    issuer == null ? "" : issuer,
                    label == null ? "" : label);
        }

        @Override
        public void close() {
            if (made != null) {
                made.close();
            }
        }
    }

    /** A text that is to be drawn. */
    record Drawing(
            @Nullable String type,
            @Schema(type = SchemaType.STRING) char @Nullable [] data,
            @Nullable Integer scale) implements AutoCloseable {

        QrPicture.Kind kind() {
            return switch (word()) {
                case "qr_code" -> QrPicture.Kind.QR_CODE;
                case "aztec_code" -> QrPicture.Kind.AZTEC_CODE;
                case "data_matrix" -> QrPicture.Kind.DATA_MATRIX;
                default -> throw ToolRefused.malformed("type is qr_code, aztec_code or data_matrix");
            };
        }

        String word() {
            return type == null ? "qr_code" : type;
        }

        int pixels() {
            int pixels = scale == null ? USUAL_SCALE : scale;
            if (pixels < 1 || pixels > QrPicture.MAX_SCALE) {
                throw ToolRefused.malformed("scale is 1 to " + QrPicture.MAX_SCALE);
            }
            return pixels;
        }

        /** To be closed by whoever asks. */
        Plaintext text() {
            int length = data == null ? 0 : Character.codePointCount(data, 0, data.length);
            if (data == null || length < FEWEST || length > MOST) {
                throw ToolRefused.malformed("data has " + FEWEST + " to " + MOST + " characters");
            }
            return plain(data);
        }

        @Override
        public void close() {
            wipe(data);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    private static Parameters parameters(
            @Nullable String type,
            @Nullable String algorithm,
            @Nullable Integer digits,
            @Nullable Integer period,
            @Nullable Long counter) {
        Algorithm hash = Algorithm.find(algorithm == null ? "SHA1" : algorithm.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> ToolRefused.malformed("algorithm is SHA1, SHA256 or SHA512"));
        int length = digits == null ? Parameters.USUAL_DIGITS : digits;
        if (length != 6 && length != 8) {
            throw ToolRefused.malformed("digits is 6 or 8");
        }
        return switch (kind(type)) {
            case HOTP -> {
                if (period != null) {
                    throw ToolRefused.malformed("period goes with time_based");
                }
                if (counter != null && (counter < 0 || counter > MOST_COUNTED)) {
                    throw ToolRefused.malformed("counter is 0 to 2^53");
                }
                yield Parameters.hotp(hash, length, counter == null ? 0 : counter);
            }
            case TOTP, STEAM -> {
                if (counter != null) {
                    throw ToolRefused.malformed("counter goes with counter_based");
                }
                yield Parameters.totp(hash, length, period == null ? Parameters.USUAL_PERIOD : period);
            }
        };
    }

    private static Kind kind(@Nullable String type) {
        return switch (type == null ? "" : type) {
            case "time_based" -> Kind.TOTP;
            case "counter_based" -> Kind.HOTP;
            default -> throw ToolRefused.malformed("type is time_based or counter_based");
        };
    }

    private static Plaintext plain(char[] characters) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            Arrays.fill(encoded.array(), (byte) 0);
            return Plaintext.owning(bytes);
        } catch (CharacterCodingException e) {
            throw ToolRefused.malformed("half a character cannot be drawn or read");
        }
    }

    private static void wipe(char @Nullable [] characters) {
        if (characters != null) {
            Arrays.fill(characters, '\0');
        }
    }
}

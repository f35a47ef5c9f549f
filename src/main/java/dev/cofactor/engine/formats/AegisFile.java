// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.engine.formats.Formats.Derivation;
import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A vault of Aegis: JSON, whose database is JSON too or encrypted under a key, which each of several slots has under a
 * password (scrypt, AES-GCM).
 */
final class AegisFile {
    private static final int BY_PASSWORD = 1;
    private static final int MOST_SLOTS = 5;

    /** Theirs is 32 MB; what a file asks for is memory of this server. */
    private static final long MOST_MEMORY = 64L << 20;

    private static final int MOST_PARALLEL = 4;
    private static final int KEY_BYTES = 32;

    private AegisFile() {}

    static boolean isOne(Json whole) {
        return whole.at("db").isPresent() && whole.at("header").isPresent();
    }

    static void read(Json whole, Optional<Plaintext> password, Derivation derivation, Lot lot) {
        Json database = whole.at("db").orElseThrow(FormatRefused::unknown);
        if (!(database instanceof Json.Text encrypted)) {
            entries(database, lot);
            return;
        }
        Plaintext typed = password.orElseThrow(FormatRefused::passwordNeeded);
        Json header = whole.at("header").orElseThrow(FormatRefused::unknown);
        Json params = header.at("params").orElse(Json.Word.NULL);
        try (Plaintext key = key(header.list("slots"), typed, derivation);
                Plaintext opened = Ciphers.gcm(
                        key.reveal(),
                        Ciphers.hex(params.word("nonce")),
                        Ciphers.base64(encrypted.chars().text()),
                        Ciphers.hex(params.word("tag")));
                Chars text = Chars.decoded(opened.reveal());
                JsonReader reader = new JsonReader(text)) {
            entries(reader.read(), lot);
        }
    }

    private static Plaintext key(List<Json> slots, Plaintext password, Derivation derivation) {
        List<Json> typed = slots.stream()
                .filter(slot -> slot.number("type", 0) == BY_PASSWORD)
                .toList();
        if (typed.isEmpty()) {
            throw FormatRefused.unsupported("this vault opens with no password: export it with one, or in clear");
        }
        if (typed.size() > MOST_SLOTS) {
            throw FormatRefused.tooCostly();
        }
        typed.forEach(AegisFile::requireUsualCost);
        for (Json slot : typed) {
            try {
                return key(slot, password, derivation);
            } catch (FormatRefused e) {
                if (!e.code().equals(FormatRefused.passwordWrong().code())) {
                    throw e;
                }
            }
        }
        throw FormatRefused.passwordWrong();
    }

    /** Of all of them before any is tried: the file says what the work is, and the server does it. */
    private static void requireUsualCost(Json slot) {
        int cost = slot.number("n", 0);
        int block = slot.number("r", 0);
        int parallel = slot.number("p", 0);
        boolean fits = cost >= 2
                && Integer.bitCount(cost) == 1
                && block >= 1
                && 128L * cost * block <= MOST_MEMORY
                && parallel >= 1
                && parallel <= MOST_PARALLEL;
        if (!fits) {
            throw FormatRefused.tooCostly();
        }
    }

    private static Plaintext key(Json slot, Plaintext password, Derivation derivation) {
        Json params = slot.at("key_params").orElse(Json.Word.NULL);
        byte[] salt = Ciphers.hex(slot.word("salt"));
        try (Plaintext wrapping =
                derivation.scrypt(password, salt, slot.number("n", 0), slot.number("r", 0), slot.number("p", 0))) {
            Plaintext key = Ciphers.gcm(
                    wrapping.reveal(),
                    Ciphers.hex(params.word("nonce")),
                    Ciphers.hex(slot.word("key")),
                    Ciphers.hex(params.word("tag")));
            if (key.reveal().length != KEY_BYTES) {
                key.close();
                throw FormatRefused.passwordWrong();
            }
            return key;
        }
    }

    private static void entries(Json database, Lot lot) {
        if (!(database.at("entries").orElse(Json.Word.NULL) instanceof Json.Array entries)) {
            throw FormatRefused.malformed("the vault has no entries");
        }
        for (Json entry : entries.elements()) {
            lot.add(entry(lot.next(), entry));
        }
    }

    private static Entry entry(int number, Json entry) {
        String issuer = entry.word("issuer");
        String name = entry.word("name");
        String title = issuer.isBlank() ? name : issuer;
        try {
            Json info = entry.at("info").orElse(Json.Word.NULL);
            Chars key = info.text("secret").orElseThrow(() -> FormatRefused.malformed("this entry has no setup key"));
            Enrolment otp = Otps.key(key, new Account(issuer, name), parameters(entry.word("type"), info));
            Optional<Plaintext> note =
                    entry.text("note").filter(text -> !text.isBlank()).map(Chars::sealedLines);
            return new Entry(
                    number, title, name, "", Optional.of(otp), Optional.empty(), note, Set.of(), Optional.empty());
        } catch (Problem e) {
            return Entry.broken(number, title, e);
        }
    }

    private static Parameters parameters(String type, Json info) {
        Kind kind = Kind.find(type.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> FormatRefused.unsupported(
                        "this kind of one-time password is not supported, only TOTP, HOTP and Steam"));
        return switch (kind) {
            case TOTP -> Parameters.totp(algorithm(info), info.number("digits", -1), info.number("period", -1));
            case HOTP ->
                Parameters.hotp(
                        algorithm(info),
                        info.number("digits", -1),
                        info.number("counter").orElse(-1));
            case STEAM -> Parameters.steam();
        };
    }

    private static Algorithm algorithm(Json info) {
        return switch (info.word("algo").toUpperCase(Locale.ROOT)) {
            case "SHA1" -> Algorithm.SHA1;
            case "SHA256" -> Algorithm.SHA256;
            case "SHA512" -> Algorithm.SHA512;
            default -> throw FormatRefused.unsupported("the algorithm has to be SHA1, SHA256 or SHA512");
        };
    }
}

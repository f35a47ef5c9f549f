// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.formats.Formats.Derivation;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Bitwarden's export in JSON, in clear or under a password of its own (PBKDF2 or Argon2id; AES-CBC with HMAC-SHA256). What is
 * encrypted for one account alone opens in that account alone.
 */
final class BitwardenFile {
    private static final int LOGIN = 1;
    private static final int PBKDF2 = 0;
    private static final int ARGON2ID = 1;

    /** The most that their own settings allow. */
    private static final int MOST_ROUNDS = 2_000_000;

    /** Theirs is 64 MB, or less. */
    private static final int MOST_MEMORY_MIB = 64;

    private static final int MOST_PASSES = 10;
    private static final int MOST_LANES = 16;
    private static final int KIB = 1_024;

    /** AES-256-CBC with HMAC-SHA256: the only kind of theirs in such a file. */
    private static final String KIND = "2.";

    private BitwardenFile() {}

    static boolean isOne(Json whole) {
        return whole.at("encrypted").isPresent() || whole.at("items").isPresent();
    }

    static void read(Json whole, Optional<Plaintext> password, Derivation derivation, Lot lot) {
        if (!whole.isTrue("encrypted")) {
            items(whole, lot);
            return;
        }
        if (!whole.isTrue("passwordProtected")) {
            throw FormatRefused.unsupported("this export opens in the account alone that made it: export it in clear,"
                    + " or with a password of its own");
        }
        try (Plaintext master = master(whole, password.orElseThrow(FormatRefused::passwordNeeded), derivation);
                Plaintext key = Ciphers.expanded(master, "enc");
                Plaintext mac = Ciphers.expanded(master, "mac");
                Plaintext opened = opened(whole.word("data"), key, mac);
                Chars text = Chars.decoded(opened.reveal());
                JsonReader reader = new JsonReader(text)) {
            items(reader.read(), lot);
        }
    }

    private static Plaintext master(Json whole, Plaintext password, Derivation derivation) {
        byte[] salt = whole.word("salt").getBytes(UTF_8);
        int rounds = whole.number("kdfIterations", 0);
        int memory = whole.number("kdfMemory", 0);
        int lanes = whole.number("kdfParallelism", 0);
        return switch (whole.number("kdfType", -1)) {
            case PBKDF2 -> {
                requireCost(rounds >= 1 && rounds <= MOST_ROUNDS);
                yield derivation.pbkdf2(password, salt, rounds);
            }
            case ARGON2ID -> {
                requireCost(rounds >= 1
                        && rounds <= MOST_PASSES
                        && memory >= 1
                        && memory <= MOST_MEMORY_MIB
                        && lanes >= 1
                        && lanes <= MOST_LANES);
                yield derivation.argon2id(password, Ciphers.sha256(salt), memory * KIB, rounds, lanes);
            }
            default -> throw FormatRefused.unsupported("how this export was encrypted is not known here");
        };
    }

    private static void requireCost(boolean isUsual) {
        if (!isUsual) {
            throw FormatRefused.tooCostly();
        }
    }

    private static Plaintext opened(String sealed, Plaintext key, Plaintext mac) {
        String[] parts =
                sealed.startsWith(KIND) ? sealed.substring(KIND.length()).split("\\|", -1) : new String[0];
        if (parts.length != 3) {
            throw FormatRefused.malformed("what is encrypted in the file is not as it should be");
        }
        return Ciphers.cbc(
                key.reveal(),
                mac.reveal(),
                Ciphers.base64(parts[0]),
                Ciphers.base64(parts[1]),
                Ciphers.base64(parts[2]));
    }

    private static void items(Json whole, Lot lot) {
        if (!(whole.at("items").orElse(Json.Word.NULL) instanceof Json.Array items)) {
            throw FormatRefused.malformed("the export has no items");
        }
        for (Json item : items.elements()) {
            lot.add(item(lot.next(), item));
        }
    }

    private static Entry item(int number, Json item) {
        String title = item.word("name");
        if (item.number("type", 0) != LOGIN) {
            return Entry.broken(
                    number,
                    title,
                    FormatRefused.unsupported("this is no login: cards, identities and notes are left out"));
        }
        Json login = item.at("login").orElse(Json.Word.NULL);
        List<Json> addresses = login.list("uris");
        Set<Entry.LeftOut> leftOut = EnumSet.noneOf(Entry.LeftOut.class);
        Login.leaveOut(leftOut, addresses.size() > 1, Entry.LeftOut.MORE_ADDRESSES);
        Login.leaveOut(leftOut, !item.list("fields").isEmpty(), Entry.LeftOut.MORE_FIELDS);
        Login.leaveOut(leftOut, !login.list("fido2Credentials").isEmpty(), Entry.LeftOut.PASSKEYS);
        Login.leaveOut(leftOut, !item.list("passwordHistory").isEmpty(), Entry.LeftOut.EARLIER_PASSWORDS);
        return new Login(
                        title,
                        login.word("username"),
                        addresses.isEmpty() ? "" : addresses.getFirst().word("uri"),
                        login.text("password"),
                        login.text("totp"),
                        item.text("notes"),
                        leftOut)
                .entry(number);
    }
}

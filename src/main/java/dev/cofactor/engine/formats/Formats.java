// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.engine.qr.Deadline;
import dev.cofactor.engine.qr.QrReader;
import dev.cofactor.ground.plaintext.Plaintext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads an export of whatever kind. */
public final class Formats {
    static final int MOST_BYTES = 8 << 20;

    /** For all pictures together. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Clock clock;
    private final QrReader pictures;
    private final Derivation derivation;

    public Formats(Clock clock, Derivation derivation) {
        this.clock = clock;
        this.pictures = new QrReader(clock);
        this.derivation = derivation;
    }

    /** How a password becomes a key of 32 bytes. What it costs was said by the file and is within this room's limits. */
    public interface Derivation {
        Plaintext scrypt(Plaintext password, byte[] salt, int cost, int blockSize, int parallel);

        /** With HMAC-SHA256. */
        Plaintext pbkdf2(Plaintext password, byte[] salt, int rounds);

        Plaintext argon2id(Plaintext password, byte[] salt, int memoryKib, int passes, int lanes);
    }

    /** What was read, and as what. */
    public record Read(Format format, Lot lot) {}

    /**
     * @param files one, but of an export in pictures all; they and the password stay the caller's to close
     * @param said found out by itself, where it is not said
     */
    public Read read(List<Plaintext> files, Optional<Format> said, Optional<Plaintext> password) {
        if (files.isEmpty()) {
            throw FormatRefused.malformed("there is no file");
        }
        Lot lot = new Lot();
        try (Exports exports = new Exports()) {
            Format format = read(files, said, password, exports, lot);
            exports.unpack(lot);
            return new Read(format, lot);
        } catch (RuntimeException e) {
            lot.close();
            throw e;
        }
    }

    private Format read(
            List<Plaintext> files, Optional<Format> said, Optional<Plaintext> password, Exports exports, Lot lot) {
        byte[] first = files.getFirst().reveal();
        if (said.map(Format.GOOGLE::equals).orElse(isPicture(first))) {
            exports.look(files, pictures, new Deadline(clock, PATIENCE), lot);
            return Format.GOOGLE;
        }
        if (files.size() > 1) {
            throw FormatRefused.onlyOne();
        }
        if (said.map(Format.ONEPASSWORD::equals).orElse(OnePasswordFile.isOne(first))) {
            OnePasswordFile.read(first, lot);
            return Format.ONEPASSWORD;
        }
        if (first.length > MOST_BYTES) {
            throw FormatRefused.tooLarge();
        }
        try (Chars text = Chars.decoded(first)) {
            return isJson(text) ? json(text, said, password, lot) : text(text, said, exports, lot);
        }
    }

    private Format json(Chars text, Optional<Format> said, Optional<Plaintext> password, Lot lot) {
        try (JsonReader reader = new JsonReader(text)) {
            Json whole = reader.read();
            boolean isAegis = said.map(Format.AEGIS::equals).orElse(AegisFile.isOne(whole));
            if (isAegis) {
                AegisFile.read(whole, password, derivation, lot);
                return Format.AEGIS;
            }
            if (said.map(Format.BITWARDEN_JSON::equals).orElse(BitwardenFile.isOne(whole))) {
                BitwardenFile.read(whole, password, derivation, lot);
                return Format.BITWARDEN_JSON;
            }
            throw FormatRefused.unknown();
        }
    }

    private static Format text(Chars text, Optional<Format> said, Exports exports, Lot lot) {
        Format format = said.or(() -> UriList.isOne(text) ? Optional.of(Format.OTPAUTH) : Tables.of(text))
                .orElseThrow(FormatRefused::unknown);
        switch (format) {
            case OTPAUTH -> UriList.read(text, exports, lot);
            case BITWARDEN_CSV -> Tables.BITWARDEN.read(text, lot);
            case KEEPASSXC -> Tables.KEEPASSXC.read(text, lot);
            case DELINEA -> Tables.DELINEA.read(text, lot);
            case COFACTOR -> Tables.OURS.read(text, lot);
            case AEGIS, BITWARDEN_JSON, GOOGLE, ONEPASSWORD ->
                throw FormatRefused.malformed("the file is of another kind than was said");
        }
        return format;
    }

    private static boolean isJson(Chars text) {
        for (char one : text.all()) {
            if (!Character.isWhitespace(one)) {
                return one == '{';
            }
        }
        return false;
    }

    /** PNG, JPEG, GIF, BMP and WebP, by how they begin; whether it is one that is read is the reader's to say. */
    private static boolean isPicture(byte[] file) {
        return begins(file, 0x89, 'P', 'N', 'G')
                || begins(file, 0xFF, 0xD8)
                || begins(file, 'G', 'I', 'F', '8')
                || begins(file, 'B', 'M')
                || begins(file, 'R', 'I', 'F', 'F');
    }

    private static boolean begins(byte[] file, int... bytes) {
        if (file.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}

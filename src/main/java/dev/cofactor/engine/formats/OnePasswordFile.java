// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.engine.formats.Entry.LeftOut;
import dev.cofactor.ground.plaintext.Plaintext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** 1Password's export: a zip with JSON in it, and files beside it that are unpacked to nowhere. */
final class OnePasswordFile {
    private static final String DATA = "export.data";
    private static final int MOST_FILES = 5_000;

    /** Of all that is in the zip: to come to the one file the others are unpacked too, and thrown away at once. */
    private static final long MOST_UNPACKED = 64L << 20;

    private static final int PIECE = 64 << 10;

    private OnePasswordFile() {}

    static boolean isOne(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    static void read(byte[] zip, Lot lot) {
        try (Plaintext data = data(zip);
                Chars text = Chars.decoded(data.reveal());
                JsonReader reader = new JsonReader(text)) {
            for (Json account : reader.read().list("accounts")) {
                for (Json vault : account.list("vaults")) {
                    vault.list("items").forEach(item -> lot.add(item(lot.next(), item)));
                }
            }
        }
    }

    private static Plaintext data(byte[] zip) {
        byte[] piece = new byte[PIECE];
        long unpacked = 0;
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipEntry file = files.getNextEntry();
            for (int number = 0; file != null && number < MOST_FILES; number++) {
                if (file.getName().equals(DATA)) {
                    return whole(files, piece);
                }
                for (int read = files.read(piece); read >= 0; read = files.read(piece)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw FormatRefused.unpacksTooLarge();
                    }
                }
                file = files.getNextEntry();
            }
        } catch (IOException | IllegalArgumentException e) {
            throw FormatRefused.malformed("the file is no zip, or a damaged one"); // the cause names files in it
        } finally {
            Arrays.fill(piece, (byte) 0);
        }
        throw FormatRefused.malformed("the zip is no export of 1Password: there is no " + DATA + " in it");
    }

    private static Plaintext whole(ZipInputStream file, byte[] piece) throws IOException {
        byte[] room = new byte[PIECE];
        int length = 0;
        try {
            for (int read = file.read(piece); read >= 0; read = file.read(piece)) {
                if (length + read > Formats.MOST_BYTES) {
                    throw FormatRefused.unpacksTooLarge();
                }
                if (length + read > room.length) {
                    byte[] larger = Arrays.copyOf(room, Math.max(room.length * 2, length + read));
                    Arrays.fill(room, (byte) 0);
                    room = larger;
                }
                System.arraycopy(piece, 0, room, length, read);
                length += read;
            }
            return Plaintext.owning(Arrays.copyOf(room, length));
        } finally {
            Arrays.fill(room, (byte) 0);
        }
    }

    private static Entry item(int number, Json item) {
        Json overview = item.at("overview").orElse(Json.Word.NULL);
        Json details = item.at("details").orElse(Json.Word.NULL);
        List<Json> fields = details.list("sections").stream()
                .flatMap(section -> section.list("fields").stream())
                .toList();
        List<Chars> codes = fields.stream()
                .flatMap(field -> field.at("value").flatMap(value -> value.text("totp")).stream())
                .toList();
        Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);
        Login.leaveOut(leftOut, overview.list("urls").size() > 1, LeftOut.MORE_ADDRESSES);
        Login.leaveOut(leftOut, fields.size() > codes.size(), LeftOut.MORE_FIELDS);
        Login.leaveOut(leftOut, codes.size() > 1, LeftOut.MORE_CODES);
        Login.leaveOut(leftOut, !details.list("passwordHistory").isEmpty(), LeftOut.EARLIER_PASSWORDS);
        Login.leaveOut(leftOut, details.at("documentAttributes").isPresent(), LeftOut.FILES);
        return new Login(
                        overview.word("title"),
                        login(details, "username").map(Chars::text).orElse(""),
                        overview.word("url"),
                        login(details, "password"),
                        codes.stream().findFirst(),
                        details.text("notesPlain"),
                        leftOut)
                .entry(number);
    }

    private static Optional<Chars> login(Json details, String designation) {
        return details.list("loginFields").stream()
                .filter(field -> field.word("designation").equals(designation))
                .flatMap(field -> field.text("value").stream())
                .findFirst();
    }
}

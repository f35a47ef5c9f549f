// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.engine.formats.Entry.LeftOut;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which column of whose table is what. A table is known by a column that no other has. */
enum Tables {
    BITWARDEN(
            Format.BITWARDEN_CSV,
            List.of("login_totp"),
            List.of("name"),
            List.of("login_username"),
            List.of("login_uri"),
            List.of("login_password"),
            List.of("login_totp"),
            List.of("notes"),
            List.of("fields")),
    KEEPASSXC(
            Format.KEEPASSXC,
            List.of("group", "title", "totp"),
            List.of("title"),
            List.of("username"),
            List.of("url"),
            List.of("password"),
            List.of("totp"),
            List.of("notes"),
            List.of()),
    DELINEA(
            Format.DELINEA,
            List.of("secretname"),
            List.of("secretname"),
            List.of("username", "user name"),
            List.of("url", "hostname", "resource"),
            List.of("password"),
            List.of("totpkey", "totp key", "otp key", "onetimepasswordkey"),
            List.of("notes"),
            List.of("totpbackupcodes")),
    OURS(
            Format.COFACTOR,
            List.of("name", "user", "otp"),
            List.of("name"),
            List.of("user"),
            List.of("url"),
            List.of("password"),
            List.of("otp"),
            List.of("notes"),
            List.of());

    private final Format format;
    private final List<String> known;
    private final List<String> title;
    private final List<String> user;
    private final List<String> url;
    private final List<String> password;
    private final List<String> otp;
    private final List<String> notes;
    private final List<String> more;

    Tables(
            Format format,
            List<String> known,
            List<String> title,
            List<String> user,
            List<String> url,
            List<String> password,
            List<String> otp,
            List<String> notes,
            List<String> more) {
        this.format = format;
        this.known = known;
        this.title = title;
        this.user = user;
        this.url = url;
        this.password = password;
        this.otp = otp;
        this.notes = notes;
        this.more = more;
    }

    static Optional<Format> of(Chars file) {
        List<String> names = Csv.names(file);
        for (Tables one : values()) {
            if (names.containsAll(one.known)) {
                return Optional.of(one.format);
            }
        }
        return Optional.empty();
    }

    void read(Chars file, Lot lot) {
        if (!Csv.names(file).containsAll(known)) {
            throw FormatRefused.malformed("the first line of the file does not name the columns of such a table");
        }
        try (Csv table = Csv.read(file)) {
            for (List<Chars> row : table.rows()) {
                lot.add(entry(lot.next(), table, row));
            }
        }
    }

    private Entry entry(int number, Csv table, List<Chars> row) {
        Set<LeftOut> leftOut = EnumSet.noneOf(LeftOut.class);
        Login.leaveOut(leftOut, !more.isEmpty() && table.cell(row, more).isPresent(), LeftOut.MORE_FIELDS);
        return new Login(
                        open(table, row, title),
                        open(table, row, user),
                        open(table, row, url),
                        table.cell(row, password),
                        table.cell(row, otp),
                        table.cell(row, notes),
                        leftOut)
                .entry(number);
    }

    private static String open(Csv table, List<Chars> row, List<String> names) {
        return table.cell(row, names).map(Chars::text).orElse("");
    }
}

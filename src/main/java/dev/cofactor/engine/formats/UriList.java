// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.engine.otp.KeyUri.Source;
import dev.cofactor.engine.otp.OtpRefused;
import dev.cofactor.engine.otp.SeedText;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.Arrays;

/** Setup links, one a line; blank lines and those that begin with # say nothing. */
final class UriList {
    private UriList() {}

    static boolean isOne(Chars file) {
        int at = 0;
        while (at < file.length() && Character.isWhitespace(file.all()[at])) {
            at++;
        }
        try (Chars rest = new Chars(Arrays.copyOfRange(file.all(), at, file.length()))) {
            return rest.begins("otpauth") || rest.begins("steam://") || rest.begins("#");
        }
    }

    static void read(Chars file, Exports exports, Lot lot) {
        char[] all = file.all();
        for (int begin = 0; begin < all.length; ) {
            int end = begin;
            while (end < all.length && all[end] != '\n') {
                end++;
            }
            try (Chars line = new Chars(Arrays.copyOfRange(all, begin, end))) {
                if (!line.isBlank() && !line.begins("#")) {
                    line(line, exports, lot);
                }
            }
            begin = end + 1;
        }
    }

    private static void line(Chars line, Exports exports, Lot lot) {
        if (line.begins("otpauth-migration:")) {
            part(line, exports);
            return;
        }
        try {
            if (!line.begins("otpauth:") && !line.begins("steam://")) {
                throw FormatRefused.malformed("this line is no setup link");
            }
            lot.add(Entry.of(lot.next(), Otps.read(line, "", "")));
        } catch (OtpRefused e) {
            lot.add(Entry.broken(lot.next(), "", e));
        } catch (FormatRefused e) {
            if (e.code().equals(FormatRefused.tooMany().code())) {
                throw e;
            }
            lot.add(Entry.broken(lot.next(), "", e));
        }
    }

    private static void part(Chars line, Exports exports) {
        try (Chars bare = new Chars(line.text().toCharArray());
                Plaintext uri = bare.sealed()) {
            if (SeedText.read(uri, Source.IMPORT) instanceof SeedText.Part part) {
                exports.add(part.part());
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.engine.otp.Account;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.KeyUri;
import dev.cofactor.engine.otp.KeyUri.Source;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.otp.SetupKey;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.Arrays;

/** What password managers write into their field for codes: a setup link, a bare key, or a key behind {@code steam://}. */
final class Otps {
    private static final String STEAM = "steam://";

    private Otps() {}

    /** @param title and {@code user}: whose codes these are, where the text does not say */
    static Enrolment read(Chars text, String title, String user) {
        Account known = new Account(title, user);
        try (Chars stripped = stripped(text)) {
            if (stripped.begins("otpauth://")) {
                return link(stripped, known);
            }
            if (stripped.begins(STEAM)) {
                try (Chars key = new Chars(Arrays.copyOfRange(stripped.all(), STEAM.length(), stripped.length()))) {
                    return key(key, known, Parameters.steam());
                }
            }
            return key(stripped, known, Parameters.usual());
        }
    }

    private static Enrolment link(Chars text, Account known) {
        try (Plaintext uri = text.sealed()) {
            Enrolment read = KeyUri.read(uri, Source.IMPORT);
            Account said = read.account();
            Account account = new Account(
                    said.issuer().isEmpty() ? known.issuer() : said.issuer(),
                    said.name().isEmpty() ? known.name() : said.name());
            return new Enrolment(account, read.labelIssuer(), read.parameters(), read.seed(), read.remarks());
        }
    }

    static Enrolment key(Chars text, Account account, Parameters parameters) {
        try (Plaintext key = text.sealed()) {
            Plaintext seed = SetupKey.read(key);
            try {
                return new Enrolment(account, parameters, seed);
            } catch (RuntimeException e) {
                seed.close();
                throw e;
            }
        }
    }

    private static Chars stripped(Chars text) {
        char[] all = text.all();
        int begin = 0;
        int end = all.length;
        while (begin < end && Character.isWhitespace(all[begin])) {
            begin++;
        }
        while (begin < end && Character.isWhitespace(all[end - 1])) {
            end--;
        }
        return new Chars(Arrays.copyOfRange(all, begin, end));
    }
}

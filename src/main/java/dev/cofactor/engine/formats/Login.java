// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import java.util.Optional;
import java.util.Set;

/** What password managers keep of a login, whatever they call its parts. It owns nothing. */
record Login(
        String title,
        String user,
        String url,
        Optional<Chars> password,
        Optional<Chars> otp,
        Optional<Chars> notes,
        Set<Entry.LeftOut> leftOut) {

    static void leaveOut(Set<Entry.LeftOut> leftOut, boolean hasThem, Entry.LeftOut what) {
        if (hasThem) {
            leftOut.add(what);
        }
    }

    /** One whose codes cannot be read is broken, and not half a login. */
    Entry entry(int number) {
        Optional<Enrolment> codes = Optional.empty();
        Optional<Plaintext> sealed = Optional.empty();
        try {
            codes = given(otp).map(text -> Otps.read(text, title, user));
            sealed = given(password).map(Chars::sealed);
            Optional<Plaintext> said = given(notes).map(Chars::sealedLines);
            return new Entry(number, title, user, url, codes, sealed, said, leftOut, Optional.empty());
        } catch (Problem e) {
            codes.ifPresent(Enrolment::close);
            sealed.ifPresent(Plaintext::close);
            return Entry.broken(number, title, e);
        }
    }

    private static Optional<Chars> given(Optional<Chars> text) {
        return text.filter(one -> !one.isBlank());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One login as the file has it. It owns what is sealed in it.
 *
 * @param number its place in the file, from 1: by it an entry is named wherever its title must not be
 * @param title untrusted text on one line
 * @param url as it stands there, whatever that is
 * @param otp what its codes are made of
 * @param leftOut what else the file has of it, and nothing here takes
 * @param fault why it cannot be taken at all
 */
public record Entry(
        int number,
        String title,
        String user,
        String url,
        Optional<Enrolment> otp,
        Optional<Plaintext> password,
        Optional<Plaintext> notes,
        Set<LeftOut> leftOut,
        Optional<Problem> fault)
        implements AutoCloseable {
    /** What is not taken, by what it is. */
    public enum LeftOut {
        MORE_ADDRESSES,
        MORE_FIELDS,
        MORE_CODES,
        PASSKEYS,
        EARLIER_PASSWORDS,
        FILES;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Entry {
        title = Chars.shown(title);
        user = Chars.shown(user);
        leftOut = Set.copyOf(leftOut);
    }

    /** Nothing but that it is there. */
    static Entry broken(int number, String title, Problem why) {
        return new Entry(
                number,
                title,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of(why));
    }

    /** A list of codes knows nothing else. */
    static Entry of(int number, Enrolment otp) {
        String issuer = otp.account().issuer();
        String name = otp.account().name();
        return new Entry(
                number,
                issuer.isEmpty() ? name : issuer,
                name,
                "",
                Optional.of(otp),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
    }

    @Override
    public void close() {
        otp.ifPresent(Enrolment::close);
        password.ifPresent(Plaintext::close);
        notes.ifPresent(Plaintext::close);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

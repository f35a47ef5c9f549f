// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import dev.cofactor.ground.plaintext.Plaintext;
import java.util.EnumSet;
import java.util.Set;

/**
 * One seed with all that is said about it. It owns the seed, and closing it closes that.
 *
 * @param labelIssuer the issuer in the label, where it differs from the one that counts; else empty
 */
public record Enrolment(Account account, String labelIssuer, Parameters parameters, Plaintext seed, Set<Remark> remarks)
        implements AutoCloseable {
    /** What is accepted, and yet should be said to whoever brings it. */
    public enum Remark {
        /** Under 80 bits; RFC 4226 asks for 128. */
        SHORT_SEED,
        /** The text itself asks for another number of digits than 6 or 8, which some apps ignore. */
        UNUSUAL_DIGITS,
        /** An import had no counter, so it begins with 0 and may be behind. */
        COUNTER_ASSUMED,
        /** The label names another issuer than the parameter, which is the one that counts. */
        ISSUERS_DIFFER,
        /** The issuer ended in {@code period=30}, as an old exporter wrote it. */
        ISSUER_REPAIRED,
        /** Read as Steam for no other reason than its issuer. */
        READ_AS_STEAM,
        /** Its issuer is Steam, but it asks for plain digits. */
        MAY_BE_STEAM
    }

    public Enrolment {
        labelIssuer = Account.clean(labelIssuer);
        Set<Remark> all = EnumSet.noneOf(Remark.class);
        all.addAll(remarks);
        all.addAll(Seed.judge(seed));
        remarks = Set.copyOf(all);
    }

    public Enrolment(Account account, Parameters parameters, Plaintext seed) {
        this(account, "", parameters, seed, Set.of());
    }

    @Override
    public void close() {
        seed.close();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

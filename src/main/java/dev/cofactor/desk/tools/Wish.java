// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.ground.plaintext.Plaintext;

/** What somebody wants of the tool for one-time passwords. It owns the seed. */
sealed interface Wish extends AutoCloseable {
    Tool tool();

    @Override
    void close();

    /** A seed and all that an authenticator wants to know of it. */
    record Made(Enrolment enrolment) implements Wish {
        @Override
        public Tool tool() {
            return Tool.GENERATE;
        }

        @Override
        public void close() {
            enrolment.close();
        }
    }

    /** The codes around this moment, or from this counter on. */
    record Codes(Plaintext seed, Parameters parameters) implements Wish {
        @Override
        public Tool tool() {
            return Tool.CODES;
        }

        @Override
        public void close() {
            seed.close();
        }
    }

    /**
     * Whether a code is right.
     *
     * @param window how many steps to either side, or how many counters ahead, may be the right one too
     */
    record Check(Plaintext seed, Parameters parameters, String code, int window) implements Wish {
        @Override
        public Tool tool() {
            return Tool.VERIFY;
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
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import dev.cofactor.engine.otp.Parameters;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An OTP app of somebody's own, without its seed.
 *
 * @param window how many steps before and after our clock's are taken too
 * @param proved when its first code was seen; until then it serves nobody
 */
public record App(
        UUID id,
        UUID person,
        String label,
        Parameters parameters,
        int window,
        Instant created,
        Optional<Instant> proved,
        Optional<Instant> used) {

    /** Apps that many people have, and what they can read: another choice is taken by them for the usual one. */
    public enum Reader {
        FREE_OTP("FreeOTP") {
            @Override
            boolean reads(Parameters asked) {
                return true;
            }
        },
        GOOGLE("Google Authenticator") {
            @Override
            boolean reads(Parameters asked) {
                return asked.period() == Parameters.USUAL_PERIOD;
            }
        },
        MICROSOFT("Microsoft Authenticator") {
            @Override
            boolean reads(Parameters asked) {
                return asked.equals(Parameters.usual());
            }
        };

        private final String title;

        Reader(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        abstract boolean reads(Parameters asked);

        /** Those that yield the right codes for such a choice. */
        public static List<Reader> of(Parameters asked) {
            return Arrays.stream(values()).filter(one -> one.reads(asked)).toList();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How it is spoken of outside what became of codes. */
final class OutcomeJson {
    private OutcomeJson() {}

    /** Used, rejected, or of a backup code not-used. */
    record Given(@Nullable String result) {
        Result read() {
            return result == null ? refuse() : Result.find(result).orElseThrow(OutcomeRefused::malformed);
        }

        private static Result refuse() {
            throw OutcomeRefused.malformed();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param receipt of the report itself */
    record Reported(UUID release, String kind, String result, Instant time, UUID receipt) {
        static Reported of(Outcomes.Reported reported) {
            return new Reported(
                    reported.release().event(),
                    reported.release().kind().word(),
                    reported.result().word(),
                    reported.time(),
                    reported.event());
        }
    }

    /** How many people were told. */
    record Asked(int told) {}

    /** Both absent where there was nothing yet. */
    record Last(@Nullable Use use, @Nullable Report report) {
        static Last of(Uses.Last last) {
            return new Last(
                    last.use().map(Use::of).orElse(null),
                    last.report().map(Report::of).orElse(null));
        }
    }

    /** Who had the last code. */
    record Use(String kind, UUID actor, @Nullable String name, Instant time) {
        static Use of(Uses.Use use) {
            return new Use(use.kind().word(), use.actor(), use.name().orElse(null), use.time());
        }
    }

    /** What was said last. */
    record Report(String result, UUID actor, @Nullable String name, Instant time) {
        static Report of(Uses.Report report) {
            return new Report(
                    report.result().word(), report.actor(), report.name().orElse(null), report.time());
        }
    }
}

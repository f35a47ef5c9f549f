// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cofactor.desk.codes.Wish.Patience;
import dev.cofactor.engine.otp.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a code is asked for and handed over. */
final class CodeJson {
    private static final String NEXT = "next";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private CodeJson() {}

    /** All of it may be left out. */
    record Given(
            @Schema(description = "for how many seconds the code must still be good") @Nullable
            Object minValidity,

            @Schema(description = "seconds to wait for a step or an approval, 0 to be answered at once, or next")
            @Nullable
            @JsonProperty("wait")
            Object patience,

            @Nullable String idempotencyKey,
            @Nullable String reason,
            @Nullable String ticket,

            @Schema(description = "the request of access to go on with, as a refusal named it") @Nullable
            String request) {
        private static final Set<String> NAMES =
                Set.of("minValidity", "wait", "idempotencyKey", "reason", "ticket", "request");

        static final Given NOTHING = new Given(null, null, null, null, null, null);

        static Given of(Map<String, List<String>> form) {
            boolean known = NAMES.containsAll(form.keySet())
                    && form.values().stream().map(List::size).allMatch(size -> size == 1);
            if (!known) {
                throw CodeRefused.malformed(
                        "a form holds minValidity, wait, idempotencyKey, reason, ticket and request, each once");
            }
            return new Given(
                    first(form, "minValidity"),
                    first(form, "wait"),
                    first(form, "idempotencyKey"),
                    first(form, "reason"),
                    first(form, "ticket"),
                    first(form, "request"));
        }

        private static @Nullable String first(Map<String, List<String>> form, String name) {
            List<String> given = form.get(name);
            return given == null ? null : given.getFirst();
        }

        Wish wish(Duration waitMax) {
            return new Wish(
                    minValidity == null ? Duration.ZERO : seconds(minValidity),
                    patience(waitMax),
                    key(idempotencyKey),
                    dev.cofactor.gate.Given.of(reason, ticket, request),
                    false,
                    true);
        }

        private Patience patience(Duration waitMax) {
            if (patience == null) {
                return new Patience.UpTo(waitMax);
            }
            if (NEXT.equals(patience)) {
                return new Patience.Next();
            }
            Duration asked = seconds(patience);
            return new Patience.Approval(asked.compareTo(waitMax) > 0 ? waitMax : asked);
        }

        private static Duration seconds(Object given) {
            String text = given instanceof Integer || given instanceof String ? given.toString() : "";
            if (!SECONDS.matcher(text).matches()) {
                throw CodeRefused.malformed("minValidity is a number of seconds, wait is one too, or next");
            }
            return Duration.ofSeconds(Long.parseLong(text));
        }

        private static Optional<String> key(@Nullable String text) {
            Optional<String> given = Optional.ofNullable(text).filter(one -> !one.isEmpty());
            if (given.filter(one -> !KEY.matcher(one).matches()).isPresent()) {
                throw CodeRefused.malformed("idempotencyKey is 1 to 200 visible characters of ASCII");
            }
            return given;
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** Who took a shared step before. */
    record TakenBy(String actor, @Nullable String name, Instant at) {}

    /** A counter has no period and no end, and a time has no counter. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String code,
            String type,
            int digits,
            @Nullable Integer period,
            @Nullable Long step,
            @Nullable Long counter,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil,
            @Nullable Long secondsLeft,
            @Nullable TakenBy takenBy,
            Instant serverTime,
            String receipt) {

        static Answer of(Fetched fetched, @Nullable TakenBy takenBy) {
            boolean timed = fetched.step().isPresent();
            return new Answer(
                    fetched.code().text(),
                    fetched.parameters().kind().name().toLowerCase(Locale.ROOT),
                    fetched.parameters().digits(),
                    timed ? fetched.parameters().period() : null,
                    timed ? fetched.moment() : null,
                    timed ? null : fetched.moment(),
                    fetched.step().map(Step::begin).orElse(null),
                    fetched.step().map(Step::end).orElse(null),
                    fetched.left().map(Duration::toSeconds).orElse(null),
                    takenBy,
                    fetched.at(),
                    fetched.event().toString());
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}

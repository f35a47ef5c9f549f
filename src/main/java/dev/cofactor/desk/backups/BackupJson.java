// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.gate.Given;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a backup code is asked for and handed over. */
final class BackupJson {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int LONGEST_FIELD = 200;

    private BackupJson() {}

    /** All of it may be left out. */
    record Wish(
            @Schema(description = "of several fields for backup codes the one, by its name or id") @Nullable
            String field,

            @Nullable String idempotencyKey,
            @Nullable String reason,
            @Nullable String ticket,

            @Schema(description = "the request of access to go on with, as a refusal named it") @Nullable
            String request) {
        private static final Set<String> NAMES = Set.of("field", "idempotencyKey", "reason", "ticket", "request");

        static final Wish NOTHING = new Wish(null, null, null, null, null);

        static Wish of(Map<String, List<String>> form) {
            boolean known = NAMES.containsAll(form.keySet())
                    && form.values().stream().map(List::size).allMatch(size -> size == 1);
            if (!known) {
                throw BackupRefused.malformed(
                        "a form holds field, idempotencyKey, reason, ticket and request, each once");
            }
            return new Wish(
                    first(form, "field"),
                    first(form, "idempotencyKey"),
                    first(form, "reason"),
                    first(form, "ticket"),
                    first(form, "request"));
        }

        private static @Nullable String first(Map<String, List<String>> form, String name) {
            List<String> given = form.get(name);
            return given == null ? null : given.getFirst();
        }

        Order order(Caller caller, String asked) {
            Optional<String> which = text(field);
            if (which.filter(one -> one.length() > LONGEST_FIELD).isPresent()) {
                throw BackupRefused.malformed("field is the name or the id of one");
            }
            Optional<String> key = text(idempotencyKey);
            if (key.filter(one -> !KEY.matcher(one).matches()).isPresent()) {
                throw BackupRefused.malformed("idempotencyKey is 1 to 200 visible characters of ASCII");
            }
            return new Order(caller, asked, which, key, Given.of(reason, ticket, request), true);
        }

        private static Optional<String> text(@Nullable String given) {
            return Optional.ofNullable(given).filter(text -> !text.isEmpty());
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * The one code.
     *
     * @param number which one of the pool it is
     * @param again whether the same request had it before
     */
    record Answer(
            String code, int number, long left, int total, boolean low, boolean again, Instant takenAt, UUID receipt) {
        static Answer of(Handed handed) {
            return new Answer(
                    handed.code(),
                    handed.number(),
                    handed.left(),
                    handed.total(),
                    handed.low(),
                    handed.again(),
                    handed.at(),
                    handed.event());
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** How many there are in all, and in each field. */
    record Left(int left, int total, boolean low, List<Pool> pools) {
        static Left of(List<Counts.Count> counts) {
            List<Pool> pools = counts.stream().map(Pool::of).toList();
            return new Left(
                    pools.stream().mapToInt(Pool::left).sum(),
                    pools.stream().mapToInt(Pool::total).sum(),
                    pools.stream().anyMatch(Pool::low),
                    pools);
        }
    }

    /**
     * One field's.
     *
     * @param lastByApproval how many at the end leave only if others have agreed
     * @param byApproval whether the next one is one of those
     * @param restored whether none leaves: a copy was put back, which does not know what left since; new ones have to be entered
     */
    record Pool(
            String field,
            String name,
            int left,
            int total,
            int lowWater,
            boolean low,
            int lastByApproval,
            boolean byApproval,
            boolean restored) {
        static Pool of(Counts.Count count) {
            var pool = count.pool();
            return new Pool(
                    PublicId.FIELD.of(pool.field()),
                    pool.name(),
                    pool.left(),
                    pool.total(),
                    pool.lowWater(),
                    pool.isLow(),
                    pool.lastByApproval(),
                    count.byApproval(),
                    count.restored());
        }
    }

    /** All that somebody had. */
    record Gone(List<Taken> taken) {}

    /** One of them; without a result while nobody has said what became of it. */
    record Taken(
            int number,
            UUID receipt,
            @Nullable UUID actor,
            @Nullable String name,
            @Nullable Instant time,
            @Nullable String result) {
        static Taken of(Counts.Taken taken) {
            return new Taken(
                    taken.number(),
                    taken.event(),
                    taken.by().map(Counts.By::actor).orElse(null),
                    taken.by().flatMap(Counts.By::name).orElse(null),
                    taken.by().map(Counts.By::time).orElse(null),
                    taken.result().map(one -> one.word()).orElse(null));
        }
    }

    /** Which one lies in its pool again. */
    record Returned(String secret, int number, UUID release) {
        static Returned of(Returns.Returned returned) {
            return new Returned(PublicId.SECRET.of(returned.secret()), returned.number(), returned.event());
        }
    }
}

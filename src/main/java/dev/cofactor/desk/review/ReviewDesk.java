// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.review;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.rulebook.Rulebook;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Hands the review to whoever may have it, after that is on the log, and takes his word that he has looked at it. */
@ApplicationScoped
public class ReviewDesk {
    private static final int LONGEST = 500;
    private static final int AT_ONCE = 2;
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final Gate gate;
    private final AccessReview review;
    private final Clock clock;
    private final Semaphore free = new Semaphore(AT_ONCE);

    ReviewDesk(Gate gate, AccessReview review, Clock clock) {
        this.gate = gate;
        this.review = review;
        this.clock = clock;
    }

    /**
     * What was looked at.
     *
     * @param sha256 of the table as it was handed out
     */
    public record SignOff(Instant at, String sha256, String words) {}

    /** @param event by which it is found on the log */
    public record SignedOff(UUID event, long rows) {}

    /**
     * What somebody wants to see of the table. It is hashed whole all the same.
     *
     * @param who a part of a name or an account, or empty
     * @param where a part of a path, or empty
     * @param unused only rights that nobody has used for long
     * @param beyond how many of those that fit are passed over
     */
    public record Picked(String who, String where, boolean unused, long beyond) {}

    /** A line of the table. */
    public record Line(
            UUID secret,
            String path,
            String kind,
            String name,
            String account,
            Verb verb,
            boolean always,
            List<String> steps,
            List<String> policies,
            Optional<Instant> last,
            boolean unused) {
        private static Line of(Row row) {
            return new Line(
                    row.secret(),
                    row.path(),
                    row.who().kind(),
                    row.who().name(),
                    row.who().account(),
                    row.verb(),
                    row.always(),
                    row.steps(),
                    row.policies(),
                    row.last(),
                    row.unused());
        }
    }

    /**
     * The table of a moment.
     *
     * @param rows how many it has, and {@code unused} how many rights were not used for long
     * @param fitting how many of them are what was asked for, and {@code lines} some of these
     */
    public record Seen(Instant at, String sha256, long rows, long unused, long fitting, List<Line> lines) {}

    /** Somebody may, and that he reads is on the log. @return the moment that is reviewed: now, where none was named */
    public Instant admitted(Caller caller, Optional<Instant> asked) {
        Instant now = clock.instant();
        Instant at = asked.orElse(now);
        if (at.isAfter(now)) {
            throw new Problem(Problem.Kind.INVALID, "at-in-the-future", "nobody knows who could what then");
        }
        Details which =
                Details.none().with(Name.PARTS, List.of("access-review")).with(Name.UNTIL, at.toString());
        gate.release(new Ask(caller, Verb.ACCESS_REVIEW, EventClass.AUDIT_READ, () -> Optional.of(sight(which))));
        return at;
    }

    /** What would be handed out as a table, for whoever reads it on a page. */
    public Seen look(Caller caller, Optional<Instant> asked, Picked picked, int most) {
        Instant at = admitted(caller, asked);
        Picking picking = new Picking(picked, most);
        AtomicLong rows = new AtomicLong();
        String hash = hash(at, rows, picking);
        return new Seen(at, hash, rows.get(), picking.unused, picking.fitting, List.copyOf(picking.lines));
    }

    /** Keeps what was asked for, and counts the rest. */
    private static final class Picking implements Consumer<Row> {
        private final Picked picked;
        private final int most;
        private final List<Line> lines = new ArrayList<>();
        private long unused;
        private long fitting;

        private Picking(Picked picked, int most) {
            this.picked = picked;
            this.most = most;
        }

        @Override
        public void accept(Row row) {
            unused += row.unused() ? 1 : 0;
            if (fits(row)) {
                fitting++;
                if (fitting > picked.beyond() && lines.size() < most) {
                    lines.add(Line.of(row));
                }
            }
        }

        private boolean fits(Row row) {
            return (row.unused() || !picked.unused())
                    && (has(row.who().name(), picked.who()) || has(row.who().account(), picked.who()))
                    && has(row.path(), picked.where());
        }

        private static boolean has(String text, String part) {
            return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
        }
    }

    public void write(Instant at, OutputStream out) throws IOException {
        out.write(ReviewTable.header());
        try {
            review.each(at, row -> {
                try {
                    out.write(ReviewTable.row(row));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Only what would be handed out now is signed: somebody whose table says something else has looked at something else. */
    public SignedOff signOff(Caller caller, SignOff signed) {
        gate.admit(caller, Verb.ACCESS_REVIEW, () -> Optional.of(sight(Details.none())));
        if (signed.at().isAfter(clock.instant()) || signed.words().length() > LONGEST) {
            throw new Problem(
                    Problem.Kind.INVALID, "sign-off-malformed", "at has passed, and words are 500 characters at most");
        }
        AtomicLong rows = new AtomicLong();
        if (!hash(signed.at(), rows, row -> {}).equals(signed.sha256())) {
            throw new Problem(
                    Problem.Kind.CHANGED_MEANWHILE,
                    "changed-meanwhile",
                    "the table of that moment has another hash: fetch it again");
        }
        Details which = Details.none()
                .with(Name.UNTIL, signed.at().toString())
                .with(Name.HASH, signed.sha256())
                .with(Name.COUNT, rows.get())
                .with(Name.REASON, Optional.of(signed.words()).filter(words -> !words.isBlank()));
        Ask ask = new Ask(caller, Verb.ACCESS_REVIEW, EventClass.ACCESS_REVIEWED, () -> Optional.of(sight(which)));
        UUID event = gate.change(ask, Moves.NOTHING, at -> Done.of(at.event()))
                .result()
                .orElseThrow();
        return new SignedOff(event, rows.get());
    }

    /** Asked of everybody about everything: a few at a time, and whoever comes then comes again. */
    private String hash(Instant at, AtomicLong rows, Consumer<Row> each) {
        if (!free.tryAcquire()) {
            throw new Busy();
        }
        try {
            return hashed(at, rows, each);
        } finally {
            free.release();
        }
    }

    private static final class Busy extends Problem {
        private static final long serialVersionUID = 1;

        Busy() {
            super(Kind.UNAVAILABLE, "overloaded", "others review access at the moment", COME_BACK, Map.of(), null);
        }
    }

    private String hashed(Instant at, AtomicLong rows, Consumer<Row> each) {
        MessageDigest digest = sha256();
        digest.update(ReviewTable.header());
        review.each(at, row -> {
            digest.update(ReviewTable.row(row));
            rows.incrementAndGet();
            each.accept(row);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Sight sight(Details which) {
        Subject rules = new Subject(Subject.Kind.POLICY, Rulebook.ID);
        return Sight.of(Target.installation(), rules, Map.of()).saying(which);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // unreachable: every Java has it
        }
    }
}

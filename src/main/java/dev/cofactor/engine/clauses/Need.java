// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.clauses;

import dev.cofactor.engine.documents.PolicyRefused;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** A step that somebody can take. Where it is missing, he is told which. */
public sealed interface Need {
    /** The longest text that anybody has to give as his reason. */
    int LONGEST_REASON = 500;

    /** A code is wanted in minutes, not days; a grant that lives for longer than this is a policy. */
    Duration LONGEST_GRANT = Duration.ofDays(30);

    int MOST_USES = 1_000;

    /**
     * Whoever asks has proved in this session, so lately, that he is who he is.
     *
     * @param methods one of these; empty where any will do
     */
    record StepUp(Duration within, Set<Method> methods) implements Need {
        public StepUp {
            unlessWithin(within);
            methods = methods.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(methods));
        }
    }

    /** How somebody proves who he is. */
    enum Method {
        TOTP,
        PASSKEY,
        /** A provider says that it asked for a second factor. */
        SSO,
        /** Of whoever has no second factor. */
        PASSWORD
    }

    /** Says why. */
    record Reason(int atLeast) implements Need {
        public Reason {
            PolicyRefused.unless(atLeast > 0 && atLeast <= LONGEST_REASON, "is longer than anybody may write");
        }
    }

    /** Names a ticket of this form. */
    record Ticket(Glob form) implements Need {}

    /**
     * So many of these have said yes. Whoever asks never counts, through no group.
     *
     * @param decideWithin how long a request is open
     * @param validFor how long what they gave holds from their last yes on
     * @param uses how often it may be used
     * @param notTheAuthor whoever last wrote the policy does not count either
     */
    record Approval(
            int quorum, Set<Approver> of, Duration decideWithin, Duration validFor, int uses, boolean notTheAuthor)
            implements Need {
        public static final int MOST_NAMED = 32;
        public static final int MOST_QUORUM = 10;

        public Approval {
            PolicyRefused.unless(!of.isEmpty(), "names nobody who could approve");
            PolicyRefused.unless(of.size() <= MOST_NAMED, "names more than " + MOST_NAMED);
            PolicyRefused.unless(quorum > 0 && quorum <= MOST_QUORUM, "wants fewer than one, or more than ten");
            unlessWithin(decideWithin);
            unlessWithin(validFor);
            PolicyRefused.unless(uses > 0 && uses <= MOST_USES, "has fewer than one use, or more than " + MOST_USES);
            of = Collections.unmodifiableSet(new LinkedHashSet<>(of));
        }
    }

    /**
     * He may approve it himself: he says why, all who would have been asked are told at once, and somebody else has to look at
     * it afterwards.
     */
    record BreakGlass(int atLeast, Duration validFor, int uses) implements Need {
        public static final Duration LONGEST = Duration.ofHours(4);

        public BreakGlass {
            PolicyRefused.unless(
                    atLeast > 0 && atLeast <= LONGEST_REASON, "wants a longer reason than anybody may write");
            unlessWithin(validFor);
            PolicyRefused.unless(validFor.compareTo(LONGEST) <= 0, "holds longer than an emergency");
            PolicyRefused.unless(uses > 0 && uses <= MOST_USES, "has fewer than one use, or more than " + MOST_USES);
        }
    }

    private static void unlessWithin(Duration time) {
        PolicyRefused.unless(
                time.isPositive() && time.compareTo(LONGEST_GRANT) <= 0, "is never, or longer than 30 days");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.documents.PolicyRefused;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One rule: whoever is among {@code to} may, or may never, do {@code actions} on whatever is among {@code on}, as far as
 * its clauses go. Order and repetition say nothing.
 *
 * @param name for people; carries no right and need not be unique
 */
public record Policy(
        UUID id,
        String name,
        State state,
        Effect effect,
        Set<Verb> actions,
        Set<Subject> to,
        Set<Resource> on,
        Clauses clauses) {
    public static final int LONGEST_TEXT = 200;

    /** Each pair of a subject and a resource is an entry of the index, so their number has to end somewhere. */
    public static final int MOST_NAMED = 200;

    /** Whether it takes part. Only what is active decides anything. */
    public enum State {
        /** Not yet: it is being written. */
        DRAFT("draft"),
        ACTIVE("active"),
        /** No longer. */
        DISABLED("disabled");

        private final String code;

        State(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** Empty for every other spelling. */
        public static Optional<State> find(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code.equals(code))
                    .findFirst();
        }
    }

    /** What becomes of a question the policy applies to. */
    public enum Effect {
        /** He may, once the policy's needs are met. */
        ALLOW("allow"),
        /** Whoever may, may only with the policy's needs, limits and duties besides. */
        REQUIRE("require"),
        /** He may not. It wins over every allow. */
        DENY("deny");

        private final String code;

        Effect(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Policy {
        PolicyRefused.unlessText(name, LONGEST_TEXT);
        PolicyRefused.unless(!actions.isEmpty(), "has no action");
        PolicyRefused.unless(!to.isEmpty(), "is about nobody");
        PolicyRefused.unless(!on.isEmpty(), "is about nothing");
        PolicyRefused.unless(to.size() <= MOST_NAMED && on.size() <= MOST_NAMED, "names more than " + MOST_NAMED);
        actions = Collections.unmodifiableSet(EnumSet.copyOf(actions));
        // Their order says nothing, but whoever finds fault with one can tell which by its place.
        to = Collections.unmodifiableSet(new LinkedHashSet<>(to));
        on = Collections.unmodifiableSet(new LinkedHashSet<>(on));
        Clauses asked = clauses;
        boolean asks = !asked.needs().isEmpty()
                || !asked.limits().isEmpty()
                || !asked.then().isEmpty();
        PolicyRefused.unless(effect != Effect.DENY || !asks, "denies, so there is nothing to need, limit or do");
        PolicyRefused.unless(effect != Effect.REQUIRE || asks, "requires nothing");
        unlessAskedInVain(actions, clauses);
    }

    /** Active, and without clauses. */
    public Policy(UUID id, String name, Effect effect, Set<Verb> actions, Set<Subject> to, Set<Resource> on) {
        this(id, name, State.ACTIVE, effect, actions, to, on, Clauses.NONE);
    }

    /** It is looked up often, and its id says enough. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** What can be asked for with one verb alone would shut the others for ever. What leaves no record is never asked for it. */
    private static void unlessAskedInVain(Set<Verb> actions, Clauses clauses) {
        for (Need need : clauses.needs()) {
            boolean possible = switch (need) {
                case Need.StepUp stepUp -> true;
                case Need.Reason reason -> all(actions, Verb::isRelease);
                case Need.Ticket ticket -> all(actions, Verb::isRelease);
                case Need.Approval approval -> all(actions, Verb::isGrantable);
                case Need.BreakGlass glass -> all(actions, Verb::isGrantable);
            };
            PolicyRefused.unless(possible, "needs what cannot be given for one of its actions");
        }
    }

    private static boolean all(Set<Verb> actions, Predicate<Verb> can) {
        return actions.stream().allMatch(verb -> !verb.isRecorded() || can.test(verb));
    }

    public boolean isActive() {
        return state == State.ACTIVE;
    }

    /**
     * One policy as a document has it.
     *
     * @param id which one it is: the document may leave it out, and may not name another
     * @param spellings in which ids may be written besides their own
     * @throws PolicyRefused with a place that begins at the policy
     */
    public static Policy read(byte[] document, UUID id, Function<String, Optional<UUID>> spellings) {
        return PolicyJson.read(document, id, spellings);
    }

    /** The one spelling of this policy, as it stands in the document of its set. */
    public String canonical() {
        return PolicyJson.spelled(this);
    }
}

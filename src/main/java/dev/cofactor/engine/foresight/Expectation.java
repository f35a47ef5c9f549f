// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Verb;
import java.net.InetAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an administrator expects of the rules, whatever they say: written once, and held against every edition. */
public sealed interface Expectation {
    String name();

    /** One question, and the answer to it. */
    record Test(String name, As as, Here here, Verb verb, On on, Expected expected) implements Expectation {
        public Test {
            PolicyRefused.unlessText(name, Policy.LONGEST_TEXT);
            PolicyRefused.unless(
                    as.kind == As.Kind.PERSON || here.proved.isEmpty(), "has a machine prove that somebody sits there");
        }
    }

    /**
     * Never, whoever of these it is, wherever and whenever, on whatever of these: at most with all of these needs.
     *
     * @param without empty where not even with any
     */
    record Invariant(String name, Set<Verb> verbs, Set<Whom> to, Set<On> on, Set<Kind> without) implements Expectation {
        public static final int MOST_NAMED = 32;

        public Invariant {
            PolicyRefused.unlessText(name, Policy.LONGEST_TEXT);
            PolicyRefused.unless(!verbs.isEmpty(), "has no action");
            PolicyRefused.unless(!to.isEmpty(), "is about nobody");
            PolicyRefused.unless(!on.isEmpty(), "is about nothing");
            PolicyRefused.unless(to.size() <= MOST_NAMED && on.size() <= MOST_NAMED, "names more than " + MOST_NAMED);
            verbs = Collections.unmodifiableSet(EnumSet.copyOf(verbs));
            to = Collections.unmodifiableSet(new LinkedHashSet<>(to));
            on = Collections.unmodifiableSet(new LinkedHashSet<>(on));
            without = without.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(without));
        }
    }

    /**
     * Who asks: somebody who is there, with the groups he stands in, or anybody who stands in these.
     *
     * @param id null where it is nobody in particular
     * @param groups besides those in which he stands, and with all groups these stand in
     */
    record As(Kind kind, @Nullable UUID id, Set<UUID> groups) {
        public enum Kind {
            PERSON,
            SERVICE
        }

        public As {
            groups = Collections.unmodifiableSet(new LinkedHashSet<>(groups));
        }
    }

    /**
     * @param time as clocks there show it
     * @param address null where it is not known
     * @param proved how long ago, and how, he proved who he is
     */
    record Here(
            LocalDateTime time,
            ZoneId zone,
            @Nullable InetAddress address,
            Optional<Proof> proved,
            Optional<String> reason,
            Optional<String> ticket) {
        public Here {
            PolicyRefused.unless(isOnce(time, zone), "is a time that clocks there skip");
            reason.ifPresent(text -> PolicyRefused.unlessText(text, Need.LONGEST_REASON));
            ticket.ifPresent(text -> PolicyRefused.unlessText(text, Policy.LONGEST_TEXT));
        }

        /** An hour that comes twice is its first. */
        private static boolean isOnce(LocalDateTime time, ZoneId zone) {
            try {
                return !zone.getRules().getValidOffsets(time).isEmpty();
            } catch (DateTimeException e) {
                return false;
            }
        }
    }

    record Proof(Duration ago, Need.Method by) {
        public Proof {
            PolicyRefused.unless(!ago.isNegative(), "has not been yet");
        }
    }

    /** What it is about, by its id. */
    record On(Kind kind, @Nullable UUID id) {
        public enum Kind {
            SECRET,
            FOLDER,
            TAG,
            TEMPLATE,
            /** Of an invariant: whatever there is. */
            EVERYTHING,
            /** Of a test: what is in no folder, such as people and settings. */
            INSTALLATION
        }
    }

    /** Whom an invariant is about. */
    record Whom(Kind kind, @Nullable UUID id) {
        public enum Kind {
            PERSON,
            GROUP,
            SERVICE,
            AGENT,
            /** All of them. */
            PEOPLE,
            SERVICES,
            AGENTS,
            ANYONE
        }
    }

    enum Answer {
        ALLOW,
        CHALLENGE,
        DENY
    }

    /** A kind of need. */
    enum Kind {
        STEP_UP,
        REASON,
        TICKET,
        APPROVAL,
        BREAK_GLASS;

        static Kind of(Need need) {
            return switch (need) {
                case Need.StepUp one -> STEP_UP;
                case Need.Reason one -> REASON;
                case Need.Ticket one -> TICKET;
                case Need.Approval one -> APPROVAL;
                case Need.BreakGlass one -> BREAK_GLASS;
            };
        }
    }

    /** A kind of condition. */
    enum Because {
        NETWORK,
        HOURS,
        DATES,
        CLAIM
    }

    /**
     * @param needs of a challenge: what has to be done, in one of the ways, and nothing else; empty where it does not matter
     * @param by of a deny: the policy that denies, or the allow that did not apply; null where it does not matter
     * @param because of a deny: a condition of that kind is why
     */
    record Expected(
            Answer answer, Set<Kind> needs, @Nullable UUID by, Optional<Because> because) {
        public Expected {
            PolicyRefused.unless(answer == Answer.CHALLENGE || needs.isEmpty(), "names needs, and is no challenge");
            PolicyRefused.unless(
                    answer == Answer.DENY || (by == null && because.isEmpty()), "names what denies, and is no deny");
            needs = needs.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(needs));
        }

        public static Expected of(Answer answer) {
            return new Expected(answer, Set.of(), null, Optional.empty());
        }
    }

    /**
     * One expectation as a document has it.
     *
     * @param spellings in which ids may be written besides their own
     * @throws PolicyRefused with the place and the reason
     */
    static Expectation read(byte[] document, Function<String, Optional<UUID>> spellings) {
        return ExpectationReader.read(document, spellings);
    }

    /** Its one spelling. */
    default String canonical() {
        return ExpectationJson.spelled(this);
    }

    /** How one of a closed list is written. */
    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> list, String word) {
        return Arrays.stream(list.getEnumConstants())
                .filter(one -> word(one).equals(word))
                .findFirst();
    }
}

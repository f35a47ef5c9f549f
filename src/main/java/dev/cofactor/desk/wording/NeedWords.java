// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import static java.util.Comparator.comparing;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Need;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Needs in plain words: as steps that somebody takes, as what must have happened, and as what somebody must do. */
public final class NeedWords {
    private NeedWords() {}

    /** For whoever may see the rules: "ask 1 of Security". */
    public static String step(Need need, Names names) {
        return step(need, people(need, names, "your"));
    }

    /** For whoever asks: the steps, and nobody's name. */
    public static String step(Need need) {
        return step(need, "those who may approve it");
    }

    private static String step(Need need, String people) {
        return switch (need) {
            case Need.StepUp stepUp -> "step up" + by(stepUp);
            case Need.Reason reason -> "give a reason" + longEnough(reason.atLeast());
            case Need.Ticket ticket ->
                "name a ticket of the form " + ticket.form().text();
            case Need.Approval approval -> "ask " + counted(approval, people);
            case Need.BreakGlass glass -> "break the glass with a reason" + longEnough(glass.atLeast());
        };
    }

    /** Of an allow: "once 1 of Security has approved it within 1 hour". */
    static String once(Need need, Names names) {
        return switch (need) {
            case Need.StepUp stepUp -> "they have stepped up within " + Spans.of(stepUp.within()) + by(stepUp);
            case Need.Reason reason -> "they have given a reason" + longEnough(reason.atLeast());
            case Need.Ticket ticket ->
                "they have named a ticket of the form " + ticket.form().text();
            case Need.Approval approval ->
                counted(approval, people(need, names, "their")) + (approval.quorum() == 1 ? " has" : " have")
                        + " approved it within " + Spans.of(approval.decideWithin()) + notTheAuthor(approval);
            case Need.BreakGlass glass -> "they have broken the glass with a reason" + longEnough(glass.atLeast());
        };
    }

    /** Of a requirement: "have it approved by 1 of Security within 1 hour". */
    static String must(Need need, Names names) {
        return switch (need) {
            case Need.StepUp stepUp -> "have stepped up within " + Spans.of(stepUp.within()) + by(stepUp);
            case Need.Reason reason -> "give a reason" + longEnough(reason.atLeast());
            case Need.Ticket ticket ->
                "name a ticket of the form " + ticket.form().text();
            case Need.Approval approval ->
                "have it approved by " + counted(approval, people(need, names, "their")) + " within "
                        + Spans.of(approval.decideWithin()) + notTheAuthor(approval);
            case Need.BreakGlass glass -> "break the glass with a reason" + longEnough(glass.atLeast());
        };
    }

    /** What becomes of it once it is met; empty of what is done anew each time. */
    static Optional<String> afterwards(Need need, Names names, boolean alone) {
        return switch (need) {
            case Need.StepUp stepUp -> Optional.empty();
            case Need.Reason reason -> Optional.empty();
            case Need.Ticket ticket -> Optional.empty();
            case Need.Approval approval ->
                Optional.of((alone ? "an approval" : "an approval by " + people(need, names, "their")) + " is good for "
                        + Spans.of(approval.validFor()) + " and " + Spans.counted(approval.uses(), "use"));
            case Need.BreakGlass glass ->
                Optional.of("a broken glass is good for " + Spans.of(glass.validFor()) + " and "
                        + Spans.counted(glass.uses(), "use")
                        + ", all who would have been asked are told, and somebody else has to look at it afterwards");
        };
    }

    /** What costs least is said first. */
    static List<Need> sorted(Collection<Need> needs, Names names) {
        return needs.stream()
                .sorted(comparing((Need need) -> rank(need)).thenComparing(need -> once(need, names)))
                .toList();
    }

    private static int rank(Need need) {
        return switch (need) {
            case Need.StepUp stepUp -> 0;
            case Need.Reason reason -> 1;
            case Need.Ticket ticket -> 2;
            case Need.Approval approval -> 3;
            case Need.BreakGlass glass -> 4;
        };
    }

    private static String counted(Need.Approval approval, String people) {
        boolean oneOfOne = approval.quorum() == 1 && approval.of().size() == 1;
        boolean oneself = oneOfOne && !(approval.of().iterator().next() instanceof Approver.Group);
        return oneself ? people : approval.quorum() + " of " + people;
    }

    private static String people(@Nullable Need need, Names names, String whose) {
        return need instanceof Need.Approval approval ? people(approval.of(), names, whose) : "";
    }

    private static String people(Set<Approver> of, Names names, String whose) {
        List<String> said = new ArrayList<>();
        if (of.contains(new Approver.Manager())) {
            said.add(whose + " manager");
        }
        of.stream()
                .filter(Approver.Group.class::isInstance)
                .map(Approver.Group.class::cast)
                .map(group -> names.of(group).orElse("a group that is no longer there"))
                .sorted()
                .forEach(said::add);
        of.stream()
                .filter(Approver.Person.class::isInstance)
                .map(Approver.Person.class::cast)
                .map(person -> names.of(person).orElse("somebody who is no longer there"))
                .sorted()
                .forEach(said::add);
        return Sentences.or(said);
    }

    private static String notTheAuthor(Need.Approval approval) {
        return approval.notTheAuthor() ? ", not counting whoever last wrote this policy" : "";
    }

    private static String longEnough(int characters) {
        return characters == 1 ? "" : " of at least " + characters + " characters";
    }

    private static String by(Need.StepUp stepUp) {
        if (stepUp.methods().isEmpty()) {
            return "";
        }
        return " by "
                + Sentences.or(stepUp.methods().stream().map(NeedWords::name).toList());
    }

    private static String name(Need.Method method) {
        return switch (method) {
            case TOTP -> "authenticator app";
            case PASSKEY -> "passkey";
            case SSO -> "single sign-on";
            case PASSWORD -> "password";
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import dev.cofactor.desk.insight.WhyJson;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The answer to a question about somebody, as a page says it.
 *
 * @param tone and {@code icon}, for the eye; {@code outcome} says the same
 * @param cause why not; empty where he may
 * @param told the code he would hear
 * @param opens when he would next be let in; empty where he is now, or never
 * @param groups in which he stands
 */
record Verdict(
        String who,
        String tone,
        String icon,
        String outcome,
        String cause,
        String told,
        String at,
        String opens,
        List<String> groups,
        List<Spoke> applied,
        List<Near> near,
        List<Way> ways) {

    /** A policy that applied. @param because whom and what it means, in words */
    record Spoke(String policy, String name, String effect, String because) {
        static Spoke of(WhyJson.Spoke one) {
            return new Spoke(
                    one.policy().toString(), one.name(), one.effect(), words(one.to()) + ", " + words(one.on()));
        }
    }

    /** An allow that did not apply. @param unmet what would have to be so */
    record Near(Spoke but, List<String> unmet) {
        static Near of(WhyJson.Near one) {
            return new Near(
                    Spoke.of(one.but()),
                    one.unmet().stream().map(WhyJson.Unmet::words).toList());
        }
    }

    /** One way to an allow. */
    record Way(List<Step> steps) {
        static Way of(WhyJson.Through one) {
            return new Way(one.needs().stream()
                    .map(need -> new Step(need.words(), need.missing()))
                    .toList());
        }
    }

    record Step(String words, boolean missing) {}

    static Verdict of(WhyJson.Answer answer) {
        boolean allowed = answer.outcome().equals("allowed");
        boolean challenged = answer.outcome().equals("challenged");
        return new Verdict(
                answer.actor().name(),
                allowed ? "good" : challenged ? "warn" : "bad",
                allowed ? "good" : challenged ? "clock" : "bad",
                allowed ? "Allowed" : challenged ? "Allowed after steps" : "Refused",
                cause(answer),
                answer.told(),
                answer.at().truncatedTo(ChronoUnit.SECONDS).toString(),
                answer.opens() == null
                        ? ""
                        : answer.opens().truncatedTo(ChronoUnit.SECONDS).toString(),
                answer.actor().groups().stream().map(WhyJson.Group::name).toList(),
                answer.applied().stream().map(Spoke::of).distinct().toList(),
                answer.near().stream().map(Near::of).distinct().toList(),
                answer.ways().stream().map(Way::of).distinct().toList());
    }

    private static String cause(WhyJson.Answer answer) {
        if (!answer.actor().active()) {
            return "He is not active.";
        }
        String cause = answer.cause() == null ? "" : answer.cause();
        return switch (cause) {
            case "" -> "";
            case "a-policy-denies" -> "A policy says never.";
            case "nothing-allows" -> "No policy says yes.";
            case "not-for-agents" -> "No agent may ever do this.";
            case "cannot-be-met" -> "A policy would allow it, and asks for something that can never be done here.";
            case "nothing-to-show" -> "There is nothing to show that is good then and there: no token, no delegation.";
            default -> cause;
        };
    }

    private static String words(WhyJson.Named named) {
        String name = named.name() == null ? "no longer there" : named.name();
        return switch (named.kind()) {
            case "group" -> "as one of " + name;
            case "anyone" -> "like anybody";
            case "folder" -> "below " + name;
            case "tag" -> "tagged " + name;
            case "template" -> "under the template " + name;
            case "everything" -> "on everything";
            case "own-personal-folder" -> "in the own personal folder";
            case "secret" -> "on " + name;
            case "claim" -> "vouched for by " + name;
            default -> "as " + name;
        };
    }

    /** For whoever hears the answer and does not see it. */
    public String sentence() {
        String steps = ways.isEmpty()
                ? ""
                : ways.getFirst().steps().stream()
                        .filter(Step::missing)
                        .map(Step::words)
                        .collect(Collectors.joining(", "));
        return who + " would be " + outcome.toLowerCase(Locale.ROOT) + "." + (cause.isEmpty() ? "" : " " + cause)
                + (steps.isEmpty() ? "" : " Missing: " + steps + ".");
    }
}

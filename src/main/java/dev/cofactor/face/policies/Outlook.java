// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import dev.cofactor.desk.insight.ChangesJson;
import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a save would come to, as a page says it.
 *
 * @param looked whether it was looked at
 * @param fault why it could not be saved as it is; empty where it could
 * @param broken what the rules must keep saying and then would not, by name
 * @param gained how many gain, of whom so many are listed
 * @param complete false where there may be more
 * @param supposed whether this is what would come of it only once it is put in force
 */
record Outlook(
        boolean looked,
        String fault,
        List<String> broken,
        List<Shift> gains,
        List<Shift> losses,
        int gained,
        int lost,
        boolean complete,
        boolean supposed) {

    static final Outlook NONE = new Outlook(false, "", List.of(), List.of(), List.of(), 0, 0, true, false);

    /**
     * Somebody who could do more, or less.
     *
     * @param does the verb in words
     * @param on an example, empty where it is the installation
     * @param more on how many others besides
     * @param before what is decided now in the example
     * @param self whether it is whoever reads
     */
    record Shift(
            String who,
            String kind,
            String does,
            String on,
            int more,
            String before,
            String after,
            String at,
            String address,
            boolean self) {

        static Shift of(ChangesJson.One row, UUID reader) {
            ChangesJson.Example example = row.example();
            return new Shift(
                    row.name().isEmpty() ? "Somebody who is no longer there" : row.name(),
                    row.kind(),
                    Verb.find(row.verb()).map(RuleDesk::words).orElse(row.verb()),
                    example.path() == null ? "" : example.path(),
                    row.on() - 1,
                    word(example.before()),
                    word(example.after()),
                    example.there().at() == null ? "" : example.there().at().toString(),
                    example.there().address() == null ? "" : example.there().address(),
                    row.id().equals(reader));
        }

        private static String word(String outcome) {
            return switch (outcome) {
                case "allowed" -> "allowed";
                case "challenged" -> "allowed after steps";
                default -> "refused";
            };
        }
    }

    static Outlook of(ChangesJson.Answer answer, UUID reader, boolean supposed) {
        return new Outlook(
                true,
                "",
                List.of(),
                answer.gains().stream().map(row -> Shift.of(row, reader)).toList(),
                answer.losses().stream().map(row -> Shift.of(row, reader)).toList(),
                answer.gained(),
                answer.lost(),
                answer.complete(),
                supposed);
    }

    static Outlook of(Problem problem) {
        return new Outlook(true, Words.sentence(problem), broken(problem), List.of(), List.of(), 0, 0, true, false);
    }

    /** Whether whoever reads would gain something himself, for which somebody else is asked. */
    public boolean isForReader() {
        return gains.stream().anyMatch(Shift::self);
    }

    /** How many gain besides those that are listed. */
    public int moreGains() {
        return gained - gains.size();
    }

    public int moreLosses() {
        return lost - losses.size();
    }

    public boolean isNothing() {
        return gained == 0 && lost == 0;
    }

    /** The names of expectations that a refusal names; none of any other refusal. */
    static List<String> broken(Problem problem) {
        return problem.code().equals("expectation-broken") && problem.members().get("broken") instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(one -> ((Map<?, ?>) one).get("name"))
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.guessing;

import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows what is tried first: names that everybody knows, and passwords of which little is left once common words, runs
 * and repetitions are taken for what they are, a single guess each.
 */
@ApplicationScoped
public class Obvious {
    /** As much as six letters nobody can foresee, beyond what was taken out; measured in halves, for digits weigh less. */
    private static final int LEAST = 12;

    /** Shorter names stand in too many words. */
    private static final int SHORTEST_NAME = 4;

    private static final String PRODUCT = "cofactor";

    private final CommonWords words = CommonWords.bundled();

    /** @param names of the person: everybody knows them */
    public Optional<Fault> in(String password, Collection<String> names) {
        String typed = plain(password);
        if (holdsName(typed, names)) {
            return Optional.of(Fault.NAMED);
        }
        return weight(typed) < LEAST ? Optional.of(Fault.COMMON) : Optional.empty();
    }

    /** What is wrong with a password. */
    public enum Fault {
        NAMED("leave out your name and the name of this server"),
        COMMON("that is among the first that are guessed: choose words that do not belong together");

        private final String rule;

        Fault(String rule) {
            this.rule = rule;
        }

        /** As a {@link Problem} says it. */
        public String rule() {
            return rule;
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static boolean holdsName(String typed, Collection<String> names) {
        String squeezed = squeezed(typed);
        String read = squeezed(CommonWords.asLetters(typed, 'i'));
        return Stream.concat(
                        Stream.of(PRODUCT),
                        names.stream()
                                .map(Obvious::plain)
                                .flatMap(name ->
                                        Stream.concat(Stream.of(name), Arrays.stream(name.split("[\\s._@+-]+", -1)))))
                .map(Obvious::squeezed)
                .filter(name -> name.codePointCount(0, name.length()) >= SHORTEST_NAME)
                .anyMatch(name -> squeezed.contains(name)
                        || read.contains(name)
                        || squeezed.contains(new StringBuilder(name).reverse()));
    }

    /** Dots between letters deceive nobody, so it is weighed with and without them, and the less counts. */
    private int weight(String typed) {
        long signs = typed.codePoints()
                .filter(one -> !Character.isLetterOrDigit(one))
                .distinct()
                .count();
        return Math.min(words.weight(typed), words.weight(squeezed(typed)) + Math.toIntExact(signs));
    }

    private static String squeezed(String text) {
        return text.codePoints()
                .filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

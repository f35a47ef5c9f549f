// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.entering;

import dev.cofactor.desk.seeds.SeedDesk;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.ground.identity.PublicId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the forms by which a seed comes in have in common: a new secret's, and those of one that is there. */
public final class Entering {
    /** How many other secrets with the same seed are named. */
    static final int MOST_OTHERS = 5;

    private Entering() {}

    /** For a script: where it goes on. */
    public record Next(String next) {}

    /** Each name once: a form that says one twice says the last. */
    public static Map<String, String> typed(Map<String, List<String>> form) {
        Map<String, String> typed = new HashMap<>();
        form.forEach((name, values) -> typed.put(name, values.getLast()));
        return typed;
    }

    /** What a template asks of a seed, if it has one. */
    public static Optional<FieldRules.Otp> rules(TemplateVersion version) {
        return version.seed()
                .map(Field::rules)
                .filter(FieldRules.Otp.class::isInstance)
                .map(FieldRules.Otp.class::cast);
    }

    /** Which of several codes in a picture. */
    public static OptionalInt choice(String choose) {
        return choose.matches("[1-9][0-9]?") ? OptionalInt.of(Integer.parseInt(choose)) : OptionalInt.empty();
    }

    /** Where it goes on once a seed is entered, with what is to be said about it. */
    public static String after(String id, SeedDesk.Taken taken) {
        Stream<String> remarks = taken.remarks().stream()
                .map(remark -> "note=" + remark.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .sorted();
        Stream<String> same = taken.sameAsBefore() ? Stream.of("note=same-as-before") : Stream.empty();
        Stream<String> others =
                taken.alsoIn().stream().limit(MOST_OTHERS).map(other -> "also=" + PublicId.SECRET.of(other.secret()));
        String said = Stream.of(remarks, same, others).flatMap(one -> one).collect(Collectors.joining("&"));
        return "/secrets/" + id + "/proof" + (said.isEmpty() ? "" : "?" + said);
    }
}

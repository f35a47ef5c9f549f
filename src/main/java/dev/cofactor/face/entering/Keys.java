// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.entering;

import dev.cofactor.desk.seeds.Entered;
import dev.cofactor.desk.seeds.Entered.Options;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A seed as it is typed: a setup link, which says all about itself, or a setup key with what the form says of it. */
public final class Keys {
    /** By which a link is told from a key. */
    private static final byte[] SCHEME = "otpauth".getBytes(StandardCharsets.US_ASCII);

    private Keys() {}

    public record Option(String value, boolean chosen) {}

    /** One thing that may be chosen about a key: type, digits, period or algorithm. */
    public record Choice(String name, List<Option> options) {}

    /**
     * What a template leaves to be said about a key.
     *
     * @param choices those where there is more than one possibility
     * @param counter where a counting one begins, as typed
     * @param counts whether a counting one is possible
     * @param open whether something else than usual was said
     */
    public record Advanced(List<Choice> choices, boolean counts, String counter, boolean open) {
        public boolean any() {
            return counts || !choices.isEmpty();
        }
    }

    public static Advanced advanced(FieldRules.Otp rules, Map<String, String> typed) {
        List<Choice> choices = choices(rules, typed).stream()
                .filter(one -> one.options().size() > 1)
                .toList();
        Map<String, String> usual = usual(rules);
        String counter = typed.getOrDefault("counter", "");
        boolean said = choices.stream()
                .map(Choice::name)
                .anyMatch(name ->
                        !typed.getOrDefault(name, "").equals(usual.getOrDefault(name, "")) && typed.containsKey(name));
        return new Advanced(choices, rules.kinds().contains(Kind.HOTP), counter, said || !counter.isEmpty());
    }

    /** The text stays the caller's. What is not said is usual with this template. */
    public static Entered read(Plaintext text, FieldRules.Otp rules, Map<String, String> said) {
        Map<String, String> all = new HashMap<>(usual(rules));
        said.forEach((name, value) -> {
            if (!value.isBlank()) {
                all.put(name, value);
            }
        });
        Entered entered = isLink(text) ? Entered.link(text) : Entered.key(text, options(all));
        try {
            entered.mustFit(rules);
            return entered;
        } catch (Problem e) {
            entered.close();
            throw e;
        }
    }

    private static List<Choice> choices(FieldRules.Otp rules, Map<String, String> typed) {
        return List.of(
                choice("type", rules.kinds().stream().sorted().map(Kind::word), typed, "totp"),
                choice("digits", rules.digits().stream().sorted().map(String::valueOf), typed, "6"),
                choice("period", rules.periods().stream().sorted().map(String::valueOf), typed, "30"),
                choice("algorithm", rules.algorithms().stream().sorted().map(Enum::name), typed, "SHA1"));
    }

    private static Map<String, String> usual(FieldRules.Otp rules) {
        return choices(rules, Map.of()).stream()
                .collect(Collectors.toMap(
                        Choice::name,
                        one -> one.options().stream()
                                .filter(Option::chosen)
                                .findFirst()
                                .orElseThrow()
                                .value()));
    }

    public static Plaintext plain(String typed) {
        return Plaintext.owning(typed.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** What Steam's are like is nobody's choice, and a counter has no period. */
    private static Options options(Map<String, String> said) {
        Optional<String> type = said(said, "type");
        boolean steam = type.filter("steam"::equals).isPresent();
        boolean counts = type.filter("hotp"::equals).isPresent();
        return new Options(
                type,
                steam ? Optional.empty() : said(said, "algorithm"),
                steam ? OptionalInt.empty() : number(said, "digits"),
                steam || counts ? OptionalInt.empty() : number(said, "period"),
                counts ? said(said, "counter").filter(Keys::isNumber).map(Long::parseLong) : Optional.empty(),
                "",
                "");
    }

    private static Optional<String> said(Map<String, String> said, String name) {
        return Optional.ofNullable(said.get(name)).filter(value -> !value.isBlank());
    }

    private static OptionalInt number(Map<String, String> said, String name) {
        return said(said, name)
                .filter(value -> value.matches("[0-9]{1,6}"))
                .map(value -> OptionalInt.of(Integer.parseInt(value)))
                .orElseGet(OptionalInt::empty);
    }

    private static boolean isNumber(String value) {
        return value.matches("[0-9]{1,18}");
    }

    static boolean isLink(Plaintext typed) {
        byte[] text = typed.reveal();
        boolean link = text.length > SCHEME.length;
        for (int at = 0; link && at < SCHEME.length; at++) {
            link = (text[at] | ' ') == SCHEME[at];
        }
        return link;
    }

    /** Where nothing was chosen: what almost everybody uses, if it is allowed, or else the first. */
    private static Choice choice(String name, Stream<String> allowed, Map<String, String> typed, String usual) {
        List<String> values = allowed.toList();
        String said = typed.getOrDefault(name, "");
        String wanted = values.contains(said) ? said : usual;
        String chosen = values.contains(wanted) ? wanted : values.getFirst();
        return new Choice(
                name,
                values.stream().map(one -> new Option(one, one.equals(chosen))).toList());
    }
}

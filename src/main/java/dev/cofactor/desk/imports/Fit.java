// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import dev.cofactor.desk.seeds.Custody;
import dev.cofactor.desk.seeds.Entered;
import dev.cofactor.desk.templates.Checks;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.engine.formats.Entry;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What of an entry goes into which field of a template. Only a user name and an address lie open; a password and notes go
 * into sealed fields, or nowhere.
 *
 * @param seed the field its codes come from
 * @param open values by field
 * @param sealed where its password and its notes go
 * @param leftOut what goes nowhere, by a word
 * @param unfit why it is no secret of this template
 */
record Fit(
        Optional<Field> seed,
        Map<Field, String> open,
        Map<Field, Plaintext> sealed,
        List<String> leftOut,
        Optional<Problem> unfit) {
    /** What the name of a field says of whom it is about, the clearest first. */
    private static final List<String> USER_NAMES =
            List.of("user name", "username", "user", "login", "e-mail", "email", "account");

    static Fit of(TemplateVersion version, Entry entry) {
        Fit fit = new Fit(
                version.seed(), new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>(), Optional.empty());
        fit.user(version, entry);
        fit.address(version, entry.url());
        fit.seal(version, FieldType.PASSWORD, entry.password(), "password");
        fit.seal(version, FieldType.MULTI_LINE, entry.notes(), "notes");
        entry.leftOut().stream().map(Entry.LeftOut::word).sorted().forEach(fit.leftOut::add);
        return fit.unfit(entry)
                .or(() -> fit.missing(version, entry))
                .map(fit::because)
                .orElse(fit);
    }

    /** The names of the fields it fills. */
    List<String> takes(Entry entry) {
        TreeSet<String> names = new TreeSet<>();
        entry.otp().flatMap(otp -> seed).map(Field::name).ifPresent(names::add);
        open.keySet().forEach(field -> names.add(field.name()));
        sealed.keySet().forEach(field -> names.add(field.name()));
        return List.copyOf(names);
    }

    /** For the fields of a secret, by id; the sealed ones of the entry stay what they are. */
    Map<Field, Supplier<dev.cofactor.desk.secrets.Entered>> values() {
        Map<Field, Supplier<dev.cofactor.desk.secrets.Entered>> values = new LinkedHashMap<>();
        open.forEach(
                (field, text) -> values.put(field, () -> new dev.cofactor.desk.secrets.Entered(text.toCharArray())));
        sealed.forEach((field, value) -> values.put(field, () -> typed(value)));
        return values;
    }

    private static dev.cofactor.desk.secrets.Entered typed(Plaintext value) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(value.reveal()));
        char[] characters = new char[decoded.remaining()];
        decoded.get(characters);
        Arrays.fill(decoded.array(), '\0');
        return new dev.cofactor.desk.secrets.Entered(characters);
    }

    private void user(TemplateVersion version, Entry entry) {
        String user = entry.user().isEmpty() ? entry.title() : entry.user();
        Optional<Field> field = USER_NAMES.stream()
                .flatMap(name -> version.fields().stream()
                        .filter(one -> one.open() && one.type() == FieldType.SINGLE_LINE)
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name)))
                .findFirst();
        if (field.isPresent() && !user.isEmpty()) {
            open.put(field.get(), user);
        } else if (!entry.user().isEmpty()) {
            leftOut.add("user-name");
        }
    }

    private void address(TemplateVersion version, String url) {
        if (url.isEmpty()) {
            return;
        }
        Optional<Field> field = version.fields().stream()
                .filter(one -> one.open() && one.type() == FieldType.URL)
                .filter(one -> holds(() -> Checks.open(one, url)).isEmpty())
                .findFirst();
        field.ifPresentOrElse(one -> open.put(one, url), () -> leftOut.add("address"));
    }

    /** Never into a field that lies open: notes hold backup codes as often as not. */
    private void seal(TemplateVersion version, FieldType type, Optional<Plaintext> value, String word) {
        if (value.isEmpty()) {
            return;
        }
        version.fields().stream()
                .filter(one -> one.type() == type && !one.open())
                .findFirst()
                .ifPresentOrElse(field -> sealed.put(field, value.get()), () -> leftOut.add(word));
    }

    private Optional<Problem> unfit(Entry entry) {
        if (entry.otp().isPresent() && seed.isEmpty()) {
            return Optional.of(unfit("this template has no field for what its codes are made of"));
        }
        Optional<Problem> codes = entry.otp()
                .flatMap(otp -> holds(() -> {
                    if (seed.orElseThrow().rules() instanceof FieldRules.Otp rules) {
                        new Entered(otp, Custody.How.IMPORTED, true).mustFit(rules);
                    }
                }));
        return codes.or(() -> open.entrySet().stream()
                        .flatMap(one -> holds(() -> Checks.open(one.getKey(), one.getValue())).stream())
                        .findFirst())
                .or(() -> sealed.entrySet().stream()
                        .flatMap(one -> holds(
                                () -> Checks.sealed(one.getKey(), one.getValue().reveal()))
                                .stream())
                        .findFirst());
    }

    private Optional<Problem> missing(TemplateVersion version, Entry entry) {
        List<String> takes = takes(entry);
        return version.fields().stream()
                .filter(field -> field.required() && !takes.contains(field.name()))
                .findFirst()
                .map(field -> field.type() == FieldType.SEED
                        ? unfit("there is nothing in it that codes are made of")
                        : unfit("this template asks for a field that it does not have: " + field.name()));
    }

    private static Problem unfit(String message) {
        return new Problem(Problem.Kind.INVALID, "import-unfit", message);
    }

    private Fit because(Problem why) {
        return new Fit(seed, open, sealed, leftOut, Optional.of(why));
    }

    private static Optional<Problem> holds(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (Problem e) {
            return Optional.of(e);
        }
    }
}

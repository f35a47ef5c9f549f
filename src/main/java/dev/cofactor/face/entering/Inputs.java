// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.entering;

import dev.cofactor.desk.secrets.Entered;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Slug;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A template's fields as a form has them, both ways. Seeds, backup codes and files have ways of their own. */
public final class Inputs {
    private static final String FIELD = "field-";
    private static final String EMPTIED = "emptied-";

    private Inputs() {}

    /**
     * @param kind line, lines, password or url
     * @param value of what is open; what is sealed is typed again
     * @param set whether something sealed is in it now, and {@code spare}: whether it may be emptied
     * @param least how many characters a password has at least
     * @param account whether it is where an account's name goes, which a picture may say
     */
    public record Input(
            String id,
            String name,
            String hint,
            String kind,
            boolean required,
            boolean sealed,
            String value,
            boolean set,
            boolean spare,
            boolean account,
            int least,
            int longest) {}

    /** Of a secret that is not there yet. */
    public static List<Input> of(TemplateVersion version, Map<String, String> typed) {
        Optional<UUID> account = account(version);
        return typed(version).stream()
                .map(field -> input(field, typed.getOrDefault(FIELD + id(field), ""), false, account))
                .toList();
    }

    /** Of one that is there: as it was typed, if that is why it is shown, or as it is. */
    public static List<Input> of(SecretView.Whole whole, Map<String, String> typed) {
        return typed(whole.version()).stream()
                .map(field -> input(
                        field,
                        typed.getOrDefault(FIELD + id(field), whole.open().getOrDefault(field.id(), "")),
                        whole.isSealed(field.id()),
                        Optional.empty()))
                .toList();
    }

    /** What a later version of the template asks for and the secret has not. */
    public static List<Input> missing(TemplateVersion later, SecretView.Whole whole) {
        return typed(later).stream()
                .filter(Field::required)
                .filter(field -> !whole.open().containsKey(field.id()) && !whole.isSealed(field.id()))
                .map(field -> input(field, "", false, Optional.empty()))
                .toList();
    }

    private static Input input(Field field, String value, boolean set, Optional<UUID> account) {
        return new Input(
                id(field),
                field.name(),
                field.description(),
                kind(field.type()),
                field.required() && !set,
                !field.open(),
                field.open() ? value : "",
                set,
                set && !field.required(),
                account.filter(field.id()::equals).isPresent(),
                least(field),
                field.type().longest());
    }

    public static Map<String, @Nullable Entered> entered(TemplateVersion version, Map<String, String> typed) {
        Map<String, @Nullable Entered> entered = new HashMap<>();
        for (Field field : typed(version)) {
            String given = given(field, typed);
            if (!given.isEmpty()) {
                entered.put(id(field), entered(given));
            }
        }
        return entered;
    }

    /** What is other than it is: an empty line empties what is open, and of what is sealed it says nothing. */
    public static Map<String, @Nullable Entered> changed(SecretView.Whole whole, Map<String, String> typed) {
        Map<String, @Nullable Entered> changed = new HashMap<>();
        for (Field field : typed(whole.version())) {
            String given = given(field, typed);
            String before = whole.open().getOrDefault(field.id(), "");
            boolean emptied = field.open()
                    ? given.isEmpty() && !before.isEmpty() && typed.containsKey(FIELD + id(field))
                    : given.isEmpty() && typed.containsKey(EMPTIED + id(field));
            if (emptied) {
                changed.put(id(field), null);
            } else if (!given.isEmpty() && !(field.open() && given.equals(before))) {
                changed.put(id(field), entered(given));
            }
        }
        return changed;
    }

    /** A browser ends lines as post offices do. */
    private static String given(Field field, Map<String, String> typed) {
        return typed.getOrDefault(FIELD + id(field), "").replace("\r\n", "\n");
    }

    private static Entered entered(String given) {
        return new Entered(given.toCharArray());
    }

    /** Words between blanks or commas. */
    public static Set<Slug> tags(String typed) {
        return Stream.of(typed.strip().split("[\\s,]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> new Slug(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }

    private static String id(Field field) {
        return PublicId.FIELD.of(field.id());
    }

    private static List<Field> typed(TemplateVersion version) {
        return version.fields().stream().filter(field -> isTyped(field.type())).toList();
    }

    /** The first line that has to be there and lies open. */
    private static Optional<UUID> account(TemplateVersion version) {
        return version.fields().stream()
                .filter(field -> field.open() && field.required() && field.type() == FieldType.SINGLE_LINE)
                .map(Field::id)
                .findFirst();
    }

    public static boolean isTyped(FieldType type) {
        return switch (type) {
            case SINGLE_LINE, MULTI_LINE, PASSWORD, URL, RECOVERY_KEY -> true;
            case FILE, SEED, BACKUP_CODES -> false;
        };
    }

    private static String kind(FieldType type) {
        return switch (type) {
            case MULTI_LINE -> "lines";
            case PASSWORD -> "password";
            case URL -> "url";
            case SINGLE_LINE, RECOVERY_KEY, FILE, SEED, BACKUP_CODES -> "line";
        };
    }

    private static int least(Field field) {
        return field.rules() instanceof FieldRules.Password rules ? rules.shortest() : 1;
    }
}

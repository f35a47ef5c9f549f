// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A piece of JSON whose texts are no strings: any of them may be a password. Asking for what is not there, or is of another
 * kind, finds nothing; whoever needs it says so.
 */
sealed interface Json {
    record Members(Map<String, Json> members) implements Json {}

    record Array(List<Json> elements) implements Json {}

    record Text(Chars chars) implements Json {}

    record Digits(String digits) implements Json {}

    enum Word implements Json {
        TRUE,
        FALSE,
        NULL
    }

    default Optional<Json> at(String name) {
        return this instanceof Members object
                ? Optional.ofNullable(object.members.get(name)).filter(found -> !Word.NULL.equals(found))
                : Optional.empty();
    }

    default List<Json> list(String name) {
        return at(name).filter(Array.class::isInstance)
                .map(found -> ((Array) found).elements)
                .orElse(List.of());
    }

    default Optional<Chars> text(String name) {
        return at(name).filter(Text.class::isInstance).map(found -> ((Text) found).chars);
    }

    /** For what is no secret: a name, a kind, a parameter. */
    default String word(String name) {
        return text(name).map(Chars::text).orElse("");
    }

    default boolean isTrue(String name) {
        return at(name).filter(Word.TRUE::equals).isPresent();
    }

    /** A whole number; also one that stands there as a text, as some exporters write it. */
    default OptionalLong number(String name) {
        String digits = at(name).filter(Digits.class::isInstance)
                .map(found -> ((Digits) found).digits)
                .orElseGet(() -> word(name));
        return digits.matches("-?[0-9]{1,15}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    /** @param usual where there is none; what is no number of this size is refused by whoever takes it as one */
    default int number(String name, int usual) {
        if (at(name).isEmpty()) {
            return usual;
        }
        long number = number(name).orElse(-1);
        return number > Integer.MAX_VALUE ? -1 : (int) Math.max(-1, number);
    }
}

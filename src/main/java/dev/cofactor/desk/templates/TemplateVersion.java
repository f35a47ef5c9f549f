// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a template says, for ever under this number.
 *
 * @param author nobody of the predefined ones
 * @param fields in the order in which they are shown
 */
public record TemplateVersion(UUID template, int number, Instant made, Optional<UUID> author, List<Field> fields) {
    private static final int MOST_FIELDS = 50;

    public TemplateVersion {
        fields = List.copyOf(fields);
        check(fields);
    }

    static void check(List<Field> fields) {
        TemplateRefused.unless(!fields.isEmpty() && fields.size() <= MOST_FIELDS, "a template has 1 to 50 fields");
        TemplateRefused.unless(
                fields.stream().filter(field -> field.type() == FieldType.SEED).count() <= 1,
                "a template has at most one seed");
        Set<String> names = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (Field field : fields) {
            TemplateRefused.unless(
                    names.add(field.name().toLowerCase(Locale.ROOT)) && ids.add(field.id()),
                    "no two fields of a template have one name or one id");
        }
    }

    public Optional<Field> field(UUID id) {
        return fields.stream().filter(field -> field.id().equals(id)).findFirst();
    }

    public Optional<Field> seed() {
        return fields.stream().filter(field -> field.type() == FieldType.SEED).findFirst();
    }
}

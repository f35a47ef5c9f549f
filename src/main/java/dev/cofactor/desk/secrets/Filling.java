// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.templates.Checks;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ground.sealing.Where.Content;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fits what was entered to a template's fields and seals what is to be sealed, before anything is locked. */
@ApplicationScoped
class Filling {
    private final Values values;
    private final Ids ids;

    Filling(Values values, Ids ids) {
        this.values = values;
        this.ids = ids;
    }

    /** A value that is not stored yet. */
    record Fresh(Where where, Values.Sealed sealed) {}

    /** What becomes of which fields; a cleared one is either open or sealed. */
    record Filled(Map<UUID, String> open, List<Fresh> sealed, Set<UUID> cleared) {
        /** The fields that have a value by this. */
        Set<UUID> given() {
            Set<UUID> given = new HashSet<>(open.keySet());
            sealed.forEach(fresh -> given.add(fresh.where().field()));
            return given;
        }

        Set<UUID> touched() {
            Set<UUID> touched = given();
            touched.addAll(cleared);
            return touched;
        }

        /** For the record: by name of the part; of fields, by id. */
        Details parts(List<String> names) {
            List<String> parts = new ArrayList<>(names);
            touched().stream().map(PublicId.FIELD::of).sorted().forEach(parts::add);
            return Details.none().with(Name.PARTS, parts);
        }
    }

    /** @param given by the fields' names or ids; null empties a field. What is in it is overwritten here */
    Filled fill(UUID secret, TemplateVersion version, Map<String, @Nullable Entered> given) {
        try {
            Filled filled = new Filled(new HashMap<>(), new ArrayList<>(), new HashSet<>());
            for (Map.Entry<String, @Nullable Entered> entry : given.entrySet()) {
                Field field = named(version, entry.getKey()).orElseThrow(SecretRefused::unknownField);
                if (filled.touched().contains(field.id())) {
                    throw SecretRefused.invalid("no field is given twice");
                }
                put(secret, field, entry.getValue(), filled);
            }
            return filled;
        } finally {
            Entered.wipe(given);
        }
    }

    /** @param bytes stays the caller's, who closes it */
    Filled file(UUID secret, Field field, Plaintext bytes) {
        if (field.type() != FieldType.FILE) {
            throw SecretRefused.invalid("only a field that is a file is sent as one");
        }
        return new Filled(Map.of(), List.of(sealed(secret, field, bytes)), Set.of());
    }

    private void put(UUID secret, Field field, @Nullable Entered entered, Filled filled) {
        requireTakenHere(field, entered);
        if (entered == null) {
            filled.cleared().add(field.id());
            return;
        }
        try (Plaintext content = entered.take()) {
            if (field.open()) {
                String text = new String(content.reveal(), StandardCharsets.UTF_8);
                Checks.open(field, text);
                filled.open().put(field.id(), text);
            } else {
                filled.sealed().add(sealed(secret, field, content));
            }
        }
    }

    private Fresh sealed(UUID secret, Field field, Plaintext content) {
        Checks.sealed(field, content.reveal());
        Where where = new Where(secret, field.id(), ids.next(), content(field).orElseThrow());
        return new Fresh(where, values.seal(where, content));
    }

    private static void requireTakenHere(Field field, @Nullable Entered entered) {
        switch (field.type()) {
            case SEED -> throw SecretRefused.elsewhere(field, "/api/v1/secrets/{id}/seed");
            case BACKUP_CODES -> throw SecretRefused.elsewhere(field, "/api/v1/secrets/{id}/backup-codes");
            case FILE -> {
                if (entered != null) {
                    throw SecretRefused.elsewhere(field, "/api/v1/secrets/{id}/fields/{field}");
                }
            }
            case SINGLE_LINE, MULTI_LINE, PASSWORD, URL, RECOVERY_KEY -> {}
        }
    }

    /** As what a sealed field of this kind is kept; nothing of what is never revealed. */
    static Optional<Content> content(Field field) {
        if (field.open()) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case SEED, BACKUP_CODES -> Optional.empty();
            case FILE -> Optional.of(Content.FILE);
            case RECOVERY_KEY -> Optional.of(Content.RECOVERY_KEY);
            case SINGLE_LINE, MULTI_LINE, PASSWORD, URL -> Optional.of(Content.FIELD);
        };
    }

    static Optional<Field> named(TemplateVersion version, String nameOrId) {
        return PublicId.FIELD
                .read(nameOrId)
                .flatMap(version::field)
                .or(() -> version.fields().stream()
                        .filter(field -> field.name().equalsIgnoreCase(nameOrId))
                        .findFirst());
    }
}

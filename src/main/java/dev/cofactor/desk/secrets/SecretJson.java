// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.templates.Field;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Description;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.catalogue.Slug;
import dev.cofactor.ledger.vault.Vault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Secrets as programs write and read them. Whatever they leave out, or write as null, is refused here or stays as it is. */
public final class SecretJson {
    private static final Pattern UUID_SPELLING = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int MOST_LABELS = 50;

    private SecretJson() {}

    /**
     * A secret to be made.
     *
     * @param template by id or name; the version is the newest where none is given
     * @param folder by path or id
     * @param fields by name or id
     */
    public record Made(
            @Nullable String template,
            @Nullable Integer version,
            @Nullable String folder,
            @Nullable String slug,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> tags,
            @Nullable List<String> owners,
            @Nullable Map<String, @Nullable Entered> fields)
            implements AutoCloseable {
        public static SecretDesk.Outline outline(@Nullable Made made) {
            return made == null
                    ? new SecretDesk.Outline(Optional.empty(), Optional.empty(), Set.of())
                    : new SecretDesk.Outline(
                            Optional.ofNullable(made.template),
                            Optional.ofNullable(made.folder),
                            understood(made.tags));
        }

        @Override
        public void close() {
            Entered.wipe(fields);
        }

        public SecretDesk.Draft draft() {
            return new SecretDesk.Draft(
                    given(template),
                    version == null ? OptionalInt.empty() : OptionalInt.of(version),
                    given(folder),
                    new Slug(given(slug)),
                    DisplayName.of(given(name)),
                    description == null ? Description.NONE : Description.of(description),
                    slugs(tags == null ? List.of() : tags),
                    Optional.ofNullable(owners).map(SecretJson::ids),
                    fields == null ? Map.of() : fields);
        }
    }

    /**
     * What is not given stays; a field that is null is emptied.
     *
     * @param watched whether the owners are told of each release
     */
    record Edited(
            @Nullable String slug,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<String> owners,
            @Nullable Boolean watched,
            @Nullable Map<String, @Nullable Entered> fields)
            implements AutoCloseable {
        @Override
        public void close() {
            Entered.wipe(fields);
        }

        SecretDesk.Edit edit() {
            return new SecretDesk.Edit(
                    Optional.ofNullable(slug).map(Slug::new),
                    Optional.ofNullable(name).map(DisplayName::of),
                    Optional.ofNullable(description).map(Description::of),
                    Optional.ofNullable(owners).map(SecretJson::ids),
                    Optional.ofNullable(watched),
                    fields == null ? Map.of() : fields);
        }
    }

    /** @param folder by path or id */
    record Moved(@Nullable String folder) {}

    /** All its tags from now on. */
    record Tagged(@Nullable List<String> tags) {
        Set<Slug> slugs() {
            return SecretJson.slugs(given(tags));
        }
    }

    /** A later version of the template, with what it asks for besides. */
    record Raised(@Nullable Integer version, @Nullable Map<String, @Nullable Entered> fields) implements AutoCloseable {
        @Override
        public void close() {
            Entered.wipe(fields);
        }

        SecretDesk.Raise raise() {
            return new SecretDesk.Raise(given(version), fields == null ? Map.of() : fields);
        }
    }

    /** Where a deleted secret is to lie again; as it was, where nothing is given. */
    record Restored(@Nullable String folder, @Nullable String slug) {
        PlaceDesk.Back back() {
            return new PlaceDesk.Back(
                    Optional.ofNullable(folder), Optional.ofNullable(slug).map(Slug::new));
        }
    }

    /** Until when it can be brought back. */
    record Deleted(Instant restorableUntil) {}

    /** A secret in a list. */
    record Listed(String id, String path, String name, String template, String state, List<String> tags) {
        static Listed of(Placed one, Map<UUID, String> tags) {
            return new Listed(
                    PublicId.SECRET.of(one.secret()),
                    one.path(),
                    one.name(),
                    PublicId.TEMPLATE.of(one.templateId()),
                    one.state().word(),
                    names(one, tags));
        }
    }

    /** @param next what to ask for after this; nothing at the end */
    record Listing(List<Listed> secrets, @Nullable String next) {}

    /** @param newest the template's last version, which a secret moves up to only when it is told to */
    record FromTemplate(String id, int version, int newest) {}

    /**
     * A field; of a sealed one only whether it is set, and since when.
     *
     * @param value of an open one
     */
    record Shown(
            String id,
            String name,
            String type,
            boolean required,
            boolean open,
            boolean set,
            @Nullable String value,
            @Nullable Instant since) {

        static Shown of(Field field, SecretView.Whole whole) {
            Optional<String> open = Optional.ofNullable(whole.open().get(field.id()));
            Optional<Vault.Kept> sealed = whole.current().stream()
                    .filter(kept -> kept.where().field().equals(field.id()))
                    .findFirst();
            return new Shown(
                    PublicId.FIELD.of(field.id()),
                    field.name(),
                    field.type().word(),
                    field.required(),
                    field.open(),
                    open.isPresent() || sealed.isPresent(),
                    open.orElse(null),
                    sealed.map(Vault.Kept::since).orElse(null));
        }
    }

    /** A secret with what is open in it. */
    record Whole(
            String id,
            String path,
            String slug,
            String name,
            String description,
            FromTemplate template,
            String state,
            boolean personal,
            List<String> tags,
            List<String> owners,
            boolean watched,
            List<Shown> fields) {
        static Whole of(SecretView.Whole whole, int newest, Map<UUID, String> tags) {
            Placed placed = whole.placed();
            return new Whole(
                    PublicId.SECRET.of(placed.secret()),
                    placed.path(),
                    placed.slug(),
                    placed.name(),
                    placed.description(),
                    new FromTemplate(PublicId.TEMPLATE.of(placed.templateId()), placed.templateVersion(), newest),
                    placed.state().word(),
                    placed.personalOf().isPresent(),
                    names(placed, tags),
                    placed.owners().stream().map(UUID::toString).sorted().toList(),
                    placed.watched(),
                    whole.version().fields().stream()
                            .map(field -> Shown.of(field, whole))
                            .toList());
        }
    }

    /** A value a field had. */
    record Earlier(String value, Instant since, @Nullable Instant until) {}

    /** Newest first. */
    record EarlierOnes(List<Earlier> values) {}

    static <T> T given(@Nullable T value) {
        if (value == null) {
            throw SecretRefused.missing();
        }
        return value;
    }

    static Optional<UUID> find(String text) {
        return UUID_SPELLING.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static UUID id(String text) {
        return find(text).orElseThrow(() -> SecretRefused.invalid("an id is not spelt like one"));
    }

    private static Set<UUID> ids(List<String> texts) {
        requireFew(texts);
        return texts.stream().map(text -> id(given(text))).collect(Collectors.toSet());
    }

    /** Those that are spelt like tags; what else is in such a list, nulls too, is refused of who may. */
    static Set<Slug> understood(@Nullable List<String> texts) {
        return texts == null
                ? Set.of()
                : texts.stream()
                        .filter(Objects::nonNull)
                        .flatMap(text -> Slug.find(text).stream())
                        .collect(Collectors.toSet());
    }

    private static Set<Slug> slugs(List<String> texts) {
        requireFew(texts);
        return texts.stream().map(text -> new Slug(given(text))).collect(Collectors.toSet());
    }

    private static void requireFew(List<String> texts) {
        if (texts.size() > MOST_LABELS) {
            throw SecretRefused.invalid("a secret has at most 50 tags and 50 owners");
        }
    }

    private static List<String> names(Placed placed, Map<UUID, String> tags) {
        return placed.tags().stream()
                .map(tag -> tags.getOrDefault(tag, PublicId.TAG.of(tag)))
                .sorted()
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Description;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Templates as programs write and read them. Whatever they leave out, or write as null, is refused here; in lists too. */
final class TemplateJson {
    private TemplateJson() {}

    /** A whole template, for making one. */
    record Made(
            @Nullable String name,
            @Nullable String description,
            @Nullable List<FieldDocument> fields) {
        TemplateDesk.Label label() {
            return TemplateJson.label(name, description);
        }

        TemplateDesk.Draft draft(Ids ids) {
            return TemplateJson.draft(fields, ids);
        }
    }

    /** What it is called. */
    record Named(@Nullable String name, @Nullable String description) {
        TemplateDesk.Label label() {
            return TemplateJson.label(name, description);
        }
    }

    /** Its next version. */
    record Revised(@Nullable List<FieldDocument> fields) {
        TemplateDesk.Draft draft(Ids ids) {
            return TemplateJson.draft(fields, ids);
        }
    }

    /** One field. An id names a field of the last version. */
    record FieldDocument(
            @Nullable String id,
            @Nullable String name,
            @Nullable String description,
            @Nullable String type,
            @Nullable Boolean required,
            @Nullable Boolean open,
            @Nullable PasswordDocument password,
            @Nullable OtpDocument otp,
            @Nullable PoolDocument backupCodes) {

        static FieldDocument of(Field field) {
            return new FieldDocument(
                    PublicId.FIELD.of(field.id()),
                    field.name(),
                    field.description(),
                    field.type().word(),
                    field.required(),
                    field.open(),
                    field.rules() instanceof FieldRules.Password rules ? PasswordDocument.of(rules) : null,
                    field.rules() instanceof FieldRules.Otp rules ? OtpDocument.of(rules) : null,
                    field.rules() instanceof FieldRules.BackupCodes rules
                            ? new PoolDocument(rules.lastByApproval())
                            : null);
        }

        Field field(UUID under) {
            return new Field(
                    under,
                    given(name),
                    description == null ? "" : description,
                    word(type, FieldType::find),
                    given(required),
                    given(open),
                    rules());
        }

        private FieldRules rules() {
            TemplateRefused.unless(
                    Stream.of(password, otp, backupCodes)
                                    .filter(Objects::nonNull)
                                    .count()
                            < 2,
                    "a field has the rules of one type");
            if (password != null) {
                return password.rules();
            }
            if (backupCodes != null) {
                return new FieldRules.BackupCodes(given(backupCodes.lastByApproval()));
            }
            return otp == null ? new FieldRules.None() : otp.rules();
        }
    }

    /** How many of a pool's last codes leave only if others have agreed. */
    record PoolDocument(@Nullable Integer lastByApproval) {}

    /** What a password is like. */
    record PasswordDocument(
            @Nullable Integer shortest, @Nullable List<String> classes) {
        static PasswordDocument of(FieldRules.Password rules) {
            return new PasswordDocument(
                    rules.shortest(), words(rules.classes().stream().map(FieldRules.CharacterClass::word)));
        }

        FieldRules.Password rules() {
            return new FieldRules.Password(
                    given(shortest), set(classes, one -> word(one, FieldRules.CharacterClass::find)));
        }
    }

    /** What a seed is like, and who gets its codes; the explanation is ours and may be left out. */
    record OtpDocument(
            @Nullable List<String> kinds,
            @Nullable List<Integer> digits,
            @Nullable List<Integer> periods,
            @Nullable List<String> algorithms,
            @Nullable String step,
            @Nullable String explanation,
            @Nullable Integer leastLife) {
        static OtpDocument of(FieldRules.Otp rules) {
            return new OtpDocument(
                    words(rules.kinds().stream().map(Kind::word)),
                    rules.digits().stream().sorted().toList(),
                    rules.periods().stream().sorted().toList(),
                    words(rules.algorithms().stream().map(Algorithm::name)),
                    rules.step().word(),
                    rules.step().sentence(),
                    rules.leastLife());
        }

        FieldRules.Otp rules() {
            return new FieldRules.Otp(
                    set(kinds, one -> word(one, Kind::find)),
                    set(digits, TemplateJson::given),
                    set(periods, TemplateJson::given),
                    set(algorithms, one -> word(one, Algorithm::find)),
                    word(step, StepPolicy::find),
                    given(leastLife));
        }
    }

    /** A template as it is listed. */
    record Listed(String id, String name, String description, boolean predefined, int version) {
        static Listed of(Template template) {
            return new Listed(
                    PublicId.TEMPLATE.of(template.id()),
                    template.name(),
                    template.description(),
                    template.predefined(),
                    template.version());
        }
    }

    /** All that may be used. */
    record Listing(List<Listed> templates) {}

    /** A template with the fields of one version. */
    record Whole(
            String id, String name, String description, boolean predefined, int version, List<FieldDocument> fields) {
        static Whole of(Template template, TemplateVersion version) {
            return new Whole(
                    PublicId.TEMPLATE.of(template.id()),
                    template.name(),
                    template.description(),
                    template.predefined(),
                    version.number(),
                    version.fields().stream().map(FieldDocument::of).toList());
        }
    }

    private static TemplateDesk.Label label(@Nullable String name, @Nullable String description) {
        return new TemplateDesk.Label(
                DisplayName.of(given(name)), Description.of(description == null ? "" : description));
    }

    private static TemplateDesk.Draft draft(@Nullable List<FieldDocument> documents, Ids ids) {
        List<Field> fields = new ArrayList<>();
        Set<UUID> named = new HashSet<>();
        for (FieldDocument document : given(documents)) {
            int position = fields.size();
            fields.add(placed(position, () -> {
                @Nullable String id = given(document).id();
                UUID under = id == null ? ids.next() : word(id, PublicId.FIELD::read);
                if (id != null) {
                    named.add(under);
                }
                return given(document).field(under);
            }));
        }
        return new TemplateDesk.Draft(fields, named);
    }

    private static Field placed(int position, Supplier<Field> made) {
        try {
            return made.get();
        } catch (TemplateRefused e) {
            throw TemplateRefused.at(position, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw TemplateRefused.missing();
        }
        return value;
    }

    private static <T> T word(@Nullable String word, Function<String, Optional<T>> find) {
        return find.apply(given(word)).orElseThrow(TemplateRefused::unknown);
    }

    private static <S, T> Set<T> set(@Nullable List<S> values, Function<S, T> reader) {
        return given(values).stream().map(reader).collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> words(Stream<String> words) {
        return words.sorted().toList();
    }
}

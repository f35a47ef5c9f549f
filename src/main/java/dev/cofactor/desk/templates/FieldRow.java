// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

@Entity
@Immutable
@Table(name = "template_field")
@IdClass(FieldRow.Key.class)
class FieldRow {
    @Id
    UUID template;

    @Id
    int version;

    @Id
    UUID id;

    int position;
    String name;
    String description;
    String type;
    boolean required;
    boolean open;

    @Nullable
    Integer passwordShortest;

    String @Nullable [] passwordClasses;
    String @Nullable [] otpKinds;
    Integer @Nullable [] otpDigits;
    Integer @Nullable [] otpPeriods;
    String @Nullable [] otpAlgorithms;

    @Nullable
    String stepPolicy;

    @Nullable
    Integer leastLife;

    @Nullable
    Integer lastByApproval;

    record Key(UUID template, int version, UUID id) {}

    @SuppressWarnings("NullAway.Init")
    protected FieldRow() {} // for Hibernate

    FieldRow(TemplateVersion of, int position, Field field) {
        this.template = of.template();
        this.version = of.number();
        this.id = field.id();
        this.position = position;
        this.name = field.name();
        this.description = field.description();
        this.type = field.type().word();
        this.required = field.required();
        this.open = field.open();
        rule(field.rules());
    }

    private void rule(FieldRules rules) {
        switch (rules) {
            case FieldRules.None none -> {}
            case FieldRules.Password password -> {
                passwordShortest = password.shortest();
                passwordClasses = words(password.classes().stream().map(FieldRules.CharacterClass::word));
            }
            case FieldRules.BackupCodes codes -> lastByApproval = codes.lastByApproval();
            case FieldRules.Otp otp -> {
                otpKinds = words(otp.kinds().stream().map(Kind::word));
                otpDigits = otp.digits().stream().sorted().toArray(Integer[]::new);
                otpPeriods = otp.periods().stream().sorted().toArray(Integer[]::new);
                otpAlgorithms = words(otp.algorithms().stream().map(Algorithm::name));
                stepPolicy = otp.step().word();
                leastLife = otp.leastLife();
            }
        }
    }

    Field field() {
        FieldType kind = FieldType.find(type).orElseThrow();
        return new Field(id, name, description, kind, required, open, rules(kind));
    }

    private FieldRules rules(FieldType kind) {
        return switch (kind) {
            case PASSWORD ->
                new FieldRules.Password(
                        Objects.requireNonNull(passwordShortest),
                        read(
                                passwordClasses,
                                word -> FieldRules.CharacterClass.find(word).orElseThrow()));
            case SEED ->
                new FieldRules.Otp(
                        read(otpKinds, word -> Kind.find(word).orElseThrow()),
                        set(otpDigits),
                        set(otpPeriods),
                        read(otpAlgorithms, word -> Algorithm.find(word).orElseThrow()),
                        StepPolicy.find(String.valueOf(stepPolicy)).orElseThrow(),
                        Objects.requireNonNull(leastLife));
            case BACKUP_CODES ->
                lastByApproval == null ? new FieldRules.None() : new FieldRules.BackupCodes(lastByApproval);
            case SINGLE_LINE, MULTI_LINE, URL, FILE, RECOVERY_KEY -> new FieldRules.None();
        };
    }

    private static Set<Integer> set(Integer @Nullable [] numbers) {
        return numbers == null ? Set.of() : Set.of(numbers);
    }

    private static <T> Set<T> read(String @Nullable [] words, Function<String, T> reader) {
        return words == null ? Set.of() : Arrays.stream(words).map(reader).collect(Collectors.toUnmodifiableSet());
    }

    private static String[] words(Stream<String> words) {
        return words.sorted().toArray(String[]::new);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Kind;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.ground.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a template itself must be like. */
class TemplateRulesTest {
    @ParameterizedTest
    @EnumSource(
            value = FieldType.class,
            names = {"PASSWORD", "FILE", "SEED", "BACKUP_CODES", "RECOVERY_KEY"})
    void whatOpensALoginIsNeverInClear(FieldType type) {
        Field field = ChecksTest.sealed(type);
        assertThatThrownBy(() -> new Field(field.id(), "Name", "", type, true, true, field.rules()))
                .isInstanceOf(TemplateRefused.class);
    }

    @Test
    void theRulesOfAFieldAreThoseOfItsType() {
        FieldRules seed = ChecksTest.sealed(FieldType.SEED).rules();
        FieldRules password = ChecksTest.sealed(FieldType.PASSWORD).rules();
        assertThatThrownBy(() -> field(FieldType.SEED, new FieldRules.None())).isInstanceOf(TemplateRefused.class);
        assertThatThrownBy(() -> field(FieldType.PASSWORD, new FieldRules.None()))
                .isInstanceOf(TemplateRefused.class);
        assertThatThrownBy(() -> field(FieldType.PASSWORD, seed)).isInstanceOf(TemplateRefused.class);
        assertThatThrownBy(() -> field(FieldType.FILE, password)).isInstanceOf(TemplateRefused.class);
    }

    @Test
    void aTemplateHasFieldsAndOneSeedAtMost() {
        assertRefused(List.of());
        assertRefused(List.of(ChecksTest.sealed(FieldType.SEED), named("Another", FieldType.SEED)));
        TemplateVersion.check(many(50));
        assertRefused(many(51));
        TemplateVersion.check(List.of(ChecksTest.sealed(FieldType.SEED), ChecksTest.sealed(FieldType.FILE)));
    }

    @Test
    void noTwoFieldsHaveOneNameOrOneId() {
        assertRefused(List.of(named("User", FieldType.FILE), named("USER", FieldType.MULTI_LINE)));
        Field one = named("One", FieldType.FILE);
        assertRefused(List.of(one, new Field(one.id(), "Two", "", FieldType.FILE, true, false, one.rules())));
    }

    @Test
    void theRulesOfASeedKeepTheirBounds() {
        otp(Set.of(6, 10), Set.of(1, Parameters.MAX_PERIOD), 0);
        for (int digits : new int[] {0, 5, 11}) {
            assertThatThrownBy(() -> otp(Set.of(6, digits), Set.of(30), 5)).isInstanceOf(TemplateRefused.class);
        }
        for (int period : new int[] {-1, 0, Parameters.MAX_PERIOD + 1}) {
            assertThatThrownBy(() -> otp(Set.of(6), Set.of(60, period), 0)).isInstanceOf(TemplateRefused.class);
        }
        assertThatThrownBy(() -> otp(Set.of(), Set.of(30), 5)).isInstanceOf(TemplateRefused.class);
        assertThatThrownBy(() -> otp(Set.of(6), Set.of(), 5)).isInstanceOf(TemplateRefused.class);
        assertThatThrownBy(() -> otp(Set.of(6), Set.of(30), -1)).isInstanceOf(TemplateRefused.class);
        assertThatThrownBy(() -> otp(Set.of(6), Set.of(30, 60), 30)).isInstanceOf(TemplateRefused.class);
        assertThatThrownBy(() -> new FieldRules.Otp(
                        Set.of(Kind.STEAM), Set.of(6), Set.of(60), Set.of(Algorithm.SHA1), StepPolicy.SHARED, 30))
                .isInstanceOf(TemplateRefused.class);
    }

    @Test
    void whateverTheEngineTakesATemplateMayAskFor() {
        for (int digits = 0; digits <= 12; digits++) {
            for (int period : new int[] {0, 1, 7, 300, Parameters.MAX_PERIOD, Parameters.MAX_PERIOD + 1}) {
                int many = digits;
                boolean taken = isTaken(() -> Parameters.totp(Algorithm.SHA1, many, period));
                boolean asked = isTaken(() -> otp(Set.of(many), Set.of(period), 0));
                assertThat(asked).as("%d digits, %d s", many, period).isEqualTo(taken);
            }
        }
    }

    private static boolean isTaken(Runnable made) {
        try {
            made.run();
            return true;
        } catch (Problem e) {
            return false;
        }
    }

    @Test
    void theWordsForKindsAndAlgorithmsStay() {
        assertThat(Kind.values()).extracting(Kind::word).containsExactly("totp", "hotp", "steam");
        assertThat(Algorithm.values()).extracting(Algorithm::name).containsExactly("SHA1", "SHA256", "SHA512");
        for (Kind kind : Kind.values()) {
            assertThat(Kind.find(kind.word())).contains(kind);
        }
        assertThat(Kind.find("TOTP")).isEmpty();
        assertThat(Algorithm.find("sha1")).isEmpty();
    }

    @Test
    void aPasswordIsAtLeastAsLongAsItsClassesAreMany() {
        Set<FieldRules.CharacterClass> two = Set.of(FieldRules.CharacterClass.DIGIT, FieldRules.CharacterClass.UPPER);
        assertThat(new FieldRules.Password(2, two).shortest()).isEqualTo(2);
        assertThatThrownBy(() -> new FieldRules.Password(1, two)).isInstanceOf(TemplateRefused.class);
        assertThatThrownBy(() -> new FieldRules.Password(251, two)).isInstanceOf(TemplateRefused.class);
    }

    @ParameterizedTest
    @EnumSource(StepPolicy.class)
    void everyStepPolicyIsExplainedAndSettledByTheLogUnderItsName(StepPolicy policy) {
        assertThat(policy.sentence()).isNotBlank().doesNotEndWith(".");
        assertThat(policy.sharing().name()).isEqualTo(policy.name());
        assertThat(StepPolicy.find(policy.word())).contains(policy);
    }

    private static List<Field> many(int number) {
        return IntStream.range(0, number)
                .mapToObj(place -> named("Field " + place, FieldType.FILE))
                .toList();
    }

    private static void otp(Set<Integer> digits, Set<Integer> periods, int leastLife) {
        new FieldRules.Otp(Set.of(Kind.TOTP), digits, periods, Set.of(Algorithm.SHA1), StepPolicy.SHARED, leastLife);
    }

    private static void assertRefused(List<Field> fields) {
        assertThatThrownBy(() -> TemplateVersion.check(fields)).isInstanceOf(TemplateRefused.class);
    }

    private static Field field(FieldType type, FieldRules rules) {
        return new Field(UUID.randomUUID(), "Name", "", type, true, false, rules);
    }

    private static Field named(String name, FieldType type) {
        return new Field(
                UUID.randomUUID(),
                name,
                "",
                type,
                true,
                false,
                ChecksTest.sealed(type).rules());
    }
}

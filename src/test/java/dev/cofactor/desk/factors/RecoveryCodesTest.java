// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.desk.factors.Owner.Enrolled;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ten codes for the day the app is lost. */
@QuarkusTest
class RecoveryCodesTest {
    private final Owner owner;
    private final Factors factors;
    private final RecoveryCodes recovery;
    private final RecoveryDesk desk;
    private final FactorDesk factorDesk;
    private final Told told;
    private final Roles roles;
    private final WholeLog log;

    RecoveryCodesTest(
            Owner owner,
            Factors factors,
            RecoveryCodes recovery,
            RecoveryDesk desk,
            FactorDesk factorDesk,
            Told told,
            Roles roles,
            WholeLog log) {
        this.owner = owner;
        this.factors = factors;
        this.recovery = recovery;
        this.desk = desk;
        this.factorDesk = factorDesk;
        this.told = told;
        this.roles = roles;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private static void refused(ThrowingCallable attempt, String code) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private boolean takes(Enrolled enrolled, String code) {
        return recovery.check(enrolled.person(), code).map(owner::use).orElse(false);
    }

    @Test
    void tenOfEightLettersThatLookLikeNoOther() {
        Enrolled enrolled = owner.enrolled();
        assertThat(enrolled.recovery())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).matches("[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}"));
    }

    @Test
    void eachIsTakenOnceAndHoweverItIsSpelled() {
        Enrolled enrolled = owner.enrolled();
        List<String> codes = enrolled.recovery();
        assertThat(takes(enrolled, codes.get(0))).isTrue();
        assertThat(takes(enrolled, codes.get(0))).isFalse();
        assertThat(takes(enrolled, codes.get(1).toLowerCase(Locale.ROOT).replace("-", "")))
                .isTrue();
        assertThat(takes(enrolled, codes.get(2).replaceAll("(.)", "$1 "))).isTrue();
        assertThat(takes(enrolled, codes.get(1))).isFalse();
        assertThat(recovery.left(enrolled.person())).isEqualTo(7);
    }

    @Test
    void whatIsNoCodeOfHisIsNone() {
        Enrolled enrolled = owner.enrolled();
        Enrolled other = owner.enrolled();
        for (String wrong : List.of(
                "",
                "AAAA-AAAA",
                "x".repeat(10_000_000),
                enrolled.recovery().get(0) + "2",
                other.recovery().get(0))) {
            assertThat(recovery.check(enrolled.person(), wrong)).isEmpty();
        }
        assertThat(recovery.check(UUID.randomUUID(), enrolled.recovery().get(0)))
                .isEmpty();
    }

    @Test
    void untilTheyAreSaidToBeKeptNoneIsTaken() {
        Caller caller = owner.nobodyYet();
        Enrolled enrolled = owner.another(caller, Owner.NOTHING);
        assertThat(takes(enrolled, enrolled.recovery().get(0))).isFalse();
        assertThat(recovery.areKept(enrolled.person())).isFalse();
        desk.keep(caller, enrolled.codes().orElseThrow().set());
        assertThat(takes(enrolled, enrolled.recovery().get(0))).isTrue();
        refused(() -> desk.keep(caller, enrolled.codes().orElseThrow().set()), "factor-gone");
    }

    @Test
    void onlyTheSessionThatSawThemSaysSo() {
        Enrolled enrolled = owner.another(owner.nobodyYet(), Owner.NOTHING);
        Enrolled stranger = owner.enrolled();
        UUID set = enrolled.codes().orElseThrow().set();
        Caller elsewhere =
                Caller.person(enrolled.person(), stranger.caller().session().orElseThrow(), Line.NONE);
        refused(() -> desk.keep(stranger.caller(), set), "factor-gone");
        refused(() -> desk.keep(elsewhere, set), "factor-gone");
        assertThat(recovery.areKept(enrolled.person())).isFalse();
    }

    @Test
    void whoClosedThePageGetsOthersWithTheNextApp() {
        Enrolled first = owner.another(owner.nobodyYet(), Owner.NOTHING);
        Enrolled second = owner.another(first.caller(), first.typed());
        assertThat(second.recovery()).hasSize(10).doesNotContainAnyElementsOf(first.recovery());
        refused(() -> desk.keep(first.caller(), first.codes().orElseThrow().set()), "factor-gone");
        desk.keep(second.caller(), second.codes().orElseThrow().set());
        assertThat(takes(second, first.recovery().get(0))).isFalse();
        assertThat(takes(second, second.recovery().get(0))).isTrue();
    }

    @Test
    void otherCodesCountOnceTheyAreKeptAndThenTheOldOnesDoNot() {
        Enrolled enrolled = owner.enrolled();
        RecoveryCodes.Draft other = desk.renew(enrolled.caller(), enrolled.typed());
        assertThat(takes(enrolled, other.codes().get(0))).isFalse();
        assertThat(takes(enrolled, enrolled.recovery().get(0))).isTrue();
        desk.keep(enrolled.caller(), other.set());
        assertThat(takes(enrolled, enrolled.recovery().get(1))).isFalse();
        assertThat(takes(enrolled, other.codes().get(0))).isTrue();
        assertThat(recovery.left(enrolled.person())).isEqualTo(9);
    }

    @Test
    void whoHasNotProvedAnewGetsNoOthers() {
        Enrolled enrolled = owner.enrolled();
        Again.Typed right = enrolled.typed();
        refused(() -> desk.renew(enrolled.caller(), new Again.Typed("wrong", right.code())), "wrong-password");
        refused(() -> desk.renew(enrolled.caller(), new Again.Typed(Newcomers.PASSWORD, "000000")), "wrong-code");
        refused(() -> desk.renew(owner.nobodyYet(), right), "factor-missing");
        desk.renew(enrolled.caller(), right);
        refused(() -> desk.renew(enrolled.caller(), right), "wrong-code");
    }

    @Test
    void whenFewAreLeftTheirOwnerIsTold() {
        Enrolled enrolled = owner.enrolled();
        for (int number = 0; number < 6; number++) {
            assertThat(takes(enrolled, enrolled.recovery().get(number))).isTrue();
        }
        assertThat(told.to(enrolled.person()))
                .extracting(Told.Row::kind)
                .containsExactly(
                        "factor-added",
                        "recovery-code-used",
                        "recovery-code-used",
                        "recovery-code-used",
                        "recovery-code-used",
                        "recovery-code-used",
                        "recovery-codes-low");
        assertThat(factorDesk.standing(enrolled.caller()).fewCodes()).isTrue();
    }

    @Test
    void oneSaltIsForAllSoThatAGuessCostsOneHash() throws SQLException {
        Enrolled enrolled = owner.enrolled();
        try (Connection connection = roles.owner();
                Statement statement = connection.createStatement();
                ResultSet set = statement.executeQuery(
                        "select recipe, count(*) from recovery_set s join recovery_code c on c.set = s.id where person = '"
                                + enrolled.person() + "' group by recipe")) {
            assertThat(set.next()).isTrue();
            assertThat(set.getString(1)).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}");
            assertThat(set.getInt(2)).isEqualTo(10);
            assertThat(set.next()).isFalse();
        }
    }

    @Test
    void aHashInAnotherOnesSetIsNone() throws SQLException {
        Enrolled victim = owner.enrolled();
        Enrolled thief = owner.enrolled();
        try (Connection connection = roles.owner()) {
            Roles.execute(connection, """
                    update recovery_set v set recipe = t.recipe from recovery_set t
                     where v.person = '%1$s' and t.person = '%2$s'""".formatted(victim.person(), thief.person()));
            Roles.execute(connection, """
                    update recovery_code c set key = k.key, hash = k.hash
                      from recovery_set v, recovery_set t, recovery_code k
                     where v.person = '%1$s' and c.set = v.id and t.person = '%2$s' and k.set = t.id
                       and k.number = c.number""".formatted(victim.person(), thief.person()));
        }
        assertThat(takes(victim, thief.recovery().get(0))).isFalse();
    }

    @Test
    void whoDisablesAndEnablesGetsOthersAndWhoReplacesTheAppKeepsHis() {
        Enrolled first = owner.enrolled();
        Enrolled second = owner.another(first.caller(), first.typed());
        assertThat(second.codes()).isEmpty();
        UUID old = factors.apps(first.person()).getFirst().id();
        factorDesk.remove(first.caller(), old, second.typed());
        assertThat(takes(first, first.recovery().get(0))).isTrue();

        factorDesk.disable(first.caller(), second.typed());
        assertThat(factors.isEnrolled(first.person())).isFalse();
        assertThat(takes(first, first.recovery().get(1))).isFalse();
        Enrolled anew = owner.another(first.caller(), Owner.NOTHING);
        assertThat(anew.recovery()).hasSize(10).doesNotContainAnyElementsOf(first.recovery());
    }
}

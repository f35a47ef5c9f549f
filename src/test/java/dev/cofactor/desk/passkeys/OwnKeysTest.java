// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.Asking;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.KeyBearers;
import dev.cofactor.fixtures.KeyBearers.Bearer;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.SoftKey;
import dev.cofactor.fixtures.SoftKey.Manner;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may register and remove a key, and when. */
@QuarkusTest
class OwnKeysTest {
    private final KeyBearers bearers;
    private final Newcomers newcomers;
    private final Passkeys passkeys;
    private final PasskeyDesk desk;
    private final Asking asking;
    private final LogEntries entries;
    private final WholeLog log;

    OwnKeysTest(
            KeyBearers bearers,
            Newcomers newcomers,
            Passkeys passkeys,
            PasskeyDesk desk,
            Asking asking,
            LogEntries entries,
            WholeLog log) {
        this.bearers = bearers;
        this.newcomers = newcomers;
        this.passkeys = passkeys;
        this.desk = desk;
        this.asking = asking;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aChallengeRegistersOneKeyAndNotInAnotherSession() {
        Bearer one = bearers.one();
        Caller caller = one.caller();
        Manner offered = bearers.offered(caller);
        Caller other = newcomers.signedIn(newcomers.settled());
        assertRefused(other, SoftKey.ordinary().create(offered), "passkey-unproved");
        desk.register(caller, "Second", SoftKey.ordinary().create(offered));
        assertRefused(caller, SoftKey.ordinary().create(offered), "passkey-unproved");
        assertThat(desk.all(caller)).extracting(Passkey::label).containsExactly("A key", "Second");
    }

    @Test
    void aKeyThatIsRegisteredIsNobodyElses() {
        Bearer one = bearers.one();
        assertRefused(one.caller(), one.key().create(bearers.offered(one.caller())), "passkey-known");
        Caller other = newcomers.signedIn(newcomers.settled());
        assertRefused(other, one.key().create(bearers.offered(other)), "passkey-known");
        assertThat(bearers.proves(one.caller(), one.key().get(bearers.asked(one.caller()))))
                .isTrue();
    }

    @Test
    void nobodyRemovesTheKeyOfAnotherAndThatHeTriedIsOnTheLog() {
        Bearer one = bearers.one();
        Bearer other = bearers.one();
        for (UUID key : List.of(one.passkey(), UUID.randomUUID())) {
            assertThatThrownBy(() -> desk.remove(other.caller(), key))
                    .isInstanceOfSatisfying(
                            PasskeyRefused.class,
                            refused -> assertThat(refused.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        }
        assertThat(entries.of(other.person().id(), "factor-removed"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo("failed"));
        assertThat(bearers.proves(one.caller(), one.key().get(bearers.asked(one.caller()))))
                .isTrue();
    }

    @Test
    void whoseSessionHasEndedRegistersAndRemovesNothing() {
        Caller gone = newcomers.signedIn(newcomers.settled());
        String response = SoftKey.ordinary().create(bearers.offered(gone));
        newcomers.leave(gone);
        assertThatThrownBy(() -> desk.register(gone, "Late", response))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.kind()).isEqualTo(Problem.Kind.UNAUTHENTICATED));
        assertThat(desk.all(gone)).isEmpty();
        Bearer one = bearers.one();
        newcomers.leave(one.caller());
        assertThatThrownBy(() -> desk.remove(one.caller(), one.passkey())).isInstanceOf(Problem.class);
        assertThat(desk.all(one.caller())).hasSize(1);
    }

    @Test
    void whoHasAFactorAndHasNotProvedByItLatelyChangesNoKey() {
        Bearer one = bearers.one();
        String response = SoftKey.ordinary().create(bearers.offered(one.caller()));
        Clocks.goOn(Duration.ofMinutes(4));
        String late = SoftKey.ordinary().create(bearers.offered(one.caller()));
        assertThat(desk.isOpen(one.caller())).isTrue();
        desk.register(one.caller(), "In time", response);
        Clocks.goOn(Duration.ofMinutes(7));
        bearers.prove(one, 0);
        Caller elsewhere = bearers.session(one.person()).caller(Line.NONE);
        Clocks.goOn(Duration.ofMinutes(11));
        for (Caller caller : List.of(one.caller(), elsewhere)) {
            assertThat(desk.isOpen(caller)).isFalse();
            assertThatThrownBy(() -> desk.offer(caller)).isInstanceOf(PasskeyRefused.class);
            assertRefused(caller, late, "step-up-required");
            assertThatThrownBy(() -> desk.remove(caller, one.passkey()))
                    .isInstanceOfSatisfying(
                            PasskeyRefused.class,
                            refused -> assertThat(refused.wantsProof()).isTrue());
        }
        assertThat(desk.all(one.caller())).hasSize(2);
        assertThat(entries.of(one.person().id(), "factor-removed"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry.outcome()).isEqualTo("failed"));
        bearers.prove(one, 0);
        desk.remove(one.caller(), one.passkey());
    }

    @Test
    void theLastKeyStaysWhileARuleAsksForAFactor() {
        Bearer one = bearers.one();
        String action = asking.of(one.person().id(), "set-up-second-factor");
        assertThatThrownBy(() -> desk.remove(one.caller(), one.passkey()))
                .isInstanceOfSatisfying(
                        PasskeyRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("factor-demanded"));
        assertThat(bearers.proves(
                        one.caller(), one.key().get(bearers.asked(one.caller()).counting(0))))
                .isTrue();
        UUID second = desk.register(one.caller(), "Another", SoftKey.ordinary().create(bearers.offered(one.caller())))
                .id();
        desk.remove(one.caller(), second);
        asking.takeBack(action);
        desk.remove(one.caller(), one.passkey());
        assertThat(passkeys.isEnrolled(one.person().id())).isFalse();
    }

    @Test
    void sixteenKeysAreEnough() {
        Bearer one = bearers.one();
        for (int i = 1; i < 16; i++) {
            desk.register(one.caller(), "Key " + i, SoftKey.ordinary().create(bearers.offered(one.caller())));
        }
        assertRefused(one.caller(), SoftKey.ordinary().create(bearers.offered(one.caller())), "passkey-too-many");
        assertThat(JsonPath.from(desk.offer(one.caller())).getList("excludeCredentials"))
                .hasSize(16);
    }

    private void assertRefused(Caller caller, String response, String code) {
        assertThatThrownBy(() -> desk.register(caller, "A key", response))
                .isInstanceOfSatisfying(
                        PasskeyRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}

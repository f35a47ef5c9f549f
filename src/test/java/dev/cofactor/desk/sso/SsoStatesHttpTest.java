// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.FakeProvider;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WithProvider;
import dev.cofactor.gate.Calm;
import dev.cofactor.ground.identity.Actor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer counts once, in the browser that began, from the provider that was asked. */
@QuarkusTest
@TestProfile(WithProvider.class)
class SsoStatesHttpTest {
    private static final UUID NOBODY = new Actor.Nobody().id();

    private final Lodge lodge;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;
    private final Calm calm;
    private FakeProvider provider;

    SsoStatesHttpTest(Lodge lodge, Newcomers newcomers, LogEntries entries, WholeLog log, Calm calm) {
        this.lodge = lodge;
        this.newcomers = newcomers;
        this.entries = entries;
        this.log = log;
        this.calm = calm;
    }

    @BeforeEach
    void aProvider() {
        provider = FakeProvider.start();
        calm.comes();
    }

    @AfterEach
    void theWholeLogIsRight() {
        provider.close();
        assertThat(log.verify()).isPositive();
    }

    private void refused(Response answer, String code) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(403);
        assertThat(answer.getCookies()).doesNotContainKey(Cookies.SESSION);
        assertThat(entries.of(NOBODY, "sign-in-failed")
                        .getLast()
                        .body()
                        .at("/details/code")
                        .asText())
                .isEqualTo(code);
        calm.comes();
    }

    @Test
    void anotherBrowsersAnswerIsRefusedSoNobodyIsSignedInAsSomebodyElse() {
        Lodge.Linked attacker = lodge.linked(provider);
        Traveller his = new Traveller(provider);
        Map<String, String> asked = his.leave();
        String code = provider.grant(asked, provider.sign(provider.claims(asked, attacker.subject())));
        Traveller victim = new Traveller(provider);
        refused(victim.show(asked, code), "sso-state");
        victim.leave();
        refused(victim.show(asked, code), "sso-state");
        assertThat(provider.exchanges()).isZero();
        assertThat(his.show(asked, code).statusCode())
                .as("and his own still counts")
                .isEqualTo(303);
    }

    @Test
    void aStateIsNoMoreGoodOnceItLedToASession() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller traveller = new Traveller(provider);
        Map<String, String> asked = traveller.leave();
        String cookie = traveller.browser.cookie(Cookies.SSO);
        assertThat(traveller.comeBack(asked, linked.subject()).statusCode()).isEqualTo(303);
        refused(traveller.comeBack(asked, linked.subject()), "sso-state");
        traveller.browser.plant(Cookies.SSO, cookie);
        refused(traveller.comeBack(asked, linked.subject()), "sso-state");
    }

    @Test
    void aCodeThatWasUsedProvesNothing() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller first = new Traveller(provider);
        Map<String, String> asked = first.leave();
        String code = provider.grant(asked, provider.sign(provider.claims(asked, linked.subject())));
        assertThat(first.show(asked, code).statusCode()).isEqualTo(303);
        Traveller second = new Traveller(provider);
        refused(second.show(second.leave(), code), "sso-unproven");
    }

    @Test
    void aCodeOfAnotherAttemptIsRefusedForItsVerifier() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller attacker = new Traveller(provider);
        Map<String, String> his = attacker.leave();
        String stolen = provider.grant(his, provider.sign(provider.claims(his, linked.subject())));
        Traveller other = new Traveller(provider);
        refused(other.show(other.leave(), stolen), "sso-unproven");
    }

    @Test
    void ofManyAnswersToOneStateOneOpensASession() throws Exception {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller traveller = new Traveller(provider);
        Map<String, String> asked = traveller.leave();
        String cookie = traveller.browser.cookie(Cookies.SSO);
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String code = provider.grant(asked, provider.sign(provider.claims(asked, linked.subject())));
            all.add(() -> {
                Traveller one = new Traveller(provider);
                one.browser.plant(Cookies.SSO, cookie);
                return one.show(asked, code).statusCode();
            });
        }
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> answer : threads.invokeAll(all)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(303, 403, 403, 403, 403, 403);
        assertThat(entries.of(linked.id(), "session-opened").stream()
                        .filter(entry ->
                                entry.body().at("/details/method").asText().equals("oidc")))
                .hasSize(1);
    }

    @Test
    void anAnswerThatNamesAnotherIssuerOrNoneIsRefusedUnread() {
        Lodge.Linked linked = lodge.linked(provider);
        for (String iss : List.of(
                "",
                "&iss=" + provider.issuer() + "/",
                "&iss=" + provider.issuer().replace("realm", "Realm"),
                "&iss=https://evil.example",
                "&iss=")) {
            Traveller traveller = new Traveller(provider);
            Map<String, String> asked = traveller.leave();
            String code = provider.grant(asked, provider.sign(provider.claims(asked, linked.subject())));
            refused(traveller.browser.open(Traveller.path(asked, code) + iss), "sso-issuer");
        }
        assertThat(provider.exchanges()).isZero();
    }

    @Test
    void whatTheProviderSaysInsteadOfACodeIsRepeatedNowhere() {
        Traveller traveller = new Traveller(provider);
        Map<String, String> asked = traveller.leave();
        String said = "access_denied_4711";
        try (CapturedLog captured = new CapturedLog()) {
            Response refused = traveller.browser.open("/sign-in/sso/callback?state=" + asked.get("state") + "&error="
                    + said + "&error_description=" + said + "&iss=" + provider.issuer());
            refused(refused, "sso-refused");
            assertThat(refused.asString()).doesNotContain("4711").doesNotContain(asked.get("state"));
            assertThat(captured.text()).doesNotContain("4711").doesNotContain(asked.get("state"));
        }
        refused(traveller.browser.open("/sign-in/sso/callback"), "sso-state");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/",
                "/%5Cevil.example",
                "/\\evil.example",
                "javascript:alert(1)",
                "/secrets%0d%0aSet-Cookie:x=y"
            })
    void theWayBackLeadsToNobodyElse(String back) {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller traveller = new Traveller(provider);
        Response in = traveller.comeBack(traveller.leave("?back=" + back), linked.subject());
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.header("Location")).matches("(http://localhost:[0-9]+)?/(secrets|%5Cevil\\.example)");
    }

    @Test
    void aForgedCookieLeadsToNobodyElseEither() {
        Lodge.Linked linked = lodge.linked(provider);
        Attempt forged = new Attempt(Attempt.Kind.SIGN_IN, "A".repeat(43), "//evil.example");
        Traveller traveller = new Traveller(provider);
        traveller.browser.plant(Cookies.SSO, forged.cookie());
        Map<String, String> asked = Map.of(
                "state",
                forged.asked().state(),
                "nonce",
                forged.nonce(),
                "code_challenge",
                forged.asked().challenge(),
                "redirect_uri",
                "https://cofactor.test/sign-in/sso/callback");
        assertThat(traveller.comeBack(asked, linked.subject()).header("Location"))
                .endsWith("/secrets");
        for (String odd : List.of(
                "", "..", "SIGN_IN.x.y", "NOTHING." + "A".repeat(43) + ".", "SIGN_IN." + "A".repeat(43) + ".%")) {
            traveller.browser.plant(Cookies.SSO, odd);
            refused(traveller.show(asked, "a-code"), "sso-state");
        }
    }

    @Test
    void whoeverSatAtTheBrowserBeforeIsSignedOutAndTheSessionIsAnother() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller traveller = new Traveller(provider);
        var before = newcomers.settled();
        traveller.browser.signIn(before.accountName(), Newcomers.PASSWORD);
        String planted = traveller.session();
        traveller.comeBack(traveller.leave(), linked.subject());
        assertThat(traveller.session()).isNotEmpty().isNotEqualTo(planted);
        Traveller old = new Traveller(provider);
        old.browser.plant(Cookies.SESSION, planted);
        assertThat(old.isIn()).isFalse();
        assertThat(entries.of(before.id(), "session-closed")).hasSize(1);
        traveller.browser.plant(Cookies.SESSION, "planted-by-somebody");
        traveller.comeBack(traveller.leave(), linked.subject());
        assertThat(traveller.session()).hasSize(43);
    }
}

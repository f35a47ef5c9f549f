// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.FakeProvider;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WithProvider;
import dev.cofactor.gate.Calm;
import dev.cofactor.ground.identity.Actor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider says that somebody has signed out there. */
@QuarkusTest
@TestProfile(WithProvider.class)
class SsoLogoutHttpTest {
    private static final String LOGOUT = "/api/v1/sso/backchannel-logout";
    private static final UUID NOBODY = new Actor.Nobody().id();

    private final Lodge lodge;
    private final LogEntries entries;
    private final WholeLog log;
    private final Calm calm;
    private FakeProvider provider;

    SsoLogoutHttpTest(Lodge lodge, LogEntries entries, WholeLog log, Calm calm) {
        this.lodge = lodge;
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

    private Traveller in(Lodge.Linked linked, String sid) {
        Traveller traveller = new Traveller(provider);
        traveller.comeBack(traveller.leave(), linked.subject(), claims -> claims.put("sid", sid));
        assertThat(traveller.isIn()).isTrue();
        return traveller;
    }

    private static int says(String token) {
        return given().formParam("logout_token", token).post(LOGOUT).statusCode();
    }

    @Test
    void oneSessionOfTheProvidersEndsWhatItOpenedAndNothingElse() {
        Lodge.Linked linked = lodge.linked(provider);
        String sid = UUID.randomUUID().toString();
        Traveller out = in(linked, sid);
        Traveller alsoOut = in(linked, sid);
        Traveller stays = in(linked, UUID.randomUUID().toString());
        Browser local = new Browser();
        local.signIn(linked.person().accountName(), Newcomers.PASSWORD);
        assertThat(says(provider.sign(provider.logout("sid", sid)))).isEqualTo(204);
        assertThat(out.isIn()).isFalse();
        assertThat(alsoOut.isIn()).isFalse();
        assertThat(stays.isIn()).isTrue();
        assertThat(local.open("/secrets").statusCode()).isEqualTo(200);
        LogEntries.Entry closed = entries.about(linked.id(), "session-closed").getLast();
        assertThat(closed.body().at("/details/count").asInt()).isEqualTo(2);
        assertThat(closed.body().at("/details/method").asText()).isEqualTo("oidc-logout");
    }

    @Test
    void aSubjectsLogoutEndsAllThatTheProviderOpenedForHim() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller one = in(linked, "a");
        Traveller two = in(linked, "b");
        Lodge.Linked another = lodge.linked(provider);
        Traveller others = in(another, "a");
        Map<String, Object> both = provider.logout("sid", "a");
        both.put("sub", linked.subject());
        assertThat(says(provider.sign(both))).isEqualTo(204);
        assertThat(one.isIn()).isFalse();
        assertThat(two.isIn()).isTrue();
        assertThat(others.isIn()).as("the same session id, but somebody else's").isTrue();
        assertThat(says(provider.sign(provider.logout("sub", linked.subject()))))
                .isEqualTo(204);
        assertThat(two.isIn()).isFalse();
        assertThat(others.isIn()).isTrue();
    }

    @Test
    void aLogoutTokenCountsOnceWhetherItEndedSomethingOrNot() {
        Lodge.Linked linked = lodge.linked(provider);
        in(linked, "a");
        String token = provider.sign(provider.logout("sub", linked.subject()));
        assertThat(says(token)).isEqualTo(204);
        Traveller later = in(linked, "b");
        assertThat(says(token)).isEqualTo(403);
        assertThat(later.isIn()).isTrue();
        Lodge.Linked another = lodge.linked(provider);
        String early = provider.sign(provider.logout("sub", another.subject()));
        assertThat(says(early)).isEqualTo(204);
        Traveller afterwards = in(another, "c");
        assertThat(says(early)).isEqualTo(403);
        assertThat(afterwards.isIn()).isTrue();
    }

    @Test
    void whatIsNoLogoutTokenEndsNothingAndIsOnTheLog() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller stays = in(linked, "a");
        long now = new Clocks().instant().getEpochSecond();
        Map<String, Consumer<Map<String, Object>>> wrong = new LinkedHashMap<>();
        wrong.put("a nonce", claims -> claims.put("nonce", "n"));
        wrong.put("no events", claims -> claims.remove("events"));
        wrong.put("another event", claims -> claims.put("events", Map.of("http://another", Map.of())));
        wrong.put(
                "an event that says nothing",
                claims -> claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", "yes")));
        wrong.put("nobody", claims -> claims.remove("sub"));
        wrong.put("no id", claims -> claims.remove("jti"));
        wrong.put("another's", claims -> claims.put("aud", "another"));
        wrong.put("a look-alike's", claims -> claims.put("iss", provider.issuer() + "/"));
        wrong.put("old", claims -> claims.put("iat", now - 340));
        wrong.put("ended", claims -> claims.put("exp", now - 31));
        try (CapturedLog captured = new CapturedLog()) {
            wrong.forEach((what, but) -> {
                Map<String, Object> claims = provider.logout("sub", linked.subject());
                but.accept(claims);
                assertThat(says(provider.sign(claims))).as(what).isEqualTo(403);
            });
            Map<String, Object> right = provider.logout("sub", linked.subject());
            RsaKeys keys = new RsaKeys(provider);
            for (String token : List.of(keys.anothers(right), keys.unsigned(right), "", "x")) {
                assertThat(says(token)).isEqualTo(403);
            }
            assertThat(captured.text()).doesNotContain(linked.subject()).doesNotContain("eyJ");
        }
        assertThat(stays.isIn()).isTrue();
        assertThat(lastRefusal()).isEqualTo("sso-unproven");
        Map<String, Object> idToken = provider.claims(Map.of("nonce", "n"), linked.subject());
        assertThat(says(provider.sign(idToken))).as("an ID token").isEqualTo(403);
        assertThat(stays.isIn()).isTrue();
    }

    private String lastRefusal() {
        return entries.of(NOBODY, "request-refused")
                .getLast()
                .body()
                .at("/details/code")
                .asText();
    }

    /** Tokens that are signed otherwise. */
    private record RsaKeys(FakeProvider provider) {
        String anothers(Map<String, Object> claims) {
            return FakeProvider.sign(claims, FakeProvider.key(provider.key().getKeyId()), "RS256");
        }

        String unsigned(Map<String, Object> claims) {
            String token = provider.sign(claims);
            return "eyJhbGciOiJub25lIn0." + token.split("\\.")[1] + ".";
        }
    }
}

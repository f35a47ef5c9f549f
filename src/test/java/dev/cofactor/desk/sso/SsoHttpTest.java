// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.FakeProvider;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WithProvider;
import dev.cofactor.gate.Calm;
import dev.cofactor.ground.identity.Actor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes in by single sign-on, and who does not. */
@QuarkusTest
@TestProfile(WithProvider.class)
class SsoHttpTest {
    private static final UUID NOBODY = new Actor.Nobody().id();

    private final Lodge lodge;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;
    private final Calm calm;
    private FakeProvider provider;

    SsoHttpTest(Lodge lodge, Newcomers newcomers, LogEntries entries, WholeLog log, Calm calm) {
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

    private String lastFailure() {
        return entries.of(NOBODY, "sign-in-failed")
                .getLast()
                .body()
                .at("/details/code")
                .asText();
    }

    private long sessionsOf(UUID person) {
        return entries.of(person, "session-opened").stream()
                .filter(entry -> entry.body().at("/details/method").asText().equals("oidc"))
                .count();
    }

    @Test
    void whoIsLinkedSignsInAndNothingElseStaysInTheBrowser() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller traveller = new Traveller(provider);
        assertThat(traveller.browser.open("/sign-in").asString())
                .contains("Sign in with <bdi>Test &lt;Login&gt;</bdi>");
        Map<String, String> asked = traveller.leave("?back=/notices");
        assertThat(asked)
                .containsEntry("redirect_uri", "https://cofactor.test/sign-in/sso/callback")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid")
                .containsEntry("kind", "test");
        assertThat(asked.get("state")).isNotEqualTo(asked.get("nonce")).hasSize(43);
        Response in = traveller.comeBack(asked, linked.subject());
        assertThat(in.statusCode()).as(in.asString()).isEqualTo(303);
        assertThat(in.header("Location")).endsWith("/notices");
        assertThat(in.getHeaders().getValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith(Cookies.SSO + "=;") && cookie.contains("Max-Age=0"));
        assertThat(traveller.isIn()).isTrue();
        assertThat(sessionsOf(linked.id())).isEqualTo(1);
        assertThat(provider.exchanges()).isEqualTo(1);
    }

    @Test
    void whoWasInvitedLinksInsteadOfChoosingAPassword() {
        JsonPath invited = lodge.invite();
        UUID person = UUID.fromString(invited.getString("person.id"));
        String token = Lodge.token(invited);
        Traveller guest = new Traveller(provider);
        assertThat(guest.browser.open("/activate/" + token).asString()).contains("Link with <bdi>Test &lt;Login&gt;");
        Map<String, String> asked = Traveller.led(guest.browser.send("/sign-in/sso/invited", Map.of("token", token)));
        String subject = UUID.randomUUID().toString();
        Response in = guest.comeBack(asked, subject);
        assertThat(in.statusCode()).as(in.asString()).isEqualTo(303);
        assertThat(guest.isIn()).isTrue();
        LogEntries.Entry activated = entries.of(person, "person-activated").getFirst();
        assertThat(activated.body().at("/details/method").asText()).isEqualTo("oidc");
        assertThat(new Browser().open("/activate/" + token).statusCode()).isEqualTo(404);

        Traveller again = new Traveller(provider);
        assertThat(again.comeBack(again.leave(), subject).statusCode()).isEqualTo(303);
        assertThat(again.isIn()).isTrue();
        lodge.ask().get(Lodge.LINKS + person).then().statusCode(200);
        assertThat(lodge.ask().get(Lodge.LINKS + person).jsonPath().getString("subject"))
                .isEqualTo(subject);
    }

    @Test
    void anInvitationThatEndedMeanwhileLinksNobody() {
        JsonPath invited = lodge.invite();
        Traveller guest = new Traveller(provider);
        guest.browser.open("/activate/" + Lodge.token(invited));
        Map<String, String> asked =
                Traveller.led(guest.browser.send("/sign-in/sso/invited", Map.of("token", Lodge.token(invited))));
        lodge.ask()
                .post("/api/v1/people/" + invited.getString("person.id") + "/invitation")
                .then()
                .statusCode(201);
        String subject = UUID.randomUUID().toString();
        assertThat(guest.comeBack(asked, subject).statusCode()).isEqualTo(404);
        Traveller later = new Traveller(provider);
        assertThat(later.comeBack(later.leave(), subject).statusCode()).isEqualTo(403);
        assertThat(guest.browser
                        .send("/sign-in/sso/invited", Map.of("token", Lodge.token(invited)))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoIsNotLinkedIsToldSoAndThatIsOnTheLog() {
        Traveller stranger = new Traveller(provider);
        String subject = "stranger-" + UUID.randomUUID();
        Response refused = stranger.comeBack(stranger.leave(), subject, claims -> {
            claims.put("email", "admin@example.org");
            claims.put("preferred_username", "admin");
            claims.put("email_verified", true);
        });
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString())
                .contains("Nobody is linked")
                .doesNotContain(subject)
                .doesNotContain("example.org");
        assertThat(stranger.session()).isEmpty();
        assertThat(lastFailure()).isEqualTo("sso-unlinked");
    }

    @Test
    void whoIsSuspendedIsRefusedAsIfNotLinked() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller before = new Traveller(provider);
        before.comeBack(before.leave(), linked.subject());
        newcomers.suspend(newcomers.signedIn(linked.person()));
        assertThat(before.isIn()).isFalse();
        Traveller after = new Traveller(provider);
        Response refused = after.comeBack(after.leave(), linked.subject());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("Nobody is linked");
        assertThat(lastFailure()).isEqualTo("sso-suspended");
    }

    @Test
    void signingOutLeadsOnToTheProviderAndOnlyWhomItVouchedFor() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller traveller = new Traveller(provider);
        traveller.comeBack(traveller.leave(), linked.subject());
        traveller.browser.open("/profile");
        Map<String, String> end = Traveller.led(traveller.browser.send("/sign-out", Map.of()));
        assertThat(end)
                .containsEntry("client_id", FakeProvider.CLIENT)
                .containsEntry("post_logout_redirect_uri", "https://cofactor.test/sign-in/sso/signed-out")
                .doesNotContainKey("id_token_hint");
        assertThat(traveller.isIn()).isFalse();
        Browser local = new Browser();
        local.signIn(linked.person().accountName(), Newcomers.PASSWORD);
        local.open("/profile");
        assertThat(local.send("/sign-out", Map.of()).header("Location")).endsWith("/sign-in?state=signed-out");
    }

    @Test
    void withoutTheProviderPasswordsOpenTheDoorAsEver() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller traveller = new Traveller(provider);
        Map<String, String> asked = traveller.leave();
        provider.close();
        Response away = traveller.show(asked, "a-code");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.asString()).contains("does not answer");
        assertThat(new Browser()
                        .signIn(linked.person().accountName(), Newcomers.PASSWORD)
                        .statusCode())
                .isEqualTo(303);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.FakeProvider;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WithProvider;
import dev.cofactor.gate.Calm;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How somebody is linked with his account at the provider, and how that ends. */
@QuarkusTest
@TestProfile(WithProvider.class)
class SsoLinksHttpTest {
    private static final UUID NOBODY = new Actor.Nobody().id();

    private final Lodge lodge;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final WholeLog log;
    private final Calm calm;
    private FakeProvider provider;

    SsoLinksHttpTest(Lodge lodge, Newcomers newcomers, LogEntries entries, WholeLog log, Calm calm) {
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

    @Test
    void somebodySignedInLinksWithHisPasswordAndEndsItWithHisPassword() {
        Person person = newcomers.settled();
        Traveller traveller = new Traveller(provider);
        traveller.browser.signIn(person.accountName(), Newcomers.PASSWORD);
        traveller.browser.open("/profile/sso");
        assertThat(traveller
                        .browser
                        .send("/profile/sso", Map.of("password", "not this one"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(entries.of(person.id(), "sso-linked").getLast().outcome()).isEqualTo("failed");
        traveller.browser.open("/profile/sso");
        Map<String, String> asked =
                Traveller.led(traveller.browser.send("/profile/sso", Map.of("password", Newcomers.PASSWORD)));
        String before = traveller.session();
        String subject = UUID.randomUUID().toString();
        assertThat(traveller.comeBack(asked, subject).header("Location")).endsWith("/profile/sso");
        assertThat(traveller.session()).isEqualTo(before);
        assertThat(entries.of(person.id(), "sso-linked").getLast().outcome()).isEqualTo("done");
        assertThat(traveller.browser.open("/profile/sso").asString()).contains("You are linked");

        Traveller linked = new Traveller(provider);
        linked.comeBack(linked.leave(), subject);
        assertThat(linked.isIn()).isTrue();
        assertThat(traveller
                        .browser
                        .send("/profile/sso/end", Map.of("password", "nor this"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(linked.isIn()).isTrue();
        traveller.browser.open("/profile/sso");
        assertThat(traveller
                        .browser
                        .send("/profile/sso/end", Map.of("password", Newcomers.PASSWORD))
                        .statusCode())
                .isEqualTo(303);
        assertThat(linked.isIn()).isFalse();
        assertThat(traveller.isIn()).isTrue();
        assertThat(linked.comeBack(linked.leave(), subject).statusCode()).isEqualTo(403);
    }

    @Test
    void anAccountThatIsLinkedIsNotLinkedWithSomebodyElse() {
        Lodge.Linked linked = lodge.linked(provider);
        Person person = newcomers.settled();
        Traveller thief = new Traveller(provider);
        thief.browser.signIn(person.accountName(), Newcomers.PASSWORD);
        thief.browser.open("/profile/sso");
        Map<String, String> asked =
                Traveller.led(thief.browser.send("/profile/sso", Map.of("password", Newcomers.PASSWORD)));
        Response refused = thief.comeBack(asked, linked.subject());
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(lastFailure()).isEqualTo("sso-link-taken");
        JsonPath invited = lodge.invite();
        Traveller guest = new Traveller(provider);
        guest.browser.open("/activate/" + Lodge.token(invited));
        Map<String, String> begun =
                Traveller.led(guest.browser.send("/sign-in/sso/invited", Map.of("token", Lodge.token(invited))));
        assertThat(guest.comeBack(begun, linked.subject()).statusCode()).isEqualTo(409);
        assertThat(guest.session()).isEmpty();
        assertThat(guest.browser.open("/activate/" + Lodge.token(invited)).statusCode())
                .as("what came to nothing used nothing up")
                .isEqualTo(200);
    }

    @Test
    void aLinkIsMadeInTheVerySessionThatGaveThePasswordAndInNoOther() {
        Person victim = newcomers.settled();
        Traveller browser = new Traveller(provider);
        browser.browser.signIn(victim.accountName(), Newcomers.PASSWORD);
        browser.browser.open("/profile/sso");
        Map<String, String> asked =
                Traveller.led(browser.browser.send("/profile/sso", Map.of("password", Newcomers.PASSWORD)));
        Person other = newcomers.settled();
        browser.browser.signIn(other.accountName(), Newcomers.PASSWORD);
        String subject = UUID.randomUUID().toString();
        assertThat(browser.comeBack(asked, subject).statusCode()).isEqualTo(403);
        assertThat(lastFailure()).isEqualTo("sso-state");
        Traveller later = new Traveller(provider);
        assertThat(later.comeBack(later.leave(), subject).statusCode()).isEqualTo(403);
    }

    @Test
    void anAdministratorEndsALinkAndNobodyElseDoes() {
        Lodge.Linked linked = lodge.linked(provider);
        Traveller traveller = new Traveller(provider);
        traveller.comeBack(traveller.leave(), linked.subject());
        String other = newcomers.credential(newcomers.settled());
        for (String path : List.of(Lodge.LINKS + linked.id(), Lodge.LINKS + UUID.randomUUID())) {
            io.restassured.RestAssured.given()
                    .header("Authorization", "Bearer " + other)
                    .delete(path)
                    .then()
                    .statusCode(path.endsWith(linked.id().toString()) ? 403 : 404);
        }
        assertThat(traveller.isIn()).isTrue();
        lodge.ask().delete(Lodge.LINKS + linked.id()).then().statusCode(204);
        assertThat(traveller.isIn()).isFalse();
        lodge.ask().delete(Lodge.LINKS + linked.id()).then().statusCode(404);
        assertThat(traveller.comeBack(traveller.leave(), linked.subject()).statusCode())
                .isEqualTo(403);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.FakeProvider;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WithProvider;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The second step after a sign-in at the provider: ours, unless it was taken there. */
@QuarkusTest
@TestProfile(WithProvider.class)
class SsoFactorsHttpTest {
    private final Lodge lodge;
    private final Apps apps;
    private final Kiosk kiosk;
    private final Newcomers newcomers;
    private final Rules rules;
    private final WholeLog log;
    private FakeProvider provider;

    SsoFactorsHttpTest(Lodge lodge, Apps apps, Kiosk kiosk, Newcomers newcomers, Rules rules, WholeLog log) {
        this.lodge = lodge;
        this.apps = apps;
        this.kiosk = kiosk;
        this.newcomers = newcomers;
        this.rules = rules;
        this.log = log;
    }

    @BeforeEach
    void aProvider() {
        provider = FakeProvider.start();
    }

    @AfterEach
    void theWholeLogIsRight() {
        provider.close();
        assertThat(log.verify()).isPositive();
    }

    private Traveller back(String subject, String claim, Object value) {
        Traveller traveller = new Traveller(provider);
        Response in = traveller.comeBack(traveller.leave(), subject, claims -> claims.put(claim, value));
        assertThat(in.statusCode()).as(in.asString()).isEqualTo(303);
        return traveller;
    }

    @Test
    void aProviderThatSaysThatItAskedForAFactorSparesOurs() {
        Enrolled anna = apps.enrolled();
        String subject = lodge.linked(provider, anna.person()).subject();
        assertThat(back(subject, "amr", List.of("pwd", "otp")).isIn()).isTrue();
        assertThat(back(subject, "acr", "2").isIn()).isTrue();
        for (Object others : List.of(List.of("pwd"), "pwd", List.of("OTP"), Map.of("otp", true))) {
            assertThat(back(subject, "amr", others).isIn()).as("%s", others).isFalse();
        }
        assertThat(back(subject, "acr", "1").isIn()).isFalse();
    }

    @Test
    void withoutItOursIsAskedForAndWhatTheClaimGaveGoesAlong() {
        Enrolled anna = apps.enrolled();
        String subject = lodge.linked(provider, anna.person()).subject();
        Stand stand = kiosk.counting();
        UUID group = newcomers.group();
        rules.allowGroup(group, stand.secret(), Verb.CODE_FETCH);
        String claim = "/team/" + UUID.randomUUID();
        lodge.map(claim, group);
        Traveller half = back(subject, "groups", List.of(claim));
        assertThat(half.browser.open("/secrets").header("Location")).contains("/sign-in/factor");
        half.browser.open("/sign-in/factor");
        assertThat(half.browser
                        .send("/sign-in/factor", Map.of("code", anna.code()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(half.isIn()).isTrue();
        half.browser.open("/secrets");
        assertThat(half.browser
                        .script("/secrets/" + PublicId.SECRET.of(stand.secret()) + "/code", Map.of())
                        .statusCode())
                .isEqualTo(200);
        half.browser.open("/profile");
        Traveller.led(half.browser.send("/sign-out", Map.of()));
    }
}

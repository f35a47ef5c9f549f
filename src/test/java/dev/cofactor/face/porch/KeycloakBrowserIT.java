// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.porch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Keycloak;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Single sign-on from an invitation to its end, in a real browser, with a real Keycloak and the packaged server. */
class KeycloakBrowserIT {
    private static final String ANNA = "anna.at.work";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void somebodyComesByKeycloakAndGoesByIt() throws Exception {
        Path folder = machine.folder("keycloak");
        Launch launch = Launch.on(folder.resolve("data"));
        Keycloak keycloak = Keycloak.start(launchHome(launch));
        machine.afterwards(keycloak);
        ServerProcess server =
                machine.start(launch.with(settings(keycloak, folder))).ready();
        keycloak.ready();
        try (Chromium chromium = Chromium.start()) {
            Operators operators = Operators.first(chromium, launch);
            String link = operators.prepare("/platform");
            Page anna = chromium.window(1280, 800, ColorScheme.LIGHT);
            linked(anna, link, operators);
            assertThat(operators.fetch(anna))
                    .as("the group came with the claim")
                    .isEqualTo(200);
            strangerRefused(chromium.window(360, 800, ColorScheme.DARK), operators);

            keycloak.leavesTheGroup(ANNA);
            assertThat(operators.fetch(anna))
                    .as("what she has, she has to the end of the session")
                    .isEqualTo(200);
            signedOutAtBothEnds(anna, operators);
            signIn(anna, operators, true);
            assertThat(operators.fetch(anna))
                    .as("the next sign-in has no right")
                    .isEqualTo(404);

            keycloak.signsOut(ANNA);
            anna.waitForTimeout(1_000);
            anna.navigate(operators.home() + "/secrets");
            assertThat(anna.getByText("Your session has ended")).isVisible();

            operators.endsTheLink();
            signIn(anna, operators, false);
            assertThat(anna.locator("h1")).hasText("Nobody is linked");
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    private static String launchHome(Launch launch) {
        return "http://localhost:" + launch.port();
    }

    private static java.util.Map<String, String> settings(Keycloak keycloak, Path folder) throws IOException {
        Path secret = folder.resolve("client-secret");
        Files.writeString(secret, Keycloak.SECRET + "\n");
        return java.util.Map.of(
                "COFACTOR_SSO_ISSUER", keycloak.issuer(),
                "COFACTOR_SSO_CLIENT_ID", "cofactor",
                "COFACTOR_SSO_CLIENT_SECRET_FILE", secret.toString(),
                "COFACTOR_SSO_NAME", "Staff Login",
                "COFACTOR_OUTBOUND_ALLOW_PRIVATE", "127.0.0.1");
    }

    /** By the invitation: no password is chosen here. */
    private static void linked(Page anna, String link, Operators operators) {
        anna.navigate(link);
        Chromium.shoot(anna, "sso-invited");
        anna.locator("#sso").click();
        atKeycloak(anna, ANNA);
        assertThat(anna).hasURL(operators.home() + "/secrets");
        assertThat(anna.context().cookies().stream().map(cookie -> cookie.name).filter(name -> name.contains("sso")))
                .isEmpty();
        anna.navigate(operators.home() + "/profile");
        Chromium.shoot(anna, "sso-profile");
    }

    private static void signIn(Page page, Operators operators, boolean comesIn) {
        page.navigate(operators.home() + "/sign-in");
        Chromium.shoot(page, "sso-sign-in");
        page.locator("#sso").click();
        atKeycloak(page, ANNA);
        if (comesIn) {
            assertThat(page).hasURL(operators.home() + "/secrets");
        }
    }

    private static void atKeycloak(Page page, String name) {
        page.locator("#username").fill(name);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(java.util.regex.Pattern.compile("http://localhost:.*"));
    }

    /** Who is known there and not here, and has the address of an administrator. */
    private static void strangerRefused(Page stranger, Operators operators) {
        stranger.navigate(operators.home() + "/secrets");
        stranger.locator("#sso").click();
        atKeycloak(stranger, "stranger");
        assertThat(stranger.locator("h1")).hasText("Nobody is linked");
        Chromium.shoot(stranger, "sso-refused-360");
        assertThat((Integer) stranger.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }

    /** Here at once, there after its own question; whoever comes back has to sign in there again. */
    private static void signedOutAtBothEnds(Page anna, Operators operators) {
        anna.navigate(operators.home() + "/profile");
        anna.locator("section form[action='/sign-out'] button").click();
        anna.locator("#kc-logout").click();
        assertThat(anna).hasURL(operators.home() + "/sign-in?state=signed-out");
        assertThat(anna.getByText("You are signed out.")).isVisible();
    }
}

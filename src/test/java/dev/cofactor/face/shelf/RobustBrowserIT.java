// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to people: sessions end, networks are slow or gone, buttons are pressed twice, servers are restarted. */
class RobustBrowserIT {
    private static final String OWN = "correct horse battery";
    private static final String HOSTILE = "<img src=x onerror=alert(1)> \u05E9\u05DC\u05D5\u05DD {shell.csrf}";
    private static final int A_STEP_OR_TWO = 65_000;
    private static final int SLOW = 1_200;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void nothingTypedIsLostAndNothingIsDoneTwice() throws IOException {
        Launch launch = Launch.on(machine.folder("robust").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        Office office = new Office(launch, home);
        try (Chromium chromium = Chromium.start()) {
            Page page = office.firstSignIn(chromium.window(1280, 800, ColorScheme.LIGHT));
            theSessionEndsInTheMiddleOfAForm(page, home);
            twoTabs(page, home);
            pressedTwiceOnASlowNetwork(page, home);
            theServerCannotBeReached(page, home);
            hostile(page, office);
            theServerIsRestartedDuringTheCountdown(page, launch, server, home);
            assertThat(chromium.complaints())
                    .filteredOn(one -> !one.contains("net::ERR_"))
                    .isEmpty();
        }
    }

    private void theSessionEndsInTheMiddleOfAForm(Page page, String home) {
        page.navigate(home + "/people/new");
        page.locator("#name").fill("Anna Berg");
        page.locator("#account").fill("anna");
        Page other = page.context().newPage();
        other.navigate(home + "/profile");
        press(other, "Sign out");
        assertThat(other).hasURL(home + "/sign-in?state=signed-out");
        press(page, "Make the invitation");
        assertThat(news(page)).containsText("Your session has ended. What you typed is still here");
        assertThat(page.locator("#name")).hasValue("Anna Berg");
        assertThat(page.locator("#account")).hasValue("anna");
        Chromium.shoot(page, "robust-ended");
        signIn(other);
        other.close();
        press(page, "Make the invitation");
        assertThat(page.locator("#link")).isVisible();
    }

    /** A proof in one tab gives the session another cookie, and its forms another token. */
    private void twoTabs(Page page, String home) {
        page.navigate(home + "/groups/new");
        page.locator("#name").fill("Two tabs");
        Page other = page.context().newPage();
        other.navigate(home + "/step-up");
        other.locator("#proof").fill(OWN);
        press(other, "It is me");
        assertThat(other).hasURL(home + "/profile");
        other.close();
        press(page, "Make the group");
        assertThat(page.locator("h1")).containsText("Two tabs");
    }

    private void pressedTwiceOnASlowNetwork(Page page, String home) {
        page.navigate(home + "/groups/new");
        page.locator("#name").fill("Pressed twice");
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.send("Network.emulateNetworkConditions", conditions(SLOW));
        page.locator("main button.primary").dblclick();
        assertThat(page.locator("h1"))
                .containsText("Pressed twice", new LocatorAssertions.ContainsTextOptions().setTimeout(A_STEP_OR_TWO));
        network.send("Network.emulateNetworkConditions", conditions(0));
        network.detach();
        page.goBack();
        assertThat(page.locator("main button.primary")).isEnabled();
        page.navigate(home + "/groups");
        assertThat(page.getByText("Pressed twice")).hasCount(1);
    }

    private static JsonObject conditions(int latency) {
        JsonObject conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", latency);
        conditions.addProperty("downloadThroughput", latency == 0 ? -1 : 50_000);
        conditions.addProperty("uploadThroughput", latency == 0 ? -1 : 20_000);
        return conditions;
    }

    private void theServerCannotBeReached(Page page, String home) {
        page.navigate(home + "/groups/new");
        page.locator("#name").fill("After the tunnel");
        page.context().setOffline(true);
        press(page, "Make the group");
        assertThat(news(page)).containsText("Cofactor cannot be reached. Nothing was sent");
        assertThat(page.locator("#name")).hasValue("After the tunnel");
        Chromium.shoot(page, "robust-offline");
        page.context().setOffline(false);
        press(page, "Make the group");
        assertThat(page.locator("h1")).containsText("After the tunnel");
    }

    /** In the list, on its own page, where its code stands; signs that turn the direction of writing are refused as it is. */
    private void hostile(Page page, Office office) {
        String bearer = office.credential(page);
        String folder = post(page, office.home() + "/api/v1/folders/personal", bearer, Map.of())
                .getString("path");
        String template = new JsonPath(page.request()
                        .get(office.home() + "/api/v1/templates", as(bearer))
                        .text())
                .getString("templates.find { it.name == 'OTP only' }.id");
        String id = post(
                        page,
                        office.home() + "/api/v1/secrets",
                        bearer,
                        Map.of(
                                "template", template,
                                "folder", folder,
                                "slug", "hostile",
                                "name", HOSTILE,
                                "fields", Map.of("Account", HOSTILE)))
                .getString("id");
        String seed = office.home() + "/api/v1/secrets/" + id + "/seed";
        APIResponse entered =
                page.request().put(seed, as(bearer).setData(Map.of("setupKey", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")));
        assertThat(entered.status()).as(entered.text()).isEqualTo(200);
        post(page, seed + "/proof", bearer, Map.of("show", 1));
        post(page, seed + "/proof", bearer, Map.of("confirmed", true));
        page.onDialog(dialog -> {
            throw new AssertionError("a name has run");
        });
        for (String path : new String[] {"/secrets", "/secrets/" + id, "/secrets/" + id + "/code"}) {
            page.navigate(office.home() + path);
            assertThat(page.locator("main")).containsText("<img src=x onerror=alert(1)>");
            assertThat(page.locator("main img")).hasCount(0);
            assertThat(page.locator("main")).containsText("{shell.csrf}");
        }
        page.navigate(office.home() + "/secrets");
        Chromium.shoot(page, "robust-hostile");
    }

    private void theServerIsRestartedDuringTheCountdown(Page page, Launch launch, ServerProcess server, String home) {
        page.navigate(home + "/secrets");
        page.locator("[data-code]").first().click();
        assertThat(page.locator(".panel .digits:not(.none)"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_STEP_OR_TWO));
        long began = System.nanoTime();
        assertThat(server.stop()).isIn(0, 143);
        assertThat(System.nanoTime() - began)
                .as("an open stream holds no server up")
                .isLessThan(15_000_000_000L);
        assertThat(page.locator(".panel")).isVisible();
        page.locator(".panel [data-say]")
                .filter(new Locator.FilterOptions().setHasText("That code has ended."))
                .waitFor(new Locator.WaitForOptions().setTimeout(A_STEP_OR_TWO));
        page.keyboard().press("n");
        assertThat(page.locator(".panel [data-say]")).containsText("Cofactor cannot be reached");
        Chromium.shoot(page, "robust-restart");
        ServerProcess again = machine.start(launch).ready();
        page.keyboard().press("n");
        assertThat(page.locator(".panel .digits:not(.none)"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_STEP_OR_TWO));
        assertThat(again.stop()).isIn(0, 143);
    }

    private static Locator news(Page page) {
        return page.locator("#live");
    }

    private static void signIn(Page page) {
        page.locator("#name").fill("admin");
        page.locator("#password").fill(OWN);
        press(page, "Sign in");
        page.waitForURL("**/secrets");
    }

    private static JsonPath post(Page page, String at, String bearer, Map<String, ?> data) {
        APIResponse answer = page.request().post(at, as(bearer).setData(data));
        assertThat(answer.status()).as(answer.text()).isIn(200, 201);
        return new JsonPath(answer.text());
    }

    private static RequestOptions as(String bearer) {
        return RequestOptions.create().setHeader("Authorization", "Bearer " + bearer);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who was invited comes, in a real browser against the packaged server. */
class ActivationBrowserIT {
    private static final String OWN = "correct horse battery";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void whoOpensHisLinkChoosesAPasswordAndIsIn() throws IOException {
        Launch launch = Launch.on(machine.folder("activation").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        try (Chromium chromium = Chromium.start()) {
            String link = invited(chromium.window(1280, 800, ColorScheme.LIGHT), home, launch);
            assertThat(link).startsWith(home + "/activate/cfi_");
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                Page small = chromium.window(360, 800, scheme);
                small.navigate(link);
                assertThat(small.locator("h1")).hasText("Welcome, Anna Berg");
                assertFits(small);
                Chromium.shoot(small, "activate-360-" + scheme);
            }
            Page page = chromium.window(1280, 800, ColorScheme.LIGHT);
            page.navigate(link);
            choose(page, "short", "short");
            assertThat(page.getByText("Use at least 12 characters.")).isVisible();
            choose(page, OWN, OWN);
            assertThat(page).hasURL(home + "/secrets");
            page.navigate(link);
            assertThat(page.locator("h1")).hasText("This link has ended");
            Chromium.shoot(page, "activate-dead");
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    /** By the first administrator, with a credential of his own. */
    private static String invited(Page page, String home, Launch launch) throws IOException {
        page.navigate(home);
        page.locator("#name").fill("admin");
        page.locator("#password")
                .fill(Files.readString(launch.data().resolve("initial-admin-password"))
                        .strip());
        page.locator("button.primary").click();
        assertThat(page).hasURL(home + "/new-password");
        choose(page, OWN, OWN);
        assertThat(page).hasURL(home + "/secrets");
        page.navigate(home + "/profile");
        page.locator("form[action='/profile/api-credential'] button").click();
        String credential = page.locator("#credential").textContent().strip();
        APIResponse added = page.request()
                .post(
                        home + "/api/v1/people",
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer " + credential)
                                .setData(Map.of("accountName", "anna", "name", "Anna Berg")));
        assertThat(added.status()).isEqualTo(201);
        return JsonPath.from(added.text()).getString("link");
    }

    private static void choose(Page page, String once, String again) {
        page.locator("#new").fill(once);
        page.locator("#again").fill(again);
        page.locator("button.primary").click();
    }

    private static void assertFits(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(360);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.fixtures.Authenticator;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.QrRead;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody sets up his app, in a real browser against the packaged server. */
class OwnFactorBrowserIT {
    private static final String OWN = "correct horse battery";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void anAppIsSetUpAndItsCodesAreKept() throws IOException {
        Launch launch = Launch.on(machine.folder("own-factor").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window(360, 800, ColorScheme.DARK);
            signIn(page, home, launch);
            page.navigate(home + "/profile/one-time-password");
            shoot(page, "own-factor-none");
            page.locator("a.primary").click();
            shoot(page, "own-factor-begin");
            page.locator("main button.primary").click();
            assertThat(page.locator(".white-card img")).isVisible();
            Authenticator app = new Authenticator(page.locator("#key").textContent());
            assertThat(QrRead.text(page.locator(".white-card").screenshot()))
                    .contains(app.key().replace(" ", ""));
            page.locator("#code").fill("000000");
            page.locator("main button.primary").click();
            assertThat(page.locator("#code-fault")).isVisible();
            shoot(page, "own-factor-prove");
            page.setViewportSize(1280, 900);
            Chromium.shoot(page, "own-factor-prove-1280");
            page.setViewportSize(360, 800);
            page.locator("#code").fill(app.code(0));
            page.locator("main button.primary").click();
            codes(page);
            assertThat(page.locator(".notice.good")).isVisible();
            shoot(page, "own-factor-overview");
            page.setViewportSize(1280, 900);
            Chromium.shoot(page, "own-factor-overview-1280");
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    /** They can be saved, and one cannot go on without saying that one has them. */
    private static void codes(Page page) throws IOException {
        assertThat(page.locator("#codes li")).hasCount(10);
        shoot(page, "own-factor-codes");
        Download saved =
                page.waitForDownload(() -> page.locator("[data-keep=save]").click());
        assertThat(new String(saved.createReadStream().readAllBytes(), UTF_8))
                .contains(page.locator("#codes li").nth(9).textContent());
        page.locator("main button.primary").click();
        assertThat(page.locator("#codes li")).hasCount(10);
        page.locator("[name=kept]").check();
        page.locator("main button.primary").click();
    }

    private static void signIn(Page page, String home, Launch launch) throws IOException {
        page.navigate(home);
        page.locator("#name").fill("admin");
        page.locator("#password")
                .fill(Files.readString(launch.data().resolve("initial-admin-password"))
                        .strip());
        page.locator("button.primary").click();
        assertThat(page).hasURL(home + "/new-password");
        page.locator("#new").fill(OWN);
        page.locator("#again").fill(OWN);
        page.locator("button.primary").click();
        assertThat(page).hasURL(home + "/secrets");
    }

    /** Whole, on the smallest of screens, where nothing may stand over the edge. */
    private static void shoot(Page page, String name) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(360);
        Chromium.shoot(page, name);
    }
}

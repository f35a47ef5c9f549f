// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.View;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A new administrator is led from nothing to his first code, by what is on the page alone. */
class FirstRunBrowserIT {
    private static final int A_STEP_OR_TWO = 65_000;
    private static final long FIRST_PAGE = 100_000;
    private static final int STEPS = 7;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void theFirstStepsLeadToTheFirstCode() throws IOException {
        Launch launch = Launch.on(machine.folder("first-run").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        Office office = new Office(launch, "http://localhost:" + launch.port());
        Site site = new Site(30);
        try (Chromium chromium = Chromium.start()) {
            Page admin = chromium.window(1280, 800, ColorScheme.LIGHT);
            AtomicLong transferred = countedIn(admin);
            office.firstSignIn(admin);
            assertThat(transferred.get())
                    .as("bytes of all that was loaded from the door to My Secrets")
                    .isBetween(1_000L, FIRST_PAGE);
            isAt(admin, 0, "Add a secret");
            everyWidth(admin, office.home());

            theFirstCode(office, site, admin);
            Chromium.shoot(admin, "first-run-code");

            office.invite(admin, chromium, "anna", "Anna Berg", "Operations");
            admin.navigate(office.home() + "/secrets");
            isAt(admin, 4, "Set up an app");
            everyWidth(admin, office.home());
            press(admin, "Put away");
            assertThat(admin).hasURL(office.home() + "/secrets");
            assertThat(admin.locator(".first-steps")).hasCount(0);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    private static void theFirstCode(Office office, Site site, Page admin) {
        follow(admin, "Add a secret");
        follow(admin, "Another template");
        follow(admin, "WebApp with OTP");
        admin.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("AWS root");
        admin.getByLabel("User name").fill("ops@example.org");
        press(admin, "Go on");
        admin.navigate(office.home() + "/secrets");
        isAt(admin, 1, "Enter the seed");

        follow(admin, "Enter the seed");
        Office.drop(admin, site.screenshot());
        press(admin, "Show a code");
        assertThat(admin.locator(".digits")).isVisible();
        press(admin, "The site took it");
        admin.navigate(office.home() + "/secrets");
        isAt(admin, 3, "Set up an app"); // the code that proved the seed is on the log as one he had
        admin.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Get code"))
                .first()
                .click();
        assertThat(admin.locator(".panel .digits:not(.none)"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_STEP_OR_TWO));
        admin.keyboard().press("Escape");
    }

    /** What the network carries, headers too; what comes out of the browser's own memory costs nothing. */
    private static AtomicLong countedIn(Page page) {
        AtomicLong bytes = new AtomicLong();
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        return bytes;
    }

    private static void isAt(Page page, int done, String next) {
        Locator steps = page.locator(".first-steps");
        assertThat(steps).containsText(done + " of " + STEPS + " done");
        assertThat(steps.locator("li.done")).hasCount(done);
        assertThat(steps.locator(".button.primary")).hasText(next);
    }

    private static void everyWidth(Page page, String home) {
        for (View view : View.at(360, 1600)) {
            view.show(page, 900);
            page.navigate(home + "/secrets");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("at " + view)
                    .isLessThanOrEqualTo(view.width());
            String done = page.locator(".first-steps .quiet").first().textContent();
            Chromium.shoot(page, "first-run-" + done.charAt(0) + "-" + view);
        }
        new View(1280, ColorScheme.LIGHT).show(page, 800);
        page.navigate(home + "/secrets");
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void follow(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}

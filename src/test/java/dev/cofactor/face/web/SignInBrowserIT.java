// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A newcomer's first minutes, in a real browser against the packaged server. */
class SignInBrowserIT {
    private static final String OWN = "correct horse battery";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void aNewcomerSignsInSetsAPasswordAndFindsHisSecrets() throws IOException {
        Launch launch = Launch.on(machine.folder("browser").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window(1280, 800, ColorScheme.LIGHT);
            page.navigate(home);
            Chromium.shoot(page, "sign-in");

            signIn(page, "admin", "not the password");
            assertThat(page.getByText("Name or password is wrong.")).isVisible();
            assertThat(page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue("admin");
            Chromium.shoot(page, "sign-in-wrong");

            signIn(page, "admin", initialPassword(launch.data()));
            assertThat(page).hasURL(home + "/new-password");
            setPassword(page, "short", "short");
            assertThat(page.getByText("Use at least 12 characters.")).isVisible();
            Chromium.shoot(page, "new-password-short");
            setPassword(page, OWN, "something else entirely");
            assertThat(page.getByText("The two are not the same.").first()).isVisible();
            setPassword(page, OWN, OWN);
            assertThat(page).hasURL(home + "/secrets");
            assertThat(page.getByRole(AriaRole.HEADING, named("No secrets here yet")))
                    .isVisible();
            assertThat(launch.data().resolve("initial-admin-password")).doesNotExist();

            page.navigate(home + "/new-password");
            assertThat(page).hasURL(home + "/profile/password");
            leaveAndComeBack(page, home);
            everyWidth(chromium, home);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    private static void leaveAndComeBack(Page page, String home) {
        page.navigate(home + "/profile");
        page.getByRole(AriaRole.RADIO, named("Dark")).check();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        Chromium.shoot(page, "profile-dark");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .first()
                .click();
        assertThat(page.getByText("You are signed out.")).isVisible();
        page.navigate(home + "/profile");
        assertThat(page).hasURL(home + "/sign-in?back=%2Fprofile");
    }

    /** Every page at every width, by keyboard alone where one signs in. */
    private static void everyWidth(Chromium chromium, String home) {
        for (View view : View.at(360, 768, 1280, 1600)) {
            Page page = chromium.window(view.width(), 800, view.scheme());
            List<Integer> sizes = new ArrayList<>();
            page.onResponse(response -> sizes.add(size(response)));
            page.navigate(home + "/sign-in");
            assertThat(page.locator("#name")).isFocused(); // what is typed before would be lost
            page.keyboard().type("admin");
            page.keyboard().press("Tab");
            page.keyboard().type(OWN);
            page.keyboard().press("Enter");
            assertThat(page).hasURL(home + "/secrets");
            assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isLessThan(150_000);
            assertFits(page, view.width());
            Chromium.shoot(page, "my-secrets-" + view);
            page.navigate(home + "/nothing-here");
            assertFits(page, view.width());
            Chromium.shoot(page, "error-" + view);
            page.context().close();
        }
    }

    private static void assertFits(Page page, int width) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as("nothing runs over at " + width)
                .isLessThanOrEqualTo(width);
    }

    /** By its header: the body itself is gone once the page has moved on. */
    private static int size(Response response) {
        String length = response.headers().getOrDefault("content-length", "0");
        return response.status() == 200 ? Integer.parseInt(length) : 0;
    }

    private static void signIn(Page page, String name, String password) {
        page.locator("#name").fill(name);
        page.locator("#password").fill(password);
        page.getByRole(AriaRole.BUTTON, named("Sign in")).click();
    }

    private static void setPassword(Page page, String once, String again) {
        page.locator("#new").fill(once);
        page.locator("#again").fill(again);
        page.locator("button.primary").click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String initialPassword(Path data) throws IOException {
        return Files.readString(data.resolve("initial-admin-password")).strip();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.View;
import dev.cofactor.fixtures.VirtualKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody registers keys, removes one and signs in with the other, in a real browser against the packaged server. */
class PasskeyBrowserIT {
    private static final String OWN = "correct horse battery";

    /** A browser of some years ago: it knows keys, and neither reads nor writes their JSON. */
    private static final String OLDER = """
            delete PublicKeyCredential.parseCreationOptionsFromJSON;
            delete PublicKeyCredential.parseRequestOptionsFromJSON;
            delete PublicKeyCredential.prototype.toJSON;
            """;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void aKeyIsRegisteredSeenRemovedAndSignedInWith() throws IOException {
        Launch launch = Launch.on(machine.folder("passkeys").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window(1280, 800, ColorScheme.LIGHT);
            settle(page, home, launch);
            VirtualKey key = VirtualKey.in(page);
            page.navigate(home + "/profile");
            page.getByRole(AriaRole.LINK, named("Passkeys and security keys")).click();
            assertThat(page.getByRole(AriaRole.HEADING, named("No key yet"))).isVisible();
            Chromium.shoot(page, "passkeys-none");

            register(page, "Blue key on my keyring");
            assertThat(page.getByText("The key is registered.")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
            assertThat(key.credentials()).isEqualTo(1);
            Chromium.shoot(page, "passkeys-locked");

            stepUp(page, home);
            register(page, "The same once more");
            assertThat(page.getByText("This key is registered already.")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
            shots(chromium, page, home);

            key.remove();
            inAnOlderBrowser(page, home);
            remove(page, "Blue key on my keyring");
            assertThat(page.getByText("The key is removed.")).isVisible();
            assertThat(page.locator("tbody tr")).hasCount(1);
            comeBackWithIt(page, home);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    /** Whoever has a key proves by it before he adds another. */
    private static void stepUp(Page page, String home) {
        page.getByRole(AriaRole.LINK, named("Prove that it is me")).click();
        assertThat(page).hasURL(home + "/step-up?back=/profile/passkeys");
        Chromium.shoot(page, "step-up-by-key");
        page.getByRole(AriaRole.BUTTON, named("Use your passkey or key")).click();
        assertThat(page).hasURL(home + "/profile/passkeys");
        assertThat(page.locator("#label")).isVisible();
    }

    /** With the password, and then with the key. */
    private static void comeBackWithIt(Page page, String home) {
        page.getByRole(AriaRole.BUTTON, named("Sign out")).first().click();
        assertThat(page.getByText("You are signed out.")).isVisible();
        page.navigate(home + "/profile/passkeys");
        page.locator("#name").fill("admin");
        page.locator("#password").fill(OWN);
        page.locator("button.primary").click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Second step"))).isVisible();
        Chromium.shoot(page, "second-step-by-key");
        page.getByRole(AriaRole.BUTTON, named("Use your passkey or key")).click();
        assertThat(page).hasURL(home + "/profile/passkeys");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.getByText("not yet")).hasCount(0);
    }

    private static void inAnOlderBrowser(Page page, String home) {
        VirtualKey.in(page);
        page.addInitScript(OLDER);
        page.navigate(home + "/profile/passkeys");
        assertThat((Boolean) page.evaluate("'parseCreationOptionsFromJSON' in PublicKeyCredential"))
                .isFalse();
        register(page, "A".repeat(80));
        assertThat(page.getByText("The key is registered.")).isVisible();
        assertThat(page.locator("tbody tr")).hasCount(2);
    }

    private static void register(Page page, String label) {
        page.locator("#label").fill(label);
        page.getByRole(AriaRole.BUTTON, named("Register a key")).click();
    }

    private static void remove(Page page, String label) {
        page.getByRole(AriaRole.BUTTON, named("Remove " + label)).click();
        page.locator("dialog:popover-open button.danger").click();
    }

    /** The list as it looks on every size, for people to look at; nothing runs over. */
    private static void shots(Chromium chromium, Page signedIn, String home) {
        for (View view : View.at(360, 768, 1280)) {
            Page page = chromium.window(view.width(), 800, view.scheme());
            page.context().addCookies(cookies(signedIn));
            page.navigate(home + "/profile/passkeys");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(view.width());
            Chromium.shoot(page, "passkeys-" + view);
            page.context().close();
        }
    }

    private static List<com.microsoft.playwright.options.Cookie> cookies(Page page) {
        return page.context().cookies();
    }

    private static void settle(Page page, String home, Launch launch) throws IOException {
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

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.FirstSignIn;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.VirtualKey;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody signs his terminal in: the script in a shell, its page in a browser, the packaged server between them. */
class TerminalBrowserIT {
    private static final Pattern SHOWN = Pattern.compile("type {2}([A-Z]{4}-[A-Z]{4})");

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void aTerminalIsSignedInByItsPersonAndAnotherStaysOut() throws IOException {
        Launch launch = Launch.on(machine.folder("terminal").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window(360, 800, ColorScheme.DARK);
            String home = FirstSignIn.in(page, launch);
            page.navigate(home + "/terminal");
            assertThat(page.getByText("Set up a second factor")).isVisible();
            shoot(page, "terminal-no-factor");
            VirtualKey.in(page);
            page.navigate(home + "/profile/passkeys");
            page.locator("#label").fill("A key");
            page.getByRole(AriaRole.BUTTON, named("Register a key")).click();
            assertThat(page.getByText("The key is registered.")).isVisible();

            Terminal terminal = new Terminal("sh").with("COFACTOR_URL", home);
            comesIn(terminal, page, home);
            staysOut(new Terminal("sh").with("COFACTOR_URL", home), page);
            assertThat(terminal.text("sh cofactor.sh logout").is(0).err()).contains("signed out");
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    private static void comesIn(Terminal terminal, Page page, String home) {
        terminal.text("curl -fsS -o cofactor.sh \"$COFACTOR_URL/cofactor.sh\"").is(0);
        CompletableFuture<Terminal.Ended> login = begun(terminal);
        page.navigate(home + "/terminal");
        assertThat(page).hasURL(home + "/step-up?back=%2Fterminal");
        key(page);
        assertThat(page).hasURL(home + "/terminal");
        page.locator("#code").fill("BBBB-BBBB");
        page.locator("main button.primary").click();
        assertThat(page.locator("#code-fault")).isVisible();
        shoot(page, "terminal-mistyped");
        page.locator("#code").fill(terminal.said(SHOWN));
        page.locator("main button.primary").click();
        assertThat(page.getByText("Let this terminal in?")).isVisible();
        assertThat(page.getByText("the same address as this browser")).isVisible();
        shoot(page, "terminal-found");
        page.getByRole(AriaRole.BUTTON, named("Yes, it is mine")).click();
        assertThat(page.getByText("Your terminal is signed in")).isVisible();
        shoot(page, "terminal-admitted");
        assertThat(login.join().is(0).err()).contains("signed in until");
        assertThat(terminal.text("sh cofactor.sh list").is(0).err()).isEmpty();
    }

    private static void staysOut(Terminal other, Page page) {
        CompletableFuture<Terminal.Ended> second = begun(other);
        page.locator("#code").fill(other.said(SHOWN).toLowerCase(Locale.ROOT));
        page.locator("main button.primary").click();
        page.getByRole(AriaRole.BUTTON, named("No, keep it out")).click();
        assertThat(page.getByText("That terminal stays out.")).isVisible();
        assertThat(second.join().is(4).out()).isEmpty();
    }

    private static CompletableFuture<Terminal.Ended> begun(Terminal terminal) {
        return CompletableFuture.supplyAsync(
                () -> terminal.run("login"), run -> Thread.ofPlatform().start(run));
    }

    private static void key(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Use your passkey or key")).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** On the smallest of screens, where nothing may stand over the edge. */
    private static void shoot(Page page, String name) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(360);
        Chromium.shoot(page, name);
    }
}

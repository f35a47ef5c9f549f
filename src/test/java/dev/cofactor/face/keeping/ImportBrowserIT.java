// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.cofactor.engine.formats.Samples;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.FirstSignIn;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An export of another program, as people bring it: looked at, some of it taken in, and known again the second time. */
class ImportBrowserIT {
    /** On a machine that does much else. */
    private static final double A_MOMENT = 60_000;

    private static final int NARROW = 360;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void anExportIsLookedAtTakenInAndKnownAgain() throws IOException {
        setDefaultAssertionTimeout(A_MOMENT);
        Path folder = machine.folder("importing");
        Launch launch = Launch.on(folder.resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window(NARROW, 800, ColorScheme.DARK);
            page.setDefaultTimeout(2 * A_MOMENT);
            FirstSignIn.in(page, launch);
            page.navigate(home + "/secrets/new");
            page.getByText("Import from another program").click();
            page.waitForURL(Pattern.compile(".*/secrets/new/import"));
            refused(page);
            looked(page);
            taken(page, home);
            again(page);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    /** What is wrong with a file stands under the form, and a wrong password with it. */
    private static void refused(Page page) {
        choose(page, "notes.txt", "no export at all".getBytes(UTF_8));
        assertThat(page.locator("#plan")).containsText("of no kind that is read here");
        choose(page, "aegis.json", Samples.file("aegis-encrypted.json"));
        assertThat(page.locator("#plan")).containsText("The file is encrypted");
    }

    private static void looked(Page page) {
        page.locator("#password").fill(Samples.PASSWORD);
        page.locator("[data-look]").click();
        assertThat(page.locator(".imported > li")).hasCount(5);
        assertThat(page.locator("#plan")).containsText("New: 3 of 5 entries.");
        assertThat(page.locator("#plan")).containsText("Not taken");
        assertThat(page.locator("#plan")).containsText("Cannot be read");
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(NARROW);
        page.locator(".imported > li").last().scrollIntoViewIfNeeded();
        Chromium.shoot(page, "import-looked");
    }

    private static void taken(Page page, String home) {
        Locator second = page.locator("[data-entry='2']");
        second.uncheck();
        page.locator("[data-take]").click();
        page.waitForURL(Pattern.compile(".*/secrets[?]folder=.*"));
        Locator secrets = page.locator("main a[href^='/secrets/sec_']");
        Locator example = secrets.filter(new Locator.FilterOptions().setHasText("Example"))
                .first();
        assertThat(example).isVisible();
        assertThat(secrets.filter(new Locator.FilterOptions().setHasText("Counter")))
                .hasCount(0);
        page.navigate(home + example.getAttribute("href").replaceAll("[?#].*|/edit$", "") + "/edit");
        assertThat(page.getByText("who had it is not known")).isVisible();
        page.navigate(home + "/secrets/new/import");
    }

    private static void again(Page page) {
        page.locator("#password").fill(Samples.PASSWORD);
        choose(page, "aegis.json", Samples.file("aegis-encrypted.json"));
        assertThat(page.locator("#plan")).containsText("New: 1 of 5 entries.");
        assertThat(page.getByText("There already")).hasCount(2);
        page.locator(".imported > li").last().scrollIntoViewIfNeeded();
        Chromium.shoot(page, "import-again");
    }

    private static void choose(Page page, String name, byte[] file) {
        page.locator("#file").setInputFiles(new FilePayload(name, "application/octet-stream", file));
        page.locator("[data-look]").click();
    }
}

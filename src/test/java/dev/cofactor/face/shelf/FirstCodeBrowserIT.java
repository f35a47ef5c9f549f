// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.face.shelf.Office.Outside;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From an empty installation to a shared code, as the README tells it: a browser, curl, and the packaged server. */
class FirstCodeBrowserIT {
    /** Seconds, which are waited for in earnest. */
    private static final int STEP = 12;

    private static final int A_STEP_OR_TWO = 65_000;
    private static final String POLICY = "Operations fetch codes below aws";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void twoPeopleAndAScriptShareALogin() throws IOException {
        Launch launch = Launch.on(machine.folder("first-code").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        Office office = new Office(launch, "http://localhost:" + launch.port());
        Site site = new Site(STEP);
        Path export;
        Path receipt;
        try (Chromium chromium = Chromium.start()) {
            Page admin = office.firstSignIn(chromium.window(1280, 800, ColorScheme.LIGHT));
            office.template(admin, "Login with a code", STEP);
            String secret = office.addSecret(admin, site, "Login with a code");
            Page anna = office.invite(admin, chromium, "anna", "Anna Berg", "Operations");
            Page bert = office.invite(admin, chromium, "bert", "Bert Roth", "Visitors");
            String token = office.service(admin, "Nightly deployment");
            office.policy(admin, POLICY, "Fetch codes", List.of("Operations", "Nightly deployment"));

            bothGetCodesThatWork(office, site, anna, token);
            whoMayNotGetsNothing(office, admin, bert);

            office.withdraw(admin, POLICY);
            Outside after = office.curl(token, "text/plain");
            assertThat(after.status()).isEqualTo(404);
            anna.reload();
            assertThat(anna.getByText("No secrets here yet")).isVisible();

            receipt = office.audit(admin, POLICY, secret);
            export = office.export(admin);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
        verified(launch, "export", export);
        verified(launch, "receipt", receipt);
    }

    /** The template gives a step to one person or machine: whoever comes second gets the one after it. */
    private static void bothGetCodesThatWork(Office office, Site site, Page anna, String token) {
        site.waitForABeginning();
        anna.navigate(office.home() + "/secrets");
        Chromium.shoot(anna, "story-my-secrets");
        CompletableFuture<Outside> asked = CompletableFuture.supplyAsync(() -> office.curl(token, "text/plain"));
        anna.getByText("Get code").first().click();
        comes(anna);
        String shown = anna.locator(".panel .digits").textContent();
        Chromium.shoot(anna, "story-panel");
        Outside script = asked.join();

        assertThat(site.accepts(shown)).as("Anna's code works").isTrue();
        assertThat(script.status()).as(script.text()).isEqualTo(200);
        assertThat(script.text()).endsWith("\n");
        assertThat(site.accepts(script.text().strip()))
                .as("the script's code works, and is another one")
                .isTrue();
        panel(site, anna);
    }

    private static void panel(Site site, Page anna) {
        assertThat(anna.locator(".panel [data-say]"))
                .hasText("That code has ended.", new LocatorAssertions.HasTextOptions().setTimeout(A_STEP_OR_TWO));
        anna.keyboard().press("n");
        comes(anna);
        String first = anna.locator(".panel .digits").textContent();
        anna.keyboard().press("c");
        assertThat(anna.locator(".panel [data-say]")).containsText("Copied.");
        anna.keyboard().press("n");
        assertThat(anna.locator(".panel .digits"))
                .not()
                .hasText(first, new LocatorAssertions.HasTextOptions().setTimeout(A_STEP_OR_TWO));
        assertThat(anna.locator(".panel .digits")).not().hasText("······");
        assertThat(site.accepts(first)).isTrue();
        assertThat(site.accepts(anna.locator(".panel .digits").textContent()))
                .as("the next one came by itself, when its step began")
                .isTrue();
        anna.keyboard().press("Escape");
        assertThat(anna.locator(".panel")).hasCount(0);
    }

    private static void comes(Page anna) {
        assertThat(anna.locator(".panel .digits:not(.none)"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_STEP_OR_TWO));
    }

    private static void whoMayNotGetsNothing(Office office, Page admin, Page bert) {
        String credential = office.credential(bert);
        assertThat(office.curl(credential, "application/json").status()).isEqualTo(404);
        office.policy(admin, "Visitors see what there is", "List secrets", List.of("Visitors"));
        Outside denied = office.curl(credential, "application/json");
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.text()).contains("\"code\":\"denied\"");
        bert.navigate(office.home() + "/secrets");
        assertThat(bert.getByText("AWS root")).isVisible();
        assertThat(bert.getByText("Get code")).hasCount(0);
    }

    /** With the server gone: the key, the origin and the file are all there is to it. */
    private void verified(Launch launch, String what, Path file) throws IOException {
        String key = Files.readString(launch.data().resolve("log.key.pub")).strip();
        String origin = key.substring(0, key.indexOf('+'));
        ServerProcess verify = machine.start(
                Launch.on(machine.folder("elsewhere").resolve("data")),
                "verify",
                what,
                file.toString(),
                "--origin",
                origin,
                "--key",
                key);
        assertThat(verify.ended()).as(verify.err()).isZero();
    }
}

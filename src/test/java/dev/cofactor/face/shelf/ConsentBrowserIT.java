// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody asks where the code would stand, somebody else proves himself and says yes, and the code is there. */
class ConsentBrowserIT {
    private static final String OWN = "correct horse battery";
    private static final int A_STEP_OR_TWO = 65_000;
    private static final String WHY = "The billing page asks for the second factor, and the invoice is due today";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void oneAsksAnotherProvesHimselfAndApprovesAndTheCodeIsThere() throws IOException {
        Launch launch = Launch.on(machine.folder("consent").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        Office office = new Office(launch, home);
        Site site = new Site(30);
        try (Chromium chromium = Chromium.start()) {
            Page admin = office.firstSignIn(chromium.window(1280, 800, ColorScheme.LIGHT));
            String secret = office.addSecret(admin, site, "WebApp with OTP");
            Page anna = office.invite(admin, chromium, "anna", "Anna Berg", "Operations");
            Page bert = office.invite(admin, chromium, "bert", "Bert Roth", "Security");
            policies(new Clerk(admin, home, office.credential(admin)));

            String code = secret.substring(home.length()) + "/code";
            everywhere(bert, home, "/approvals", "empty");
            bert.navigate(home + "/secrets"); // and there he sits
            String request = asks(anna, home, code);
            anna.navigate(home + "/secrets");
            decides(bert, home, request);
            hears(anna, home, request);
            comes(anna, home, code, site);
            breaksTheGlass(anna, bert, home, code);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    /** @return the page of the request */
    private static String asks(Page anna, String home, String code) {
        anna.navigate(home + code);
        assertThat(anna.getByText("Needs one approval by")).isVisible();
        everywhere(anna, home, code, "ask");
        anna.getByLabel("Reason").first().fill(WHY);
        press(anna, "Ask for access");
        assertThat(anna.locator("#standing")).containsText("Bert Roth");
        everywhere(anna, home, code, "asked");
        anna.getByText("Open the request").click();
        String request = anna.url().substring(home.length());
        assertThat(request).startsWith("/approvals/req_");
        assertThat(anna.getByText(WHY)).isVisible();
        assertThat(anna.getByText("Approve once")).hasCount(0);
        everywhere(anna, home, request, "own-card");
        everywhere(anna, home, "/approvals/mine", "mine");
        return request;
    }

    private static void decides(Page bert, String home, String request) {
        assertThat(bert.locator(".rail a[href='/approvals'] .tally")).containsText("1");
        assertThat(bert.locator("#live")).containsText("One more request waits for you.");
        Chromium.shoot(bert, "consent-live-asked");
        bert.navigate(home + "/secrets");
        assertThat(bert.locator(".rail a[href='/approvals'] .tally")).containsText("1");
        bert.navigate(home + "/approvals");
        everywhere(bert, home, "/approvals", "one");
        bert.locator("td a.name").first().click();
        assertThat(bert).hasURL(home + request);
        proves(bert, home, request);
        everywhere(bert, home, request, "card");
        press(bert, "Approve for");
        assertThat(bert).hasURL(Pattern.compile(".*" + request + "(\\?.*)?"));
        assertThat(bert.getByText("Approved").first()).isVisible();
        assertThat(bert.locator(".rail a[href='/approvals'] .tally")).hasCount(0);
        everywhere(bert, home, request, "given");
    }

    /** She has loaded nothing anew. */
    private static void hears(Page anna, String home, String request) {
        assertThat(anna.locator("#live")).containsText("Your request was approved.");
        Chromium.shoot(anna, "consent-live-approved");
        anna.locator("#live a").click();
        assertThat(anna).hasURL(home + request);
    }

    /** He came a moment ago, so the page would take his word; he proves it nevertheless. */
    private static void proves(Page bert, String home, String request) {
        bert.navigate(home + "/step-up?back=" + request.replace("/", "%2F"));
        bert.locator("#proof").fill(OWN);
        press(bert, "It is me");
        assertThat(bert).hasURL(home + request);
        assertThat(bert.getByText("Approve once")).isVisible();
    }

    private static void comes(Page anna, String home, String code, Site site) {
        everywhere(anna, home, code, "approved");
        press(anna, "Wait for the next one");
        assertThat(anna.locator(".digits"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_STEP_OR_TWO));
        assertThat(site.accepts(anna.locator(".digits").textContent())).isTrue();
        Chromium.shoot(anna, "consent-code");
    }

    private static void breaksTheGlass(Page anna, Page bert, String home, String code) {
        anna.navigate(home + code);
        anna.getByText("Open the request").click();
        anna.navigate(home + code.replace("/code", "/ask?for=field.reveal"));
        anna.getByText("Emergency").click();
        everywhere(anna, home, code.replace("/code", "/ask?for=field.reveal"), "glass");
        anna.getByText("Emergency").click();
        anna.locator("#glass-reason").fill("Nobody answers, and customers cannot pay since half past two");
        press(anna, "Break the glass");
        assertThat(anna.locator("#standing")).isVisible();
        bert.navigate(home + "/approvals/reviews");
        assertThat(bert.getByText("Anna Berg").first()).isVisible();
        everywhere(bert, home, "/approvals/reviews", "reviews");
        bert.getByLabel("What came of it").fill("She rang me first, and nobody else was awake");
        press(bert, "Close the review");
        assertThat(bert.getByText("No emergency waits for a look")).isVisible();
        everywhere(bert, home, "/notices", "notices");
        everywhere(bert, home, "/approvals/history", "history");
    }

    /** At both widths; nothing is cut off. */
    private static void everywhere(Page page, String home, String path, String name) {
        for (View view : View.at(360, 1280)) {
            view.show(page, 900);
            page.navigate(home + path);
            page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path + " at " + view)
                    .isLessThanOrEqualTo(view.width());
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(java.nio.file.Path.of("target", "screenshots", "consent-" + name + "-" + view + ".png")));
        }
        new View(1280, ColorScheme.LIGHT).show(page, 800);
        page.navigate(home + path);
    }

    private static void policies(Clerk clerk) {
        clerk.approver("Bert Roth");
        Map<String, Object> reason = Map.of("kind", "reason", "atLeast", 10);
        Map<String, Object> yes = clerk.yesOf("Security");
        clerk.allow("Operations", "aws", "code.fetch", List.of(reason, yes));
        clerk.allow("Operations", "aws", "field.reveal", List.of(reason, yes));
        Map<String, Object> glass = Map.of("kind", "break-glass", "atLeast", 20, "validFor", "PT15M", "uses", 1);
        clerk.allow("Operations", "aws", "field.reveal", List.of(glass));
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}

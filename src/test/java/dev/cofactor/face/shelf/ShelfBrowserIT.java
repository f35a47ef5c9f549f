// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PageAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A shelf with many secrets, and one of them that somebody asks for, is given, copies and clears, without leaving the list. */
class ShelfBrowserIT {
    private static final int STEP = 12;
    private static final double A_STEP_OR_TWO = 40_000;
    private static final int MANY = 14;
    private static final String OWN = "correct horse battery";
    private static final String WHY = "The billing page asks for the second factor";
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void oneFindsAsksFollowsFetchesCopiesAndClearsWithoutLeavingTheList() throws IOException {
        Launch launch = Launch.on(machine.folder("shelf").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        Office office = new Office(launch, home);
        Site site = new Site(STEP);
        try (Chromium chromium = Chromium.start()) {
            Page admin = office.firstSignIn(chromium.window(1280, 800, ColorScheme.LIGHT));
            office.template(admin, "Login with a code", STEP);
            office.addSecret(admin, site, "Login with a code");
            Page anna = office.invite(admin, chromium, "anna", "Anna Berg", "Operations");
            Page bert = office.invite(admin, chromium, "bert", "Bert Roth", "Security");
            Clerk clerk = new Clerk(admin, home, office.credential(admin));
            clerk.approver("Bert Roth");
            clerk.allow("Operations", "aws", "secret.read-meta", List.of());
            clerk.allow(
                    "Operations",
                    "aws",
                    "code.fetch",
                    List.of(Map.of("kind", "reason", "atLeast", 10), clerk.yesOf("Security")));
            many(clerk);

            finds(anna, home);
            asks(anna, home);
            approves(bert, home);
            fetches(anna, site);
            copiesAndClears(anna);
            hides(anna);
            copiesWithoutSeeing(anna, home);
            withoutScript(anna, home);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    private static void many(Clerk clerk) {
        Map<String, String> user = Map.of("User name", "ops@example.org");
        for (int i = 0; i < MANY; i++) {
            clerk.secret("aws", "account-" + i, "Account number " + i, "Login with a code", user);
        }
        clerk.secret("aws", "hostile", HOSTILE, "Login with a code", user);
        clerk.secret("aws", "long", "Wireless".repeat(10), "Login with a code", user);
        clerk.secret("aws", "right-to-left", "חשבון הייצור", "Login with a code", user);
    }

    private static void finds(Page anna, String home) {
        everywhere(anna, home + "/secrets", "many");
        assertThat(anna.locator("tbody tr")).hasCount(MANY + 4);
        anna.locator("#q").pressSequentially("account number 1");
        assertThat(anna.locator("tbody tr")).hasCount(5);
        assertThat(anna).hasURL(Pattern.compile(".*[?&]q=account.{1,3}number.{1,3}1.*"));
        assertThat(anna.locator("#say")).hasText("5 secrets");
        anna.locator("#q").pressSequentially("3");
        assertThat(anna.locator("tbody tr")).hasCount(1);
        assertThat(anna.locator("#q")).isFocused();
        anna.reload();
        assertThat(anna.locator("tbody tr")).hasCount(1);
        anna.locator("#q").fill("onerror");
        assertThat(anna.locator("tbody tr")).hasCount(1);
        assertThat(anna.locator("tbody img")).hasCount(0);
        everywhere(anna, home + "/secrets?q=right", "right-to-left");
        everywhere(anna, home + "/secrets?q=wireless", "long");
        everywhere(anna, home + "/secrets?q=nothing-of-the-kind", "none");
    }

    private static void asks(Page anna, String home) {
        anna.navigate(home + "/secrets?q=root");
        assertThat(anna.locator("tbody tr")).containsText("Needs approval");
        anna.locator("tbody").getByText("Get code").click();
        Locator panel = anna.locator(".panel");
        assertThat(panel.getByText("Needs one approval by")).isVisible();
        shoot(anna, "panel-asks");
        panel.getByLabel("Reason").fill("too little");
        panel.getByLabel("Reason").fill("why");
        press(panel, "Ask for access");
        assertThat(panel.locator("[role=alert]")).isVisible();
        assertThat(panel.getByLabel("Reason")).hasValue("why");
        panel.getByLabel("Reason").fill(WHY);
        press(panel, "Ask for access");
        assertThat(panel.locator("#standing")).containsText("Bert Roth");
        assertThat(panel.locator("#standing")).isFocused();
        press(panel, "Withdraw it");
        assertThat(panel.getByLabel("Reason")).isVisible();
        panel.getByLabel("Reason").fill(WHY);
        press(panel, "Ask for access");
        assertThat(panel.locator("#standing")).containsText("Bert Roth");
        shoot(anna, "panel-waits");
        assertThat(anna).hasURL(home + "/secrets?q=root");
    }

    private static void approves(Page bert, String home) {
        bert.navigate(home + "/approvals");
        bert.locator("td a.name").first().click();
        String request = bert.url().substring(home.length());
        bert.navigate(home + "/step-up?back=" + request.replace("/", "%2F"));
        bert.locator("#proof").fill(OWN);
        press(bert.locator("main"), "It is me");
        press(bert.locator("main"), "Approve for");
        assertThat(bert.getByText("Approved").first()).isVisible();
    }

    private static void fetches(Page anna, Site site) {
        Locator panel = anna.locator(".panel");
        assertThat(panel.locator("[data-say]"))
                .hasText("You have a yes.", new LocatorAssertions.HasTextOptions().setTimeout(A_STEP_OR_TWO));
        assertThat(panel.locator("[data-box]")).isHidden();
        shoot(anna, "panel-granted");
        press(panel, "Get code");
        comes(panel);
        shoot(anna, "panel-code");
        assertThat(site.accepts(panel.locator(".digits").textContent())).isTrue();
        assertThat(panel.getByText("ops@example.org")).isVisible();
    }

    private static void comes(Locator panel) {
        assertThat(panel.locator(".digits:not(.none)"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_STEP_OR_TWO));
    }

    /** What is in the clipboard is seen by pasting it. */
    private static void copiesAndClears(Page anna) {
        Locator panel = anna.locator(".panel");
        if (panel.locator(".digits.none").count() > 0) {
            anna.keyboard().press("n");
            comes(panel);
        }
        String code = panel.locator(".digits").textContent();
        panel.locator(".digits").click();
        assertThat(panel.locator("[data-say]")).containsText("Copied.");
        assertThat(pasted(anna)).isEqualTo(code);
        press(panel, "Clear clipboard");
        assertThat(panel.locator("[data-say]")).hasText("The clipboard is empty.");
        assertThat(pasted(anna)).isEmpty();
    }

    private static String pasted(Page page) {
        page.evaluate("document.querySelector('main').insertAdjacentHTML('beforeend', '<input id=pasted>')");
        page.locator("#pasted").focus();
        page.keyboard().press("Control+V");
        String text = page.locator("#pasted").inputValue();
        page.evaluate("document.getElementById('pasted').remove()");
        return text;
    }

    private static void hides(Page anna) {
        Locator panel = anna.locator(".panel");
        panel.getByLabel("Hide while I am elsewhere").check();
        anna.keyboard().press("n");
        comes(panel);
        anna.evaluate("document.hasFocus = () => false; dispatchEvent(new Event('blur'))");
        assertThat(panel.locator("[data-say]")).hasText("Hidden while you are elsewhere.");
        assertThat(panel.locator(".digits.none")).isVisible();
        anna.evaluate("delete document.hasFocus; dispatchEvent(new Event('focus'))");
        assertThat(panel.locator("[data-say]")).not().hasText("Hidden while you are elsewhere.");
        anna.keyboard().press("Escape");
        assertThat(panel).hasCount(0);
        assertThat(anna.locator("tbody").getByText("Get code")).isFocused();
    }

    private static void copiesWithoutSeeing(Page anna, String home) {
        anna.navigate(home + "/secrets?q=root");
        assertThat(anna.locator("tbody tr")).containsText("Yours until");
        everywhere(anna, home + "/secrets?q=root", "granted");
        anna.locator("[data-copies-code]").click();
        Locator said = anna.locator("#copied [role=status]:visible, .panel .digits:not(.none):visible")
                .first();
        assertThat(said).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_STEP_OR_TWO));
        if (anna.locator(".panel").count() == 0) {
            assertThat(anna.locator("#copied")).containsText("Copied a code of AWS root, recorded as #");
            shoot(anna, "copied");
            String code = pasted(anna);
            assertThat(code).matches("\\d{6}");
            assertThat(anna.locator("body").textContent()).doesNotContain(code);
        }
    }

    private static void withoutScript(Page anna, String home) {
        Browser.NewContextOptions bare = new Browser.NewContextOptions()
                .setJavaScriptEnabled(false)
                .setStorageState(anna.context().storageState());
        Page page = anna.context().browser().newContext(bare).newPage();
        page.navigate(home + "/secrets");
        page.locator("#q").fill("root");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look"))
                .click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("[data-copies-code]")).isHidden();
        page.locator("tbody").getByText("Get code").click();
        assertThat(page).hasURL(Pattern.compile(".*/code$"), new PageAssertions.HasURLOptions());
        page.close();
    }

    /** Wide and narrow, and nothing is cut off. */
    private static void everywhere(Page page, String address, String name) {
        for (View view : View.at(360, 768, 1280, 1600)) {
            view.show(page, 900);
            page.navigate(address);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(address + " at " + view)
                    .isLessThanOrEqualTo(view.width());
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "screenshots", "shelf-" + name + "-" + view + ".png")));
        }
        new View(1280, ColorScheme.LIGHT).show(page, 800);
        page.navigate(address);
    }

    /** As it stands, at every width, without loading it anew. */
    private static void shoot(Page page, String name) {
        for (View view : View.at(360, 1280)) {
            view.show(page, 800);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(view.width());
            Chromium.shoot(page, "shelf-" + name + "-" + view);
        }
        new View(1280, ColorScheme.LIGHT).show(page, 800);
    }

    private static void press(Locator within, String name) {
        within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name))
                .first()
                .click();
    }
}

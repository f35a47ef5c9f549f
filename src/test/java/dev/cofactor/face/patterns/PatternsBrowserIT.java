// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.patterns;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.FirstSignIn;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.View;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody makes a template and asks the rules, in a real browser against the packaged server. */
class PatternsBrowserIT {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>" + "averylongname".repeat(5);

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void aTemplateIsMadeWhileItIsLookedAtAndTheRulesAreAsked() throws IOException {
        Launch launch = Launch.on(machine.folder("patterns").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window(1280, 900, ColorScheme.LIGHT);
            FirstSignIn.in(page, launch);
            page.locator(".rail a[href='/templates']").click();
            page.locator("a.button.primary").click();
            edit(page);
            page.locator("#editor .row > button.primary").click();
            assertThat(page.getByRole(AriaRole.STATUS)
                            .filter(new Locator.FilterOptions().setHasText("The template is there")))
                    .isVisible();
            String one = page.url().replace(home, "").replaceFirst("\\?.*", "");
            ask(page, home);
            everyWidth(page, home, one);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    /** With the keyboard: what is added has the focus, and what it will look like follows. */
    private static void edit(Page page) {
        page.locator("#name").fill("Team login");
        page.locator("#add-field").press("Enter");
        Locator fresh = page.locator("#f-2-name");
        assertThat(fresh).isFocused();
        page.keyboard().type("Spare codes");
        assertThat(page.locator("#preview")).containsText("Spare codes");
        page.locator("#f-2-type").selectOption("backup-codes");
        assertThat(page.locator("#editor")).containsText("of the last ones only by approval");
        assertThat(page.locator("#preview")).containsText("Take one");
        page.locator("#up-2").press("Enter");
        assertThat(page.locator("#f-1-name")).hasValue("Spare codes");
        assertThat(page.locator("#up-1")).isFocused();
        page.locator("#f-0-name").fill(HOSTILE);
        assertThat(page.locator("#preview")).containsText("onerror=alert(1)");
        assertThat(page.locator("#preview img")).hasCount(0);
        Chromium.shoot(page, "template-editor");
    }

    private static void ask(Page page, String home) {
        page.navigate(home + "/policies/test");
        page.locator("select[name=who]").selectOption(new SelectOption().setIndex(1));
        page.locator("select[name=verb]").selectOption("policy.edit");
        page.locator("main form button.primary").press("Enter");
        assertThat(page.locator("#answer")).containsText("Allowed");
        assertThat(page.locator("#say")).containsText("admin would be allowed.");
        Chromium.shoot(page, "policy-test");
        page.locator("summary").first().click();
        page.locator("input[name=address]").fill("nowhere");
        page.locator("main form button.primary").click();
        assertThat(page.locator("#answer")).containsText("The address is no address");
        page.navigate(home + "/policies/expectations/new?kind=invariant");
        page.locator("main form button.primary").click();
        assertThat(page.locator("main")).containsText("Never may agents or services take backup codes anywhere.");
    }

    private static void everyWidth(Page page, String home, String one) {
        List<String> paths = List.of(
                "/templates",
                "/templates/new",
                one,
                one + "/edit",
                one + "/delete",
                "/policies/test",
                "/policies/who-can?verb=policy.edit&all=on",
                "/policies/expectations",
                "/policies/expectations/new",
                "/policies/editions",
                "/policies/editions/compare?from=1&to=1");
        for (View view : View.at(360, 1600)) {
            view.show(page, 900);
            for (String path : paths) {
                page.navigate(home + path);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path + " at " + view)
                        .isLessThanOrEqualTo(view.width());
                assertThat(page.locator("h1")).hasCount(1);
                String name =
                        path.replace(one, "/one").replaceFirst("\\?.*", "").replace("/", "-");
                Chromium.shoot(page, "patterns" + name + "-" + view);
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

/** The first administrator finds himself alone, gets a colleague, suspends her, lets her back, and removes her. */
class PeopleBrowserIT {
    private static final String LONG = "Averyverylongnameofapersonthatdoesnotbreakanywhere".repeat(2);

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void aColleagueComesAndGoes() throws IOException {
        Launch launch = Launch.on(machine.folder("people").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window(1280, 800, ColorScheme.LIGHT);
            FirstSignIn.in(page, launch);
            page.navigate(home + "/people");
            assertThat(page.locator("#alone")).isVisible();
            Chromium.shoot(page, "people-alone");
            String second = invite(page, home, LONG, "long", true);
            activate(chromium.window(1280, 800, ColorScheme.LIGHT), second);
            page.navigate(home + "/people");
            assertThat(page.locator("#alone")).hasCount(0);
            String link = invite(page, home, "Anna Berg", "anna", false);
            activate(chromium.window(1280, 800, ColorScheme.LIGHT), link);
            page.navigate(home + "/people");
            String anna = page.locator("a.name")
                    .filter(new Locator.FilterOptions().setHasText("Anna Berg"))
                    .getAttribute("href");
            suspended(page, home + anna);
            nested(page, home);
            everyWidth(page, home, anna);
            removed(page, home + anna);
            everyWidth(page, home, anna);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    private static String invite(Page page, String home, String name, String account, boolean administers) {
        page.navigate(home + "/people/new");
        page.locator("#name").fill(name);
        page.locator("#account").fill(account);
        page.getByLabel("Administrators").setChecked(administers);
        page.locator("form button.primary").first().click();
        return page.locator("#link").textContent().strip();
    }

    private static void activate(Page page, String link) {
        page.navigate(link);
        page.locator("#new").fill(FirstSignIn.OWN);
        page.locator("#again").fill(FirstSignIn.OWN);
        page.locator("button.primary").click();
        page.waitForURL("**/secrets");
    }

    private static void suspended(Page page, String anna) {
        page.navigate(anna);
        page.locator("button[popovertarget=suspend]").first().click();
        Locator question = page.locator("#suspend");
        assertThat(question).isVisible();
        Chromium.shoot(page, "people-suspend");
        question.locator("button.danger").click();
        assertThat(page.getByText("Suspended").first()).isVisible();
        Chromium.shoot(page, "people-suspended");
        page.getByText("Let back").last().click();
        assertThat(page.getByText("Active").first()).isVisible();
        page.locator("#manager").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator("form[action$='/manager'] button").click();
        assertThat(page.locator("#manager")).not().hasValue("");
    }

    private static void nested(Page page, String home) {
        for (String name : List.of("Platform team", "On call")) {
            page.navigate(home + "/groups/new");
            page.locator("#name").fill(name);
            page.locator("form button.primary").first().click();
        }
        add(page, "Anna Berg (anna)");
        page.navigate(home + "/groups");
        page.getByText("Platform team").click();
        add(page, "On call");
        assertThat(page.getByText("Through groups")).isVisible();
        everyWidth(page, home, java.net.URI.create(page.url()).getPath());
    }

    private static void add(Page page, String name) {
        page.locator("#member").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(name));
        page.locator("form[action$='/members'] button").click();
    }

    private static void removed(Page page, String anna) {
        page.navigate(anna + "/remove");
        page.locator("#account").fill("somebody");
        page.locator("button.danger").click();
        assertThat(page.locator("#fault")).isVisible();
        Chromium.shoot(page, "people-remove-wrong");
        page.locator("#account").fill("anna");
        page.locator("button.danger").click();
        assertThat(page).hasURL(anna + "/leaver-report");
    }

    private static void everyWidth(Page page, String home, String one) {
        for (View view : View.at(360, 1280)) {
            view.show(page, 800);
            List<String> paths = one.startsWith("/groups")
                    ? List.of("/groups", one)
                    : List.of("/people", one, one + "/remove", one + "/leaver-report");
            for (String path : paths) {
                page.navigate(home + path);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path + " at " + view)
                        .isLessThanOrEqualTo(view.width());
                String name = path.replace(one, one.startsWith("/groups") ? "/group" : "/one");
                String state = page.getByText("Removed").count() > 0 ? "-removed" : "";
                Chromium.shoot(page, "people" + name.replace('/', '-') + state + "-" + view);
            }
        }
        new View(1280, ColorScheme.LIGHT).show(page, 800);
    }
}

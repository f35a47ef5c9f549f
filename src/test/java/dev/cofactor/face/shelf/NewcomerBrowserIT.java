// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.FirstSignIn;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who has never seen it goes by what the pages say: a secret from a screenshot, a colleague, a yes, a code, the log. */
class NewcomerBrowserIT {
    private static final int A_STEP_OR_TWO = 65_000;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    private int shots;

    @Test
    void fromNothingToACodeOfAColleagueInTheLog() throws IOException {
        Launch launch = Launch.on(machine.folder("newcomer").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        Site site = new Site(30);
        try (Chromium chromium = Chromium.start()) {
            Page admin = chromium.window(1280, 800, ColorScheme.LIGHT);
            String home = FirstSignIn.in(admin, launch);
            adds(admin, site);
            Page anna = invites(admin, chromium, home);
            gives(admin);
            asks(anna);
            saysYes(admin);
            has(anna, site);
            findsIt(admin);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    private void adds(Page admin, Site site) {
        look(admin, "empty");
        link(admin, "Add a secret");
        Office.let(admin, site.screenshot());
        assertThat(admin.locator("[data-found-name]")).hasText("AWS · root@example.org");
        look(admin, "add-found");
        admin.getByLabel("Folder", exactly()).selectOption("A new folder");
        admin.getByLabel("New folder").fill("aws");
        button(admin, "Go on");
        look(admin, "proof");
        button(admin, "Show a code");
        assertThat(site.accepts(admin.locator(".digits").textContent())).isTrue();
        look(admin, "proof-shown");
        button(admin, "The site took it");
        assertThat(admin.getByText("The seed is proved and serves.")).isVisible();
        look(admin, "proved");
    }

    private Page invites(Page admin, Chromium chromium, String home) {
        link(admin, "People");
        look(admin, "people");
        link(admin, "Groups");
        link(admin, "Make a group");
        admin.getByLabel("Name").fill("Operations");
        look(admin, "group-new");
        button(admin, "Make the group");
        look(admin, "group");
        link(admin, "People");
        link(admin, "Invite somebody");
        admin.getByLabel("Name", exactly()).fill("Anna Berg");
        admin.locator("#account").fill("anna");
        admin.getByLabel("Operations", exactly()).check();
        look(admin, "invite");
        button(admin, "Make the invitation");
        String invitation = admin.locator("#link").textContent();
        look(admin, "invited");
        Page anna = chromium.window(1280, 800, ColorScheme.LIGHT);
        anna.navigate(invitation);
        anna.locator("#new").fill(FirstSignIn.OWN);
        anna.locator("#again").fill(FirstSignIn.OWN);
        anna.locator("button.primary").click();
        assertThat(anna).hasURL(home + "/secrets");
        look(anna, "anna-empty");
        return anna;
    }

    private void gives(Page admin) {
        link(admin, "Policies");
        look(admin, "policies");
        link(admin, "Start from one");
        look(admin, "starters");
        link(admin, "A group fetches, once somebody has said yes");
        admin.getByLabel("Who fetches").selectOption("Operations");
        admin.getByLabel("Below which folder").selectOption("aws");
        admin.getByLabel("Who says yes").selectOption("Approvers");
        look(admin, "starter");
        button(admin, "Save as draft");
        look(admin, "draft");
        assertThat(admin.getByText("This is a draft and decides nothing yet.").first())
                .isVisible();
        button(admin, "Put in force");
        look(admin, "in-force");
        link(admin, "People");
        link(admin, "Groups");
        link(admin, "Approvers");
        joins(admin);
        look(admin, "approvers");
    }

    private static void joins(Page admin) {
        Locator members = admin.locator("select[name=member]");
        Locator me = members.locator("option").filter(new Locator.FilterOptions().setHasText("admin"));
        members.selectOption(me.first().getAttribute("value"));
        button(admin, "Add");
    }

    private void asks(Page anna) {
        link(anna, "My Secrets");
        look(anna, "anna-list");
        link(anna, "Get code");
        anna.getByLabel("Reason").first().fill("The invoice is due today");
        look(anna, "anna-asks");
        button(anna, "Ask for access");
        assertThat(anna.locator("#standing")).isVisible();
        look(anna, "anna-waits");
    }

    private void saysYes(Page admin) {
        link(admin, "Approvals");
        look(admin, "approvals");
        admin.locator("td a.name").first().click();
        look(admin, "card");
        button(admin, "Approve for");
        look(admin, "approved");
    }

    private void has(Page anna, Site site) {
        look(anna, "anna-hears");
        button(anna, "Get code");
        assertThat(anna.locator(".digits:not(.none)"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(A_STEP_OR_TWO));
        assertThat(site.accepts(anna.locator(".digits").textContent())).isTrue();
        button(anna, "Copy");
        look(anna, "anna-code");
    }

    private void findsIt(Page admin) {
        link(admin, "My Secrets");
        look(admin, "steps");
        link(admin, "Choose auditors");
        joins(admin);
        link(admin, "Audit");
        look(admin, "audit");
        link(admin, "Codes");
        Locator row = admin.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Anna Berg"));
        assertThat(row.first()).containsText("aws/aws");
        look(admin, "found");
    }

    private void look(Page page, String name) {
        Chromium.shoot(page, String.format("newcomer-%02d-%s", shots++, name));
    }

    private static void link(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .first()
                .click();
    }

    private static void button(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name)))
                .first()
                .click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}

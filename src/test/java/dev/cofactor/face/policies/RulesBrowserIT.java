// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.FirstSignIn;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.View;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody writes a policy, in a real browser against the packaged server. */
class RulesBrowserIT {
    private static final String LONG = "Averyverylongnameofagroupthatdoesnotbreakanywhere".repeat(2);

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void aPolicyIsWrittenReadAndWithdrawn() throws IOException {
        Launch launch = Launch.on(machine.folder("rules").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window(1280, 800, ColorScheme.LIGHT);
            furnish(page, home, launch);
            page.navigate(home + "/policies");
            Chromium.shoot(page, "policies");
            page.locator("a.button.primary").click();
            write(page);
            assertThat(page).hasURL(home + "/policies?news=saved");
            assertThat(page.getByText("Operations may fetch codes below aws.")).isVisible();
            everyWidth(page, home);
            page.getByText("Operations may fetch codes below aws.").click();
            page.locator("a.button.danger").click();
            page.locator("button.danger").click();
            assertThat(page).hasURL(home + "/policies?news=saved");
            assertThat(page.getByText("Operations may fetch codes below aws.")).hasCount(0);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    /** The long list is narrowed by what is typed, and what was chosen stays in sight. */
    private static void write(Page page) {
        page.locator("#name").fill("Operations fetch codes");
        page.getByLabel("Narrow the list: Groups").fill("operations");
        assertThat(page.getByLabel("Group 3", new Page.GetByLabelOptions().setExact(true)))
                .isHidden();
        operations(page).check();
        page.getByLabel("Narrow the list: Groups").fill("group");
        assertThat(operations(page)).isVisible();
        page.getByLabel("aws", new Page.GetByLabelOptions().setExact(true)).check();
        keepStep(page);
        Chromium.shoot(page, "policy-new");
        page.locator("form button.primary").first().click();
    }

    /** The document follows the form, the form follows the document, and what is not yet saved is looked at. */
    private static void keepStep(Page page) {
        assertThat(page.locator("#said")).containsText("Operations may fetch codes below aws.");
        Locator json = page.locator("#json");
        json.fill(json.inputValue().replace("Operations fetch codes", "Operations fetch them"));
        assertThat(page.locator("#name")).hasValue("Operations fetch them");
        assertThat(operations(page)).isChecked();
        page.getByLabel("Narrow the list: Groups").fill("operations");
        assertThat(page.getByLabel("Group 3", new Page.GetByLabelOptions().setExact(true)))
                .isHidden();
        json.fill("{");
        assertThat(page.locator("#said")).containsText("The form still says what it said before");
        assertThat(page.locator("#name")).hasValue("Operations fetch them");
        page.getByText("What would it change?").click();
        assertThat(page.locator("#outlook")).containsText("Nobody gains and nobody loses");
        assertThat(json).not().hasValue("{");
    }

    /** Who is meant; approvers are chosen out of the same groups. */
    private static Locator operations(Page page) {
        return page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Operations"));
    }

    private static void everyWidth(Page page, String home) {
        String one = page.getByText("Operations may fetch codes below aws.")
                .locator("xpath=..")
                .getAttribute("href");
        for (View view : View.at(360, 768, 1280, 1600)) {
            view.show(page, 800);
            for (String path : List.of("/policies", "/policies/new", one, one + "/withdraw")) {
                page.navigate(home + path);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path + " at " + view)
                        .isLessThanOrEqualTo(view.width());
                String name = path.replace(one, "one").replace("/", "-").substring(path.startsWith(one) ? 0 : 1);
                Chromium.shoot(page, "policies-" + name + "-" + view);
            }
        }
        page.setViewportSize(1280, 800);
        page.navigate(home + "/policies");
    }

    private static void furnish(Page page, String home, Launch launch) throws IOException {
        FirstSignIn.in(page, launch);
        page.navigate(home + "/profile");
        page.locator("form[action='/profile/api-credential'] button").click();
        String bearer = page.locator("#credential").textContent().strip();
        BrowserContext context = page.context();
        make(context, home + "/api/v1/folders", bearer, Map.of("parent", "/", "slug", "aws", "name", "AWS"));
        make(context, home + "/api/v1/groups", bearer, Map.of("name", "Operations"));
        make(context, home + "/api/v1/groups", bearer, Map.of("name", LONG));
        for (int i = 1; i <= 20; i++) {
            make(context, home + "/api/v1/groups", bearer, Map.of("name", "Group " + i));
        }
    }

    private static void make(BrowserContext context, String at, String bearer, Map<String, String> what) {
        int status = context.request()
                .post(
                        at,
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer " + bearer)
                                .setData(what))
                .status();
        assertThat(status).as(at).isEqualTo(201);
    }
}

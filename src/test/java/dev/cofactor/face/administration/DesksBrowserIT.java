// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.FirstSignIn;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.Signer;
import dev.cofactor.fixtures.View;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator looks how it is, turns a key, adds a channel and a federation, and verifies the log as an auditor. */
class DesksBrowserIT {
    private static final Pattern PERSONAL = Pattern.compile("(?s).*\"id\": ?\"(fld_[^\"]*)\".*");

    private static final String HOSTILE = "<img src=x onerror=alert(1)> \u05e9\u05dc\u05d5\u05dd";
    private static final String ISSUER = "https://ci.example";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void whoeverLooksAfterItFindsHisWay() throws IOException {
        Launch launch = Launch.on(machine.folder("desks").resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        try (Chromium chromium = Chromium.start()) {
            Page page = chromium.window(1280, 800, ColorScheme.LIGHT);
            FirstSignIn.in(page, launch);
            sealsSomething(page, home);
            turnsAKey(page, home);
            String channel = addsAChannel(page, home);
            String federation = addsAFederation(page, home);
            becomesAuditor(page, home);
            verifies(page, home);
            signsOff(page, home);
            page.navigate(home + "/audit?kind=people");
            String event = page.locator("tbody tr a").first().getAttribute("href");
            everyWidth(
                    page,
                    home,
                    Map.of(
                            "condition", "/administration",
                            "keys", "/administration/keys",
                            "channel", channel,
                            "federation", federation,
                            "federation-new", "/federations/new?preset=github",
                            "audit", "/audit?kind=people",
                            "event", event,
                            "verify", "/audit/verify",
                            "review", "/audit/access-review"));
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    private static void sealsSomething(Page page, String home) {
        page.navigate(home + "/profile");
        page.getByRole(AriaRole.BUTTON, named("Make a credential")).click();
        String bearer = "Bearer " + page.locator("#credential").textContent();
        sent(page, home + "/api/v1/folders", bearer, Map.of("parent", "/", "slug", "aws", "name", "AWS"), 201);
        String own = PERSONAL.matcher(sent(page, home + "/api/v1/folders/personal", bearer, Map.of(), 200))
                .replaceFirst("$1");
        for (String folder : List.of("aws", own)) {
            Map<String, Object> secret = Map.of(
                    "template",
                    "Generic web login",
                    "folder",
                    folder,
                    "slug",
                    "root",
                    "name",
                    HOSTILE,
                    "fields",
                    Map.of("User name", "root", "Password", "a password"));
            sent(page, home + "/api/v1/secrets", bearer, secret, 201);
        }
    }

    private static String sent(Page page, String to, String bearer, Map<String, Object> body, int status) {
        RequestOptions sent =
                RequestOptions.create().setHeader("Authorization", bearer).setData(body);
        APIResponse made = page.request().post(to, sent);
        assertThat(made.status()).as(made.text()).isEqualTo(status);
        return made.text();
    }

    /** By keyboard where it matters: the dialogue opens, has the focus, and lets go. */
    private static void turnsAKey(Page page, String home) {
        page.navigate(home + "/secrets");
        page.getByRole(AriaRole.LINK, named("Administration")).click();
        assertThat(page.locator("h1")).hasText("Administration");
        page.locator(".tabs a[href='/administration/keys']").click();
        Locator codes = page.locator("section").filter(new Locator.FilterOptions().setHasText("Row codes"));
        codes.locator("button")
                .filter(new Locator.FilterOptions().setHasText("Add a version"))
                .click();
        assertThat(page.locator("[role=status]").first()).containsText("Nothing uses it yet");
        codes.locator("button[popovertarget^=promote]").press("Enter");
        Locator question = page.locator("dialog.ask:popover-open");
        assertThat(question.locator("button").first()).isFocused();
        Chromium.shoot(page, "desks-promote");
        question.locator("button.primary").click();
        assertThat(page.locator("progress")).isVisible();
        Chromium.shoot(page, "desks-keys-under-way");
        page.locator("[data-rewrap] button").click();
        assertThat(page.getByText("rows are under version 2.").first()).isVisible();
        assertThat(page.locator("progress")).hasCount(0);
        page.navigate(home + "/administration/keys/row-codes/1/destroy");
        Chromium.shoot(page, "desks-destroy");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static String addsAChannel(Page page, String home) {
        page.navigate(home + "/administration/channels");
        Chromium.shoot(page, "desks-channels-empty");
        page.locator(".empty a.button").click();
        page.locator("input[name=kind][value=webhook]").check();
        page.locator("#name").fill(HOSTILE);
        page.locator("#leads").fill("https://hooks.example.org/Zx8");
        page.locator("form.wide button.primary").click();
        assertThat(page.locator("#secret")).containsText("whsec_");
        Chromium.shoot(page, "desks-channel-made");
        page.getByText("I have copied it").click();
        assertThat(page.locator("h1")).containsText("onerror");
        return URI.create(page.url()).getPath();
    }

    private static String addsAFederation(Page page, String home) {
        page.navigate(home + "/services/new");
        page.locator("#name").fill("Deployment");
        page.locator("form button.primary").first().click();
        page.getByText("Add a federation").click();
        Chromium.shoot(page, "desks-federation-choose");
        page.getByText("Another issuer").click();
        Signer signer = Signer.curve("k1");
        page.locator("#name").fill(HOSTILE);
        page.locator("#issuer").fill(ISSUER);
        page.locator("#others").fill("sub = job\nref = refs/heads/*");
        page.locator("summary").click();
        page.locator("#keys").fill(Signer.json(Map.of("keys", List.of(signer.jwk()))));
        page.locator("form.wide button.primary").click();
        assertThat(page.locator("h1")).containsText("onerror");
        String path = URI.create(page.url()).getPath();
        long now = new Clocks().instant().getEpochSecond();
        Map<String, Object> claims = new HashMap<>(Map.of("iss", ISSUER, "aud", home, "iat", now, "exp", now + 600));
        claims.putAll(Map.of("sub", "job", "ref", "refs/tags/v1"));
        page.locator("#token").fill(signer.token(Map.of("kid", "k1"), Signer.json(claims)));
        page.getByText("Try it").click();
        assertThat(page.locator("#verdict")).containsText("It lets nobody in");
        assertThat(page.locator("#verdict li.bad")).hasCount(1);
        assertThat(page.locator("#token")).isEmpty();
        Chromium.shoot(page, "desks-federation-tried");
        return path;
    }

    private static void becomesAuditor(Page page, String home) {
        page.navigate(home + "/groups");
        page.locator("a.name")
                .filter(new Locator.FilterOptions().setHasText("Auditors"))
                .click();
        String me = page.locator("select[name=member] option")
                .filter(new Locator.FilterOptions().setHasText("admin"))
                .first()
                .getAttribute("value");
        page.locator("select[name=member]").selectOption(me);
        page.locator("form[action$='/members'] button").click();
    }

    private static void verifies(Page page, String home) {
        page.navigate(home + "/audit");
        page.locator(".presets a")
                .filter(new Locator.FilterOptions().setHasText("Policy changes"))
                .click();
        assertThat(page).hasURL(home + "/audit?kind=policies");
        assertThat(page.locator(".presets [aria-current]")).hasText("Policy changes");
        page.locator("tbody tr a").first().click();
        Locator aside = page.locator("aside.panel");
        assertThat(aside.locator("h2").first()).isFocused();
        assertThat(aside).containsText("As recorded");
        Chromium.shoot(page, "desks-event-aside");
        page.keyboard().press("Escape");
        assertThat(aside).hasCount(0);
        assertThat(page.locator("tbody tr a").first()).isFocused();
        page.navigate(home + "/audit/verify");
        page.locator("form.wide button.primary").click();
        assertThat(page.locator("#verification")).containsText("are as they were recorded");
    }

    private static void signsOff(Page page, String home) {
        page.navigate(home + "/audit/access-review");
        page.locator("#words").fill("looked at");
        page.locator("form.full button.primary").click();
        assertThat(page.locator("[role=status]").first()).containsText("Signed off");
    }

    private static void everyWidth(Page page, String home, Map<String, String> paths) {
        for (View view : View.at(360, 1600)) {
            view.show(page, 900);
            paths.forEach((name, path) -> {
                page.navigate(home + path);
                assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                        .as(path + " at " + view)
                        .isLessThanOrEqualTo(view.width());
                assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
                Chromium.shoot(page, "desks-" + name + "-" + view);
            });
        }
    }
}

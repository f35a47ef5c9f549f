// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Needs;
import dev.cofactor.fixtures.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What an administrator does on the pages, and what scripts do beside them. */
record Office(Launch launch, String home) {
    private static final String OWN = "correct horse battery";
    private static final Path CURL = Path.of("/usr/bin/curl");

    /** What curl brought back. */
    record Outside(int status, String text) {}

    Page firstSignIn(Page page) throws IOException {
        String initial = Files.readString(launch.data().resolve("initial-admin-password"))
                .strip();
        page.navigate(home);
        page.locator("#name").fill("admin");
        page.locator("#password").fill(initial);
        press(page, "Sign in");
        choosePassword(page, "Keep this password");
        Chromium.shoot(page, "story-empty");
        return page;
    }

    private void choosePassword(Page page, String button) {
        page.locator("#new").fill(OWN);
        page.locator("#again").fill(OWN);
        press(page, button);
        assertThat(page).hasURL(home + "/secrets");
    }

    /** A template like the one for logins on the web, but that its steps are short. */
    void template(Page admin, String name, int period) {
        APIResponse made = admin.request()
                .post(
                        home + "/api/v1/templates",
                        RequestOptions.create()
                                .setHeader("Authorization", "Bearer " + credential(admin))
                                .setData(Map.of("name", name, "fields", fields(period))));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        admin.navigate(home + "/secrets");
    }

    private static List<Map<String, Object>> fields(int period) {
        Map<String, Object> otp = Map.of(
                "kinds", List.of("totp"),
                "digits", List.of(6),
                "periods", List.of(period),
                "algorithms", List.of("SHA1"),
                "step", "same-actor",
                "leastLife", 5);
        return List.of(
                Map.of("name", "User name", "type", "single-line", "required", true, "open", true),
                Map.of("name", "OTP", "type", "seed", "required", true, "open", false, "otp", otp));
    }

    /** @return its page */
    String addSecret(Page page, Site site, String template) {
        follow(page, "Add secret");
        follow(page, "Another template");
        follow(page, template);
        page.getByLabel("Name", exactly()).fill("AWS root");
        page.getByLabel("Folder", exactly()).selectOption("new");
        page.getByLabel("New folder").fill("aws");
        page.getByLabel("User name").fill("ops@example.org");
        page.getByText("More: path name").click();
        page.getByLabel("Path name").fill("root");
        Chromium.shoot(page, "story-adding");
        press(page, "Go on");
        assertThat(page.locator(".drop")).isVisible();
        Chromium.shoot(page, "story-seed");
        drop(page, site.screenshot());
        press(page, "Show a code");
        assertThat(page.locator(".digits")).isVisible();
        assertThat(site.accepts(page.locator(".digits").textContent())).isTrue();
        Chromium.shoot(page, "story-proof");
        press(page, "The site took it");
        assertThat(page.getByText("The seed is proved and serves.")).isVisible();
        Chromium.shoot(page, "story-secret");
        return page.url().replaceAll("[?].*", "");
    }

    /** As a screenshot from the desktop, let go of over the page. */
    static void drop(Page page, byte[] picture) {
        let(page, picture);
        page.waitForURL(Pattern.compile(".*/proof"));
        page.waitForLoadState();
    }

    static void let(Page page, byte[] picture) {
        JSHandle files = page.evaluateHandle("""
                (base64) => {
                  const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
                  const transfer = new DataTransfer();
                  transfer.items.add(new File([bytes], 'screenshot.png', { type: 'image/png' }));
                  return transfer;
                }""", Base64.getEncoder().encodeToString(picture));
        page.dispatchEvent(".drop", "drop", Map.of("dataTransfer", files));
    }

    /** @return the other one's window, who has chosen a password and is signed in */
    Page invite(Page admin, Chromium chromium, String account, String name, String group) {
        admin.navigate(home + "/groups/new");
        admin.locator("#name").fill(group);
        admin.locator("form[action='/groups/new'] button.primary").click();
        admin.navigate(home + "/people/new");
        admin.locator("#name").fill(name);
        admin.locator("#account").fill(account);
        admin.getByLabel(group, exactly()).check();
        press(admin, "Make the invitation");
        String link = admin.locator("#link").textContent();
        Chromium.shoot(admin, "story-invited");
        assertThat(link).startsWith(home + "/activate/cfi_");
        Page other = chromium.window(1280, 800, ColorScheme.LIGHT);
        other.navigate(link);
        Chromium.shoot(other, "story-activation");
        other.locator("#new").fill(OWN);
        other.locator("#again").fill(OWN);
        other.locator("button.primary").click();
        assertThat(other).hasURL(home + "/secrets");
        Page late = chromium.window(1280, 800, ColorScheme.LIGHT);
        late.navigate(link);
        assertThat(late.locator("#new")).hasCount(0);
        late.close();
        return other;
    }

    /** @return its token */
    String service(Page admin, String name) {
        admin.navigate(home + "/services/new");
        admin.locator("#name").fill(name);
        admin.locator("form[action='/services/new'] button.primary").click();
        follow(admin, "Issue a token");
        admin.locator("#label").fill("build server");
        admin.locator("#days").fill("30");
        press(admin, "Issue the token");
        String token = admin.locator("#token").textContent();
        Chromium.shoot(admin, "story-token");
        assertThat(token).startsWith("cft_");
        return token;
    }

    void policy(Page admin, String name, String verb, List<String> to) {
        admin.navigate(home + "/policies/new");
        admin.locator("#name").fill(name);
        admin.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Fetch codes"))
                .setChecked(verb.equals("Fetch codes"));
        for (String one : to) {
            open(admin, one);
        }
        open(admin, verb);
        open(admin, "aws");
        Chromium.shoot(admin, "story-policy");
        press(admin, "Save policy");
        assertThat(admin.getByText(name).first()).isVisible();
        Chromium.shoot(admin, "story-policies");
    }

    /** Ticks it, wherever on the form it is folded away. */
    private static void open(Page page, String label) {
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
        page.getByRole(
                        AriaRole.CHECKBOX,
                        new Page.GetByRoleOptions().setName(label).setExact(true))
                .check();
    }

    void withdraw(Page admin, String policy) {
        admin.navigate(home + "/policies");
        admin.locator("tr")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(policy))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        follow(admin, "Withdraw");
        assertThat(admin.getByText("Withdraw this policy?")).isVisible();
        Chromium.shoot(admin, "story-withdraw");
        press(admin, "Withdraw it");
        assertThat(admin).hasURL(Pattern.compile(".*/policies\\?news=.*"));
    }

    String credential(Page page) {
        page.navigate(home + "/profile");
        press(page, "Make a credential");
        return page.locator("#credential").textContent();
    }

    /** @return a receipt, as it was downloaded */
    Path audit(Page admin, String policy, String secret) throws IOException {
        admin.navigate(home + "/groups");
        follow(admin, "Auditors");
        String me = admin.locator("select[name=member] option")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("admin"))
                .first()
                .getAttribute("value");
        admin.locator("select[name=member]").selectOption(me);
        admin.locator("form[action$='/members'] button").click();
        admin.navigate(home + "/audit?kind=codes");
        for (String who : List.of("Anna Berg", "Nightly deployment")) {
            var row = admin.locator("tbody tr")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(who))
                    .first();
            assertThat(row).containsText("Code released");
            assertThat(row).containsText("aws/root");
            assertThat(row).containsText("127.0.0.1");
            assertThat(row).containsText(policy);
        }
        Chromium.shoot(admin, "story-audit");
        admin.navigate(home + "/audit?kind=refused&who=bert");
        assertThat(admin.locator("tbody tr")).hasCount(2);
        Chromium.shoot(admin, "story-refused");
        admin.navigate(home + "/audit?kind=codes");
        admin.locator("tbody tr a").first().click();
        assertThat(admin.getByText("As recorded")).isVisible();
        Chromium.shoot(admin, "story-event");
        admin.waitForTimeout(3_000); // the next checkpoint
        Download download = admin.waitForDownload(() -> follow(admin, "Receipt"));
        Path receipt = launch.data().resolveSibling("one.receipt");
        download.saveAs(receipt);
        return receipt;
    }

    Path export(Page admin) {
        Path file = launch.data().resolveSibling("log.jsonl");
        Outside all = curl(
                "-o",
                file.toString(),
                "-H",
                "Authorization: Bearer " + credential(admin),
                home + "/api/v1/audit/export");
        assertThat(all.status()).isEqualTo(200);
        return file;
    }

    Outside curl(String bearer, String accept) {
        return curl(
                "-X",
                "POST",
                "-H",
                "Authorization: Bearer " + bearer,
                "-H",
                "Accept: " + accept,
                home + "/api/v1/code/aws/root");
    }

    private static Outside curl(String... more) {
        Needs.program(CURL, "install Debian's curl");
        String[] line = new String[more.length + 6];
        String[] first = {CURL.toString(), "-s", "-m", "70", "-w", "%{http_code}"};
        System.arraycopy(first, 0, line, 0, first.length);
        System.arraycopy(more, 0, line, first.length, more.length);
        String said = Shell.run(line);
        int end = said.length() - 3;
        return new Outside(Integer.parseInt(said.substring(end)), said.substring(0, end));
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static void follow(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first()
                .click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}

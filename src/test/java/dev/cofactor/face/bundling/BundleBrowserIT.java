// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.bundling;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.FirstSignIn;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.View;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Two administrators make a bundle on pages, the server is stopped, and the packaged command opens it: the same code as the
 * server's, and each backup code once. Then the server is back, and hears how it was used.
 */
class BundleBrowserIT {
    private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String PAGES = "/administration/bundles";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @SuppressWarnings("NullAway.Init")
    private Launch launch;

    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private String home = "";

    @Test
    void aBundleIsMadeOnPagesAndOpenedWithoutAServer() throws IOException {
        folder = machine.folder("bundle");
        launch = Launch.on(folder.resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        Path bundle = folder.resolve("winter.cofactor");
        try (Chromium chromium = Chromium.start()) {
            Page admin = chromium.window(1280, 800, ColorScheme.LIGHT);
            home = FirstSignIn.in(admin, launch);
            furnish(admin);
            Page anna = chromium.window(1280, 800, ColorScheme.LIGHT);
            activate(anna, invite(admin));
            registers(admin, "admin.key");
            registers(anna, "anna.key");
            anna.navigate(home + proposed(admin));
            anna.locator("form[action$='/confirm'] button").click();
            assertThat(anna.locator("main")).containsText("confirmed it, and it is done");
            fetched(admin, bundle);
            assertThat(server.stop()).isIn(0, 143);
            assertThat(chromium.complaints()).isEmpty();
        }
        opened(bundle);
        ServerProcess again = machine.start(launch).ready();
        try (Chromium chromium = Chromium.start()) {
            handedIn(chromium.window(1280, 800, ColorScheme.LIGHT), Path.of(bundle + ".uses"));
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(again.stop()).isIn(0, 143);
    }

    private record Office(Page page, String home, String bearer) {
        String post(String path, Object body) {
            return sent(page.request().post(home + path, as().setData(body)));
        }

        String put(String path, Object body) {
            return sent(page.request().put(home + path, as().setData(body)));
        }

        JsonPath get(String path) {
            return new JsonPath(sent(page.request().get(home + path, as())));
        }

        RequestOptions as() {
            return RequestOptions.create().setHeader("Authorization", bearer);
        }

        static String sent(APIResponse answer) {
            assertThat(answer.status()).as(answer.text()).isIn(200, 201);
            return answer.text();
        }
    }

    /** A secret with a seed, one with backup codes, and a rule by which administrators have bundles made. */
    private void furnish(Page page) {
        page.navigate(home + "/profile");
        page.locator("form[action='/profile/api-credential'] button").click();
        Office office = new Office(
                page,
                home,
                "Bearer " + page.locator("#credential").textContent().strip());
        office.post("/api/v1/folders", Map.of("parent", "/", "slug", "aws", "name", "AWS"));
        String otp = office.get("/api/v1/templates").getString("templates.find { it.name == 'OTP only' }.id");
        String timed = secret(office, otp, "root", Map.of("Account", "root@example.org"));
        office.put("/api/v1/secrets/" + timed + "/seed", Map.of("setupKey", KEY));
        office.post("/api/v1/secrets/" + timed + "/seed/proof", Map.of("code", Enrolling.code(KEY, 0)));
        Map<String, Object> codes = Map.of("name", "Codes", "type", "backup-codes", "required", true, "open", false);
        String spare = new JsonPath(
                        office.post("/api/v1/templates", Map.of("name", "Spares", "fields", List.of(codes))))
                .getString("id");
        String pool = secret(office, spare, "spares", Map.of());
        office.put("/api/v1/secrets/" + pool + "/backup-codes", Map.of("text", "spare-0001a\nspare-0002b"));
        String group = office.get("/api/v1/groups").getString("groups.find { it.name == 'Administrators' }.id");
        String etag = page.request()
                .get(home + "/api/v1/policies", office.as())
                .headers()
                .get("etag");
        Map<String, Object> rule = Map.of(
                "name", "Administrators have bundles made",
                "effect", "allow",
                "actions", List.of("bundle.seal"),
                "to", List.of(Map.of("kind", "group", "id", group)),
                "on", List.of(Map.of("kind", "everything")));
        Office.sent(page.request()
                .post(
                        home + "/api/v1/policies",
                        office.as().setHeader("If-Match", etag).setData(rule)));
    }

    private static String secret(Office office, String template, String slug, Map<String, String> fields) {
        Map<String, Object> made =
                Map.of("template", template, "folder", "aws", "slug", slug, "name", "AWS " + slug, "fields", fields);
        return new JsonPath(office.post("/api/v1/secrets", made)).getString("id");
    }

    private String invite(Page page) {
        page.navigate(home + "/people/new");
        page.locator("#name").fill("Anna Berg");
        page.locator("#account").fill("anna");
        page.getByLabel("Administrators").setChecked(true);
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

    private void registers(Page page, String key) {
        ServerProcess command =
                machine.start(launch, "bundle", "key", folder.resolve(key).toString());
        assertThat(command.ended()).isZero();
        proved(page);
        page.navigate(home + "/profile/bundle-key");
        page.locator("#key").fill(command.out().strip());
        page.locator("button.primary").click();
        assertThat(page.locator("main")).containsText("Another key");
        String print = command.err().lines().toList().getLast();
        assertThat(page.locator("code.token").first().textContent().replace(" ", ""))
                .isEqualTo(print);
    }

    private void proved(Page page) {
        page.navigate(home + "/step-up");
        page.locator("#proof").fill(FirstSignIn.OWN);
        page.locator("main button.primary").click();
        page.waitForURL("**/profile");
    }

    /** @return where it waits */
    private String proposed(Page page) {
        page.navigate(home + PAGES);
        page.locator("a[href='" + PAGES + "/new']").click();
        everyWidth(page, "propose");
        page.locator("#name").fill("Winter");
        page.locator("input[name=secret]").first().check();
        page.locator("input[name=secret]").last().check();
        page.locator("main button.primary").click();
        assertThat(page.locator("#fault")).containsText("2 to 16 holders");
        for (int i = 0; i < 2; i++) {
            page.locator("input[name=holder]").nth(i).check();
        }
        page.locator("main button.primary").click();
        page.waitForURL("**/changes/chg_*");
        assertThat(page.locator("main")).containsText("Any 2 of its 2 holders open it together");
        assertThat(page.locator("main")).containsText("aws/root");
        Chromium.shoot(page, "bundle-waits");
        return page.url().substring(home.length());
    }

    private void fetched(Page page, Path to) {
        page.navigate(home + PAGES);
        everyWidth(page, "bundles");
        page.locator("a.name").first().click();
        everyWidth(page, "bundle");
        Download download = page.waitForDownload(
                () -> page.locator("form[action$='/file'] button").click());
        download.saveAs(to);
        assertThat(download.suggestedFilename()).endsWith(".cofactor");
        page.reload();
        assertThat(page.locator("main")).containsText("Handed out");
        assertThat(page.locator("form[action$='/file']")).hasCount(0);
    }

    private void opened(Path bundle) {
        ServerProcess alone = open(bundle, List.of("anna.key"), "--code", "aws/root");
        assertThat(alone.ended()).isEqualTo(4);
        assertThat(alone.out()).isEmpty();
        List<String> both = List.of("admin.key", "anna.key");
        String before = Enrolling.code(KEY, 0);
        ServerProcess code = open(bundle, both, "--code", "aws/root");
        assertThat(code.ended()).as(code.err()).isZero();
        assertThat(code.out().strip()).isIn(before, Enrolling.code(KEY, 0));
        assertThat(open(bundle, both, "--backup-code", "aws/spares").out()).isEqualTo("spare-0002b\n");
        assertThat(open(bundle, both, "--backup-code", "aws/spares").out()).isEqualTo("spare-0001a\n");
        assertThat(open(bundle, both, "--backup-code", "aws/spares").ended()).isEqualTo(6);
    }

    private ServerProcess open(Path bundle, List<String> keys, String... more) {
        List<String> words = new ArrayList<>(List.of("bundle", "open", bundle.toString()));
        keys.forEach(key -> words.addAll(List.of("--key", folder.resolve(key).toString())));
        words.addAll(List.of(more));
        ServerProcess command = machine.start(launch, words.toArray(String[]::new));
        command.ended();
        return command;
    }

    private void handedIn(Page page, Path uses) throws IOException {
        page.navigate(home + "/sign-in");
        page.locator("#name").fill("admin");
        page.locator("#password").fill(FirstSignIn.OWN);
        page.locator("button.primary").click();
        page.navigate(home + PAGES);
        page.locator("a.name").first().click();
        page.locator("#uses").fill(Files.readString(uses, UTF_8));
        page.locator("form[action$='/uses'] button").click();
        assertThat(page.locator("[role=status]").first()).containsText("3 uses were new");
        assertThat(page.locator("main")).containsText("Backup code 2");
        assertThat(page.getByText("Overwrite the seed")).isVisible();
        everyWidth(page, "bundle-used");
    }

    private static void everyWidth(Page page, String name) {
        for (View view : View.at(360, 1280)) {
            view.show(page, 800);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " at " + view)
                    .isLessThanOrEqualTo(view.width());
            Chromium.shoot(page, "bundling-" + name + "-" + view);
        }
        new View(1280, ColorScheme.LIGHT).show(page, 800);
    }
}

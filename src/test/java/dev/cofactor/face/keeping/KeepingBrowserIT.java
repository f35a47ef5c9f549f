// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.FirstSignIn;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.View;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ways in for a seed, as people come by them; then the secret is edited, deleted, and brought back. */
class KeepingBrowserIT {
    private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String LINK = "otpauth://totp/GitHub:ops%40example.org?secret=" + KEY + "&issuer=GitHub";
    private static final int TRIES = 3;

    /** On a machine that does much else. */
    private static final double A_MOMENT = 60_000;

    private static final String LONG = "Averyverylongnameofasecretthatdoesnotbreakanywhere".repeat(2);

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void aSeedComesInByEveryWayAndASecretIsKept() throws IOException {
        setDefaultAssertionTimeout(A_MOMENT);
        Path folder = machine.folder("keeping");
        Launch launch = Launch.on(folder.resolve("data"));
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        Path movie = QrMovie.of(LINK, folder.resolve("camera.y4m"));
        try (Chromium chromium = Chromium.start(
                "--use-fake-device-for-media-stream",
                "--use-fake-ui-for-media-stream",
                "--use-file-for-fake-video-capture=" + movie.toAbsolutePath())) {
            Page page = chromium.window(1280, 800, ColorScheme.LIGHT);
            page.setDefaultTimeout(2 * A_MOMENT);
            FirstSignIn.in(page, launch);
            String secret = dropped(page, home);
            seen(page, home);
            pasted(page, home);
            several(page, home);
            edited(page, home, secret);
            goneAndBack(page, home, secret);
            drawn(page, home);
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    /** A picture of a kind that only the browser knows; what it says fills the form. @return the secret's page */
    private static String dropped(Page page, String home) {
        page.navigate(home + "/secrets/new");
        assertThat(page.locator("[data-drop]")).isVisible();
        everyWidth(page, home + "/secrets/new", "add");
        drop(page, "image/webp", QrPng.of(LINK));
        assertThat(page.locator("[data-found-name]")).hasText("GitHub · ops@example.org");
        assertThat(page.locator("#name")).hasValue("GitHub");
        assertThat(page.locator("[data-account]")).hasValue("ops@example.org");
        assertThat(page.locator("#key")).isHidden();
        Chromium.shoot(page, "keeping-found");
        page.locator("form button.primary").click();
        page.waitForURL(Pattern.compile(".*/proof"));
        assertThat(page.getByText("6 digits, a new one every 30 s, SHA1.")).isVisible();
        page.locator("#code").fill(Enrolling.code(KEY, 0));
        page.getByText("Check it").click();
        assertThat(page.getByText("The seed is proved and serves.")).isVisible();
        return page.url().replaceAll("[?].*", "");
    }

    /** In the browser it becomes a picture: a drawing runs nothing. */
    private static void drawn(Page page, String home) {
        page.navigate(home + "/secrets/new");
        page.onceDialog(dialog -> {
            throw new AssertionError("a drawing ran a script");
        });
        byte[] drawing = QrMovie.drawn(LINK).getBytes(StandardCharsets.UTF_8);
        Locator found = page.locator("[data-found]");
        Locator answered = found.or(page.locator("[data-fault]"));
        for (int tries = 0; tries < TRIES && !found.isVisible(); tries++) {
            drop(page, "image/svg+xml", drawing); // a reader that has too much to do says so
            assertThat(page.locator(".drop.busy")).hasCount(0);
            answered.filter(new Locator.FilterOptions().setVisible(true)).waitFor();
        }
        assertThat(found.isVisible())
                .as(page.locator("[data-fault]").textContent())
                .isTrue();
        assertThat(page.locator("[data-found-name]")).hasText("GitHub · ops@example.org");
        page.getByText("Take another").click();
        assertThat(page.locator("#key")).isVisible();
        drop(page, "image/svg+xml", "<svg".getBytes(StandardCharsets.UTF_8));
        assertThat(page.locator("[data-fault]")).containsText("cannot draw this kind of picture");
        drop(page, "text/plain", new byte[] {1});
        assertThat(page.locator("[data-fault]")).containsText("This is no picture");
    }

    private static void seen(Page page, String home) {
        page.navigate(home + "/secrets/new");
        page.getByText("Use the camera").click();
        assertThat(page.locator("[data-found-name]")).hasText("GitHub · ops@example.org");
        assertThat(page.locator("[data-viewer]")).isHidden();
    }

    /** Wherever it is pasted. */
    private static void pasted(Page page, String home) {
        page.navigate(home + "/secrets/new");
        page.locator("#name").focus();
        page.evaluate("""
                (text) => {
                  const clipboardData = new DataTransfer();
                  clipboardData.setData('text', text);
                  document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
                }""", LINK);
        assertThat(page.locator("[data-found-name]")).hasText("GitHub · ops@example.org");
        assertThat(page.locator("#key")).hasValue(LINK);
        assertThat(page.locator("#key")).hasAttribute("type", "password");
        page.locator("#name").fill("Pasted <img src=x onerror=alert(1)>");
        page.locator("form button.primary").click();
        page.waitForURL(Pattern.compile(".*/proof"));
    }

    private static void several(Page page, String home) {
        page.navigate(home + "/secrets/new");
        drop(page, "image/png", QrPng.of(LINK, LINK.replace("GitHub", "AWS").replace("GEZD", "KRSX")));
        page.locator("[data-choices] button")
                .filter(new Locator.FilterOptions().setHasText("AWS"))
                .click();
        assertThat(page.locator("#name")).hasValue("AWS");
        page.locator("#slug").evaluate("(input) => { input.value = 'Not A Slug'; input.pattern = '.*'; }");
        page.locator("form button.primary").click();
        assertThat(page.locator("[data-fault]")).containsText("A slug has");
        page.locator("#slug").evaluate("(input) => { input.value = 'aws'; }");
        page.locator("form button.primary").click();
        page.waitForURL(Pattern.compile(".*/proof"));
        assertThat(page.locator("b bdi")).hasText("AWS");
    }

    private static void edited(Page page, String home, String secret) {
        page.navigate(secret);
        page.locator("a[href$='/edit']").click();
        page.locator("#name").fill(LONG);
        page.locator("#description").fill("Ask Anna before you use it.");
        page.getByText("Keep the changes").click();
        assertThat(page.getByText("Your changes are kept.")).isVisible();
        everyWidth(page, secret + "/edit", "edit");
        everyWidth(page, secret + "/seed?another=seed", "overwrite");
        everyWidth(page, secret + "/history", "history");
        page.navigate(home + "/secrets/new?choose=template");
        Chromium.shoot(page, "keeping-choose");
    }

    private static void goneAndBack(Page page, String home, String secret) {
        page.navigate(secret + "/edit");
        page.locator("a.danger").click();
        everyWidth(page, secret + "/delete", "delete");
        page.locator("main #name").fill("something else");
        page.locator("main button.danger").click();
        assertThat(page.locator("#fault")).isVisible();
        page.locator("main #name").fill(LONG);
        page.locator("main button.danger").click();
        assertThat(page).hasURL(home + "/secrets/deleted?news=deleted");
        everyWidth(page, home + "/secrets/deleted", "deleted");
        page.navigate(home + "/secrets/deleted");
        page.getByText("Bring back").click();
        page.navigate(secret);
        assertThat(page.getByText("Get code")).isVisible();
    }

    /** As a file from the desktop; what is no PNG yet is made one of that kind by the browser. */
    private static void drop(Page page, String type, byte[] bytes) {
        page.evaluate("""
                async ({ base64, type }) => {
                  let file = new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], { type });
                  if (type === 'image/webp') {
                    const bitmap = await createImageBitmap(file);
                    const canvas = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
                    canvas.getContext('2d').drawImage(bitmap, 0, 0);
                    file = await new Promise((done) => canvas.toBlob(done, type));
                    if (file.type !== type) throw new Error('no WebP was made');
                  }
                  const dataTransfer = new DataTransfer();
                  dataTransfer.items.add(new File([file], 'a picture', { type }));
                  document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
                }""", Map.of("base64", Base64.getEncoder().encodeToString(bytes), "type", type));
    }

    private static void everyWidth(Page page, String address, String name) {
        for (View view : View.at(360, 1600)) {
            view.show(page, 900);
            page.navigate(address);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " at " + view)
                    .isLessThanOrEqualTo(view.width());
            Chromium.shoot(page, "keeping-" + name + "-" + view);
        }
        new View(1280, ColorScheme.LIGHT).show(page, 800);
        page.navigate(address);
    }
}

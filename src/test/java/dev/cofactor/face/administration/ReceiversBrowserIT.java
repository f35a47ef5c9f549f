// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.cofactor.desk.couriers.Receiver;
import dev.cofactor.desk.couriers.Receiver.Got;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.FirstSignIn;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.View;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An administrator has a webhook told events of the log, sees why it does not arrive, and sends it once more. */
class ReceiversBrowserIT {
    private static final int LOOKS = 60;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void whatIsToldIsChosenSeenAndSentOnceMore() throws IOException {
        Launch launch = Launch.on(machine.folder("receivers").resolve("data"))
                .with("COFACTOR_OUTBOUND_ALLOW_PRIVATE", "127.0.0.1")
                .with("COFACTOR_COURIERS_LOOK", "PT0.2S")
                .with("COFACTOR_COURIERS_FIRST_RETRY", "PT0.5S")
                .with("COFACTOR_COURIERS_LONGEST_RETRY", "PT1S");
        ServerProcess server = machine.start(launch).ready();
        String home = "http://localhost:" + launch.port();
        try (Chromium chromium = Chromium.start();
                Receiver receiver = new Receiver()) {
            Page page = chromium.window(1280, 800, ColorScheme.DARK);
            FirstSignIn.in(page, launch);
            String channel = home + makesAChannel(page, home, receiver.url());
            choosesEvents(page, channel);
            receiver.until(1); // that it is told is the first thing that it is told
            receiver.answers(500);
            renames(page, channel, "Another name");
            String id = receiver.until(2).getLast().id();
            shows(page, channel, "Whoever is there answered 500.");
            assertThat(page.locator("tbody tr").first()).containsText("log.channel-changed");
            Chromium.shoot(page, "receivers-failing");
            receiver.answers(204);
            sendsAgain(page, channel, receiver, id);
            makesAnotherSecret(page, channel);
            for (String path : List.of("", "/events", "/deliveries")) {
                fits(page, channel + path);
            }
            assertThat(chromium.complaints()).isEmpty();
        }
        assertThat(server.stop()).isIn(0, 143);
    }

    private static String makesAChannel(Page page, String home, String url) {
        page.navigate(home + "/administration/channels/new");
        page.locator("input[name=kind][value=webhook]").check();
        page.locator("#name").fill("Collector");
        page.locator("#leads").fill(url);
        page.locator("form.wide button.primary").click();
        page.getByText("I have copied it").click();
        return URI.create(page.url()).getPath();
    }

    private static void choosesEvents(Page page, String channel) {
        page.locator("a[href$='/events']").click();
        page.locator("input[name=class][value=channel-changed]").check();
        Chromium.shoot(page, "receivers-events");
        page.getByText("Tell these").click();
        assertThat(page.locator("[role=status]").first()).containsText("What is told there");
        page.navigate(channel + "/events");
        assertThat(page.locator("input[name=class]:checked")).hasCount(1);
    }

    private static void renames(Page page, String channel, String name) {
        page.navigate(channel);
        page.locator("#name").fill(name);
        page.locator("form.adding button").click();
        assertThat(page.locator("h1")).hasText(name);
    }

    /** In the newest row, at the latest after some looks. */
    private static void shows(Page page, String channel, String words) {
        page.navigate(channel + "/deliveries");
        Locator row = page.locator("tbody tr").first();
        for (int look = 0; look < LOOKS && !row.innerText().contains(words); look++) {
            page.waitForTimeout(500);
            page.navigate(channel + "/deliveries");
        }
        assertThat(row).containsText(words);
    }

    private static void sendsAgain(Page page, String channel, Receiver receiver, String id) {
        shows(page, channel, "Sent");
        long before = copies(receiver, id);
        page.locator("form[action*='" + id + "'] button").click();
        assertThat(page.locator("[role=status]").first()).containsText("once more");
        for (int look = 0; look < LOOKS && copies(receiver, id) == before; look++) {
            page.waitForTimeout(500);
        }
        assertThat(copies(receiver, id)).isEqualTo(before + 1);
    }

    private static long copies(Receiver receiver, String id) {
        return receiver.got().stream().map(Got::id).filter(id::equals).count();
    }

    private static void makesAnotherSecret(Page page, String channel) {
        page.navigate(channel);
        page.getByText("Make another").click();
        assertThat(page.locator("#secret")).containsText("whsec_");
    }

    private static void fits(Page page, String address) {
        for (View view : View.at(360, 1600)) {
            view.show(page, 900);
            page.navigate(address);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(address + " at " + view)
                    .isLessThanOrEqualTo(view.width());
            Chromium.shoot(page, "receivers-" + address.replaceAll(".*/", "") + "-" + view);
        }
    }
}

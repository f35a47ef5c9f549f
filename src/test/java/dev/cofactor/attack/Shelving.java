// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.fixtures.Shelf;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of the pages for secrets, by somebody in his own folder. */
final class Shelving {
    private static final Pattern LETTER = Pattern.compile("/notices/[0-9a-f-]{36}/read");
    private static final Pattern DIGITS = Pattern.compile("<span>(\\d{3})</span><span>(\\d{3})</span>");
    private static final String TEMPLATE = "WebApp with OTP";
    private static final String FIELD = "fie_0000000000g00801800000008";

    private final Visit visit;
    private final Canaries canaries;

    Shelving(Visit visit, Canaries canaries) {
        this.visit = visit;
        this.canaries = canaries;
    }

    void use() {
        String secret = added();
        String pictured = canaries.setupKey("seed dropped on a page");
        scan(secret, pictured);
        shownAndConfirmed(secret);
        reveal(secret);
        replaced(secret);
        codes(secret);
        notices();
    }

    private String added() {
        visit.open("/secrets/new").is(200);
        visit.open("/secrets/new?template=" + TEMPLATE.replace(" ", "%20")).is(200);
        Map<String, String> form = Map.of(
                "template",
                TEMPLATE,
                "name",
                Shelf.fresh(),
                "folder",
                "own",
                "field-" + FIELD + "2",
                "somebody",
                "field-" + FIELD + "3",
                canaries.text("password typed on a page"));
        String page = visit.send("/secrets/new", form).is(303).header("Location");
        assertThat(page).endsWith("/seed");
        return page.substring(0, page.length() - "/seed".length());
    }

    private void scan(String secret, String key) {
        visit.open(secret + "/seed").is(200);
        Wire.Sent picture =
                Wire.sent("POST", secret + "/seed/picture", "application/octet-stream", QrPng.of(Journey.link(key)));
        assertThat(visit.script(picture).is(200).json().getString("next")).isEqualTo(secret + "/proof");
    }

    private void shownAndConfirmed(String secret) {
        visit.open(secret + "/proof").is(200);
        String shown = visit.send(secret + "/proof/show", Map.of()).is(200).text();
        assertThat(DIGITS.matcher(shown).find()).isTrue();
        visit.send(secret + "/proof/confirm", Map.of()).is(303);
        visit.open(secret).is(200);
        visit.open("/secrets").is(200);
    }

    private void codes(String secret) {
        visit.open(secret + "/code").is(200);
        visit.open(secret + "/panel").is(303);
        visit.part(secret + "/panel").is(200);
        Wire.Sent asked =
                Wire.sent("POST", secret + "/code", "application/x-www-form-urlencoded", "wait=0".getBytes(US_ASCII));
        Wire.Answer code = unlessItEnds(() -> visit.script(asked));
        assertThat(code.is(200).json().getString("code")).matches("\\d{6}");
        Wire.Answer page = unlessItEnds(() -> visit.send(secret + "/code", Map.of("wait", "0")));
        assertThat(page.is(200).text()).contains("Recorded as #");
    }

    /** At the end of a step a page is told when to come again. */
    private static Wire.Answer unlessItEnds(Supplier<Wire.Answer> ask) {
        Wire.Answer answer = ask.get();
        for (int tries = 0; tries < 10 && answer.status() == 429; tries++) {
            LockSupport.parkNanos(1_000_000_000);
            answer = ask.get();
        }
        return answer;
    }

    private void reveal(String secret) {
        Wire.Sent reveal = Wire.sent("POST", secret + "/fields/" + FIELD + "3").called("password shown on a page");
        visit.script(reveal).is(200);
    }

    private void replaced(String secret) {
        String typed = canaries.setupKey("seed typed on a page");
        visit.open(secret + "/seed?another=seed").is(200);
        visit.send(secret + "/seed", Map.of("key", typed, "mode", "compromised"))
                .is(303);
        visit.open(secret + "/proof").is(200);
        if (proved(secret, typed, -1).status() != 303) { // that step was over a whole one ago
            proved(secret, typed, 0).is(303);
        }
    }

    /** The step of the proof is used up: by the one before nobody has to wait for the next. */
    private Wire.Answer proved(String secret, String key, int steps) {
        return visit.send(secret + "/proof/code", Map.of("code", Enrolling.code(key, steps)));
    }

    private void notices() {
        Matcher letter = LETTER.matcher(visit.open("/notices").is(200).text());
        assertThat(letter.find()).isTrue();
        visit.send(letter.group(), Map.of()).is(303);
    }
}

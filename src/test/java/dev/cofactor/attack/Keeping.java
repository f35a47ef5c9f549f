// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.fixtures.Shelf;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of the pages for adding and editing secrets, by somebody in his own folder. */
final class Keeping {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
    private static final Pattern VALUE = Pattern.compile("data-shows=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BYTES = "application/octet-stream";
    private static final String TEMPLATE = "WebApp with OTP";
    private static final String FIELD = "field-fie_0000000000g00801800000008";

    private final Visit visit;
    private final Canaries canaries;

    Keeping(Visit visit, Canaries canaries) {
        this.visit = visit;
        this.canaries = canaries;
    }

    void use() {
        looks();
        String secret = added();
        edited(secret);
        history(secret);
        pool(secret);
        stopped(secret);
        tagged(secret);
        gone(secret);
        file();
    }

    private void looks() {
        String template = "/secrets/new/look?template=" + TEMPLATE.replace(" ", "%20");
        String pictured = Journey.link(canaries.setupKey("seed looked at in a picture"));
        visit.open("/secrets/new?choose=template").is(200);
        visit.script(Wire.sent("POST", template, BYTES, QrPng.of(pictured))).is(200);
        String linked = Journey.link(canaries.setupKey("seed looked at in a link"));
        visit.script(Wire.sent("POST", template, "text/plain", linked.getBytes(US_ASCII)))
                .is(200);
    }

    /** By the script of a page, and with a key by the form; that one is proved. */
    private String added() {
        String form = "csrf=%s&template=%s&name=%s&folder=own&%s2=somebody"
                .formatted(visit.token(), TEMPLATE.replace(" ", "+"), Shelf.fresh(), FIELD);
        visit.script(Wire.sent("POST", "/secrets/new", FORM, form.getBytes(US_ASCII)))
                .is(200);
        String key = canaries.setupKey("seed typed with its name");
        Map<String, String> typed = Map.of(
                "template",
                TEMPLATE,
                "name",
                Shelf.fresh(),
                "folder",
                "own",
                "key",
                key,
                FIELD + "2",
                "somebody",
                FIELD + "3",
                canaries.text("password edited away on a page"));
        String proof = visit.send("/secrets/new", typed).is(303).header("Location");
        assertThat(proof).endsWith("/proof");
        visit.send(proof + "/code", Map.of("code", Enrolling.code(key, 0))).is(303);
        return proof.substring(0, proof.length() - "/proof".length());
    }

    private void edited(String secret) {
        Map<String, String> form = Map.of(
                "seen", seen(secret), FIELD + "3", canaries.text("password put in its place"), FIELD + "2", "else");
        visit.send(secret + "/edit", form).is(303);
        visit.open(secret + "/finish").is(303);
    }

    private void history(String secret) {
        String page = visit.open(secret + "/history").is(200).text();
        String value = found(VALUE, page);
        visit.script(Wire.sent("POST", value).called("earlier password shown on a page"))
                .is(200);
    }

    private void pool(String secret) {
        String codes = canaries.word("spare typed on a page") + "7 " + canaries.word("spare typed with it") + "7";
        visit.open(secret + "/backup-codes").is(200);
        visit.send(secret + "/backup-codes", Map.of("text", codes, "few", "1")).is(303);
        String page = visit.open(secret + "/backup-codes").is(200).text();
        visit.send(secret + "/backup-codes/few", Map.of("seen", found(SEEN, page), "few", "2"))
                .is(303);
    }

    private void stopped(String secret) {
        Map<String, String> names = Map.of("seen", seen(secret), "issuer", "Example", "account", "a team");
        visit.send(secret + "/seed/name", names).is(303);
        visit.send(secret + "/seed/stop", Map.of()).is(303);
    }

    private void tagged(String secret) {
        visit.send(secret + "/tags", Map.of("seen", seen(secret), "tags", Shelf.fresh()))
                .is(303);
    }

    private void gone(String secret) {
        String page = visit.open(secret + "/delete").is(200).text();
        String name = found(Pattern.compile("<code>(shelf-\\d+)</code>"), page);
        visit.send(secret + "/delete", Map.of("seen", found(SEEN, page), "name", name))
                .is(303);
        visit.open("/secrets/deleted").is(200);
        visit.open(secret + "/restore").is(200);
        visit.send(secret + "/restore", Map.of()).is(303);
    }

    private void file() {
        Map<String, String> typed = Map.of("template", "File", "name", Shelf.fresh(), "folder", "own");
        String finish = visit.send("/secrets/new", typed).is(303).header("Location");
        String path = visit.open(finish).is(303).header("Location");
        assertThat(path).endsWith("/file");
        String page = visit.open(path).is(200).text();
        String send = found(Pattern.compile("data-send=\"([^\"]+)\""), page);
        visit.script(Wire.sent("POST", send, BYTES, canaries.bytes("file dropped on a page", 3_000)))
                .is(200);
    }

    private String seen(String secret) {
        return found(SEEN, visit.open(secret + "/edit").is(200).text());
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern.pattern()).isTrue();
        return matcher.group(1);
    }
}

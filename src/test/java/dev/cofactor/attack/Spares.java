// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.backups.Depot;
import dev.cofactor.desk.backups.Depot.Pool;
import dev.cofactor.desk.backups.Depot.Taker;
import dev.cofactor.engine.policy.Verb;
import io.quarkus.arc.Arc;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The right use of backup codes, by scripts and on pages, and of what is said of codes afterwards; each code is a canary. */
final class Spares {
    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern REPORT = Pattern.compile("action=\"(/reports/[0-9a-f-]{36})\"");

    private final Wire wire;
    private final Canaries canaries;
    private final Depot depot = Arc.container().instance(Depot.class).get();

    Spares(Wire wire, Canaries canaries) {
        this.wire = wire;
        this.canaries = canaries;
    }

    void all() {
        Pool pool = depot.pool(1, 1, 0);
        List<String> codes = Stream.of("first", "second", "third", "fourth")
                .map(which -> canaries.word(which + " spare") + "7")
                .toList();
        Taker taker = depot.taker(pool, Verb.SECRET_EDIT, Verb.SECRET_READ_META);
        String text = codes.stream().collect(Collectors.joining("\\n"));
        ask(taker, Wire.sent("PUT", "/api/v1/secrets/" + pool.id() + "/backup-codes", "{\"text\": \"" + text + "\"}"))
                .is(200);
        scripts(pool, taker);
        pages(pool, taker);
    }

    private void scripts(Pool pool, Taker taker) {
        String path = "/api/v1/backup-code/" + pool.path();
        ask(taker, Wire.sent("GET", path)).is(200);
        String first = ask(
                        taker,
                        Wire.sent("POST", path, "{\"reason\": \"an invoice\"}").called("take first spare"))
                .is(200)
                .json()
                .getString("receipt");
        Wire.Sent form =
                Wire.sent("POST", path, "application/x-www-form-urlencoded", "idempotencyKey=once".getBytes(US_ASCII));
        String second =
                ask(taker, form.called("take second spare")).is(200).json().getString("receipt");
        said(taker, first, "rejected");
        ask(taker, Wire.sent("POST", "/api/v1/releases/" + first + "/help")).is(200);
        said(taker, second, "not-used");
        ask(taker, Wire.sent("GET", "/api/v1/secrets/" + pool.id() + "/backup-codes/taken"))
                .is(200);
        ask(taker, Wire.sent("POST", "/api/v1/releases/" + second + "/return")).is(200);
        ask(taker, Wire.sent("GET", "/api/v1/secrets/" + pool.id() + "/use")).is(200);
        ask(taker, Wire.sent("POST", path, "{}").called("take second spare")).is(200);
    }

    private void said(Taker taker, String receipt, String result) {
        String outcome = "/api/v1/releases/" + receipt + "/outcome";
        ask(taker, Wire.sent("POST", outcome, "{\"result\": \"" + result + "\"}"))
                .is(200);
    }

    private void pages(Pool pool, Taker taker) {
        Visit visit = new Visit(wire);
        visit.signIn(taker.person().accountName());
        String page = "/secrets/" + pool.id();
        String refused = taken(visit, page, "take third spare on a page");
        visit.send(refused, Map.of("result", "rejected")).is(303);
        visit.open(refused).is(200);
        visit.send(refused + "/help", Map.of()).is(303);
        String kept = taken(visit, page, "take fourth spare on a page");
        visit.send(kept, Map.of("result", "not-used")).is(303);
        visit.open(page).is(200);
        visit.send(kept + "/return", Map.of()).is(303);
        Visit owner = new Visit(wire);
        owner.signIn(pool.owner().accountName());
        assertThat(owner.open("/notices").is(200).text()).contains("Few backup codes");
    }

    private static String taken(Visit visit, String page, String called) {
        String form = visit.open(page + "/backup-code").is(200).text();
        Map<String, String> once = Map.of("key", found(KEY, form));
        return found(
                REPORT, visit.send(page + "/backup-code", once, called).is(200).text());
    }

    private static String found(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private Wire.Answer ask(Taker taker, Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + taker.credential()));
    }
}

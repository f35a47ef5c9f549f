// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every way by which a code or a field is given, or a code is checked, has a limit: found by asking the router for all ways, and
 * each of their classes whom it could have something opened by. Whoever adds one says in {@link Giving} how it is used.
 */
@QuarkusTest
class LimitedRoutesTest {
    /** Of classes that could, what does not; each for its reason. */
    private static final Map<String, String> GIVES_NOTHING = Map.ofEntries(
            Map.entry("SeedsResource.enter", "puts a seed in"),
            Map.entry("SeedsResource.scan", "puts a seed in"),
            Map.entry("SeedsResource.rename", "changes a name"),
            Map.entry("SeedsResource.stop", "ends a seed"),
            Map.entry("FieldsResource.put", "puts a file in"));

    private final Giving giving;
    private final Kiosk kiosk;
    private final Rules rules;
    private final LogEntries entries;
    private final WholeLog log;
    private final Quota quota;
    private final Wire wire = new Wire();

    LimitedRoutesTest(Giving giving, Kiosk kiosk, Rules rules, LogEntries entries, WholeLog log, Quota quota) {
        this.giving = giving;
        this.kiosk = kiosk;
        this.rules = rules;
        this.entries = entries;
        this.log = log;
        this.quota = quota;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void noWayToACodeOrAFieldIsWithoutALimit() throws SQLException {
        Set<String> ways = SealedWays.all();
        assertThat(ways).contains("CodesResource.fetch", "FieldsResource.reveal", "SeedsResource.prove");
        Visitor visitor = kiosk.stranger();
        Giving.Ways offered = giving.to(visitor);
        Set<String> known = new TreeSet<>(offered.uses().keySet());
        known.addAll(GIVES_NOTHING.keySet());
        assertThat(ways).as("ways without a limit that is tried here").isEqualTo(known);
        UUID who = visitor.person().id();
        quota.usedUp("all/actor/" + who);
        offered.uses()
                .forEach((way, all) -> all.forEach(use -> {
                    int before = entries.of(who, "request-refused").size();
                    isTooMany(way, use.get());
                    List<LogEntries.Entry> refused = entries.of(who, "request-refused");
                    assertThat(refused).as(way).hasSize(before + 1);
                    assertThat(refused.getLast().body().at("/details/code").asText())
                            .as(way)
                            .isEqualTo("too-many");
                }));
        for (String kind : List.of(
                "code-released",
                "field-revealed",
                "backup-code-taken",
                "seed-tried",
                "counter-tried",
                "counter-moved",
                "bundle-sealed")) {
            assertThat(entries.of(who, kind)).as(kind).isEmpty();
        }
    }

    @Test
    void whoReachesHisLimitHindersNobodyElseAndASecretsLimitIsForAll() throws SQLException {
        Stand stand = kiosk.counting();
        Stand another = kiosk.counting();
        Visitor eager = kiosk.fetcher(stand);
        Visitor other = kiosk.fetcher(stand);
        rules.allow(eager.person().id(), another.secret(), Verb.CODE_FETCH);
        rules.allow(other.person().id(), another.secret(), Verb.CODE_FETCH);
        quota.usedUp("all/actor/" + eager.person().id());
        Wire.Answer refused = code(eager, stand).is(429);
        assertThat(refused.json().getString("code")).isEqualTo("too-many");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 121);
        code(eager, another).is(429);
        code(other, stand).is(200);
        quota.usedUp("all/secret/" + stand.secret());
        code(other, stand).is(429);
        code(kiosk.fetcher(stand), stand).is(429);
        code(other, another).is(200);
    }

    /** A page shows it with the form, or where the code would be; whoever is no browser hears when to come again. */
    private static void isTooMany(String way, Wire.Answer answer) {
        if (way.contains("Pages.")) {
            assertThat(answer.status()).as(way).isIn(200, 422, 429);
            return;
        }
        answer.is(429);
        assertThat(answer.json().getString("code")).as(way).isEqualTo("too-many");
        assertThat(answer.header("Retry-After")).as(way).matches("[1-9][0-9]*");
    }

    private Wire.Answer code(Visitor visitor, Stand stand) {
        return wire.send(Wire.sent("POST", "/api/v1/code/" + stand.path(), "{\"wait\": 0}")
                .with("Authorization", "Bearer " + visitor.credential())
                .with("Accept", "application/json"));
    }
}

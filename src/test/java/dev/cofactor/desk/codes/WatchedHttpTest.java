// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A secret that is watched: its owners are told of each release, in the commit that records it. */
@QuarkusTest
class WatchedHttpTest {
    private final Kiosk kiosk;
    private final Newcomers newcomers;
    private final Told told;
    private final LogEntries entries;
    private final WholeLog log;
    private final Roles roles;

    WatchedHttpTest(Kiosk kiosk, Newcomers newcomers, Told told, LogEntries entries, WholeLog log, Roles roles) {
        this.kiosk = kiosk;
        this.newcomers = newcomers;
        this.told = told;
        this.entries = entries;
        this.log = log;
        this.roles = roles;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void eachReleaseTellsTheOwnersOnceAndNoMessageHoldsACode() {
        Stand stand = kiosk.counting();
        Visitor editor = editor(stand);
        UUID owner = newcomers.settled().id();
        UUID inGroup = newcomers.settled().id();
        UUID group = newcomers.group(inGroup, owner);
        Visitor fetcher = kiosk.fetcher(stand);
        fetch(fetcher, stand);
        assertThat(told.to(owner)).isEmpty();
        edit(editor, stand, Map.of("owners", List.of(owner.toString(), group.toString()), "watched", true))
                .then()
                .statusCode(200)
                .body("watched", equalTo(true));
        for (int i = 0; i < 2; i++) {
            JsonPath code = fetch(fetcher, stand);
            UUID event = UUID.fromString(code.getString("receipt"));
            assertThat(told.because(event)).hasSize(2).allSatisfy(row -> {
                assertThat(row.kind()).isEqualTo("something-released");
                assertThat(row.message())
                        .contains(
                                stand.secret().toString(), fetcher.person().id().toString())
                        .doesNotContain(code.getString("code"));
            });
            assertThat(told.because(event)).extracting(Told.Row::recipient).containsExactlyInAnyOrder(owner, inGroup);
        }
        edit(editor, stand, Map.of("watched", false)).then().statusCode(200).body("watched", equalTo(false));
        assertThat(told.because(UUID.fromString(fetch(fetcher, stand).getString("receipt"))))
                .isEmpty();
        assertThat(entries.about(stand.secret(), "secret-edited"))
                .extracting(entry -> entry.body().at("/details/parts").toString())
                .containsExactly("[\"owners\",\"watched\"]", "[\"not-watched\"]");
    }

    @Test
    void whoIsRefusedTellsNobodyAndARepetitionNobodyTwice() {
        Stand stand = kiosk.counting();
        UUID owner = watched(stand);
        Visitor fetcher = kiosk.fetcher(stand);
        kiosk.now(kiosk.stranger(), stand).then().statusCode(404);
        Map<String, Object> keyed = Map.of("idempotencyKey", "once");
        kiosk.fetch(fetcher, stand, keyed).then().statusCode(200);
        kiosk.fetch(fetcher, stand, keyed).then().statusCode(200);
        assertThat(told.to(owner)).hasSize(1);
    }

    @Test
    void whoMayOnlyFetchSetsNoMarkAndTakesNoneAway() {
        Stand stand = kiosk.counting();
        watched(stand);
        Visitor fetcher = kiosk.fetcher(stand);
        as(fetcher.credential())
                .header("If-Match", "\"1\"")
                .body(Map.of("watched", false))
                .patch(at(stand.secret()))
                .then()
                .statusCode(403);
    }

    @Test
    void aMarkThatIsTakenAwayBehindTheServersBackIsFoundOut() throws SQLException {
        Stand stand = kiosk.counting();
        UUID owner = watched(stand);
        Visitor fetcher = kiosk.fetcher(stand);
        try (Connection superuser = roles.superuser()) {
            Roles.execute(superuser, "update secret set watched = false where id = '" + stand.secret() + "'");
        }
        kiosk.now(fetcher, stand).then().statusCode(503).body("code", equalTo("altered"));
        assertThat(told.to(owner)).isEmpty();
        try (Connection superuser = roles.superuser()) {
            Roles.execute(superuser, "update secret set watched = true where id = '" + stand.secret() + "'");
        }
        kiosk.now(fetcher, stand).then().statusCode(200);
        assertThat(told.to(owner)).hasSize(1);
    }

    /** @return its owner */
    private UUID watched(Stand stand) {
        UUID owner = newcomers.settled().id();
        edit(editor(stand), stand, Map.of("owners", List.of(owner.toString()), "watched", true))
                .then()
                .statusCode(200);
        return owner;
    }

    private Visitor editor(Stand stand) {
        return kiosk.visitor(stand, Verb.SECRET_EDIT, Verb.SECRET_READ_META);
    }

    private JsonPath fetch(Visitor visitor, Stand stand) {
        return kiosk.now(visitor, stand).then().statusCode(200).extract().jsonPath();
    }

    private static Response edit(Visitor visitor, Stand stand, Map<String, Object> what) {
        String tag = as(visitor.credential()).get(at(stand.secret())).header("ETag");
        return as(visitor.credential()).header("If-Match", tag).body(what).patch(at(stand.secret()));
    }
}

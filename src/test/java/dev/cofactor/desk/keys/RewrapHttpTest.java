// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import static dev.cofactor.desk.keys.Turned.KINDS;
import static dev.cofactor.desk.keys.Turned.asOwner;
import static dev.cofactor.desk.keys.Turned.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.sealing.Rotation;
import dev.cofactor.ground.sealing.Rotation.Turning;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows come under another key while the house goes on working, whatever happens meanwhile. */
@QuarkusTest
@TestProfile(Turned.Alone.class)
class RewrapHttpTest {
    private static final int MORE_THAN_TWO_PORTIONS = 450;

    private final Turned turned;
    private final Gate gate;
    private final Admission admission;
    private final Rotation rotation;
    private final Namings namings;
    private final LogEntries entries;
    private final WholeLog log;

    RewrapHttpTest(
            Turned turned,
            Gate gate,
            Admission admission,
            Rotation rotation,
            Namings namings,
            LogEntries entries,
            WholeLog log) {
        this.turned = turned;
        this.gate = gate;
        this.admission = admission;
        this.rotation = rotation;
        this.namings = namings;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() throws SQLException {
        goOn();
        assertThat(log.verify()).isPositive();
    }

    @Test
    void valuesThatWereKilledOnAtAnyRowAreMovedAllTheSame() throws SQLException {
        Turned.Login login = turned.login();
        UUID secret = turned.many(MORE_THAN_TWO_PORTIONS);
        int version = turned.next("values");
        Random random = new Random(7);
        for (int kill = 0; kill < 3; kill++) {
            List<String> rows = column("select value from sealed_value where secret = '" + secret + "' and key <> '"
                    + turned.version("values", version).get("id") + "'");
            killAt("sealed_value", "value", UUID.fromString(rows.get(random.nextInt(rows.size()))));
            long before = left("values");
            turned.rewrap("values").then().statusCode(500);
            assertThat(left("values")).isLessThanOrEqualTo(before).isPositive();
            turned.opens(login);
            goOn();
        }
        turned.rewrapAll("values").then().body("left", equalTo(0)).body("version", equalTo(version));
        assertThat(column("select distinct key from sealed_value where key is not null"))
                .hasSize(1);
        turned.opens(login);
    }

    @Test
    void codesThatWereKilledOnAtAnyRowAreMadeAnewAllTheSame() throws SQLException {
        List<Turned.Login> logins = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            logins.add(turned.login());
        }
        UUID seeded = turned.seedUnderProof();
        turned.next("row-codes");
        for (Turned.Login login : List.of(logins.get(2), logins.get(5))) {
            killAt("secret", "id", login.secret());
            turned.rewrap("row-codes").then().statusCode(500);
            assertThat(left("row-codes")).isPositive();
            turned.opens(logins.toArray(Turned.Login[]::new));
            goOn();
        }
        turned.rewrapAll("row-codes").then().body("left", equalTo(0));
        turned.next("row-codes");
        killAt("seed", "secret", seeded);
        turned.rewrap("row-codes").then().statusCode(500);
        goOn();
        turned.rewrapAll("row-codes").then().body("left", equalTo(0));
        turned.opens(logins.toArray(Turned.Login[]::new));
    }

    @Test
    void nothingThatIsWrittenMeanwhileIsLost() throws Exception {
        Turned.Login quiet = turned.login();
        turned.many(MORE_THAN_TWO_PORTIONS);
        Turned.Login busy = turned.login();
        AtomicBoolean goesOn = new AtomicBoolean(true);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> writing = threads.submit(() -> overwrittenWhile(goesOn, busy));
            try {
                for (int round = 0; round < 3; round++) {
                    for (String kind : KINDS) {
                        turned.next(kind);
                        Future<Response> another = threads.submit(() -> turned.rewrap(kind));
                        turned.rewrap(kind).then().statusCode(200).body("stuck", hasSize(0));
                        another.get(1, TimeUnit.MINUTES).then().statusCode(200).body("stuck", hasSize(0));
                    }
                }
            } finally {
                goesOn.set(false);
            }
            Turned.Login written = new Turned.Login(busy.at(), busy.secret(), writing.get(1, TimeUnit.MINUTES));
            turned.opens(quiet, written);
            KINDS.forEach(kind -> turned.rewrapAll(kind).then().body("left", equalTo(0)));
            turned.opens(quiet, written);
        }
    }

    private String overwrittenWhile(AtomicBoolean goesOn, Turned.Login login) {
        String last = login.password();
        for (int i = 0; goesOn.get(); i++) {
            last = "overwritten " + i;
            overwrite(login, last);
        }
        return last;
    }

    @Test
    void aValueThatDoesNotOpenIsNamedAndStopsNoOther() throws SQLException {
        Turned.Login good = turned.login();
        Turned.Login one = turned.login();
        Turned.Login two = turned.login();
        swap(one, two);
        turned.next("values");
        JsonPath run = turned.rewrapAll("values").jsonPath();
        assertThat(run.getList("stuck.id"))
                .containsExactlyInAnyOrderElementsOf(column("select value from sealed_value where secret in ('"
                        + one.secret() + "', '" + two.secret() + "')"));
        assertThat(run.getList("stuck.kind")).containsOnly("value");
        assertThat(run.getLong("left")).isEqualTo(2);
        assertThat(run.getBoolean("again")).isFalse();
        assertThat(entries.of(turned.administrator(), "key-rewrapped")
                        .getLast()
                        .body()
                        .at("/details/missing"))
                .hasSize(2);
        turned.opens(good);
        swap(one, two);
        turned.rewrapAll("values").then().body("left", equalTo(0));
        turned.opens(good, one, two);
    }

    @Test
    void aRowThatWasTurnedGetsNoNewCodeAndIsNamed() throws SQLException {
        Turned.Login good = turned.login();
        Turned.Login bad = turned.login();
        turned.next("row-codes");
        asOwner("update open_field set value = 'turned' where secret = '" + bad.secret() + "'");
        JsonPath run = turned.rewrapAll("row-codes").jsonPath();
        assertThat(run.getList("stuck.id")).containsExactly(bad.secret().toString());
        assertThat(run.getList("stuck.kind")).containsExactly("secret");
        assertThat(turned.asAdministrator()
                        .post(bad.at() + "/fields/Password/reveal")
                        .statusCode())
                .isEqualTo(503);
        asOwner("update open_field set value = 'somebody' where secret = '" + bad.secret() + "'");
        turned.rewrapAll("row-codes").then().body("left", equalTo(0));
        turned.opens(good, bad);
    }

    @Test
    void whatWasDeletedNamesNoCodeKeyAndComesBackWithACode() throws SQLException {
        Turned.Login login = turned.login();
        String etag = turned.asAdministrator().get(login.at()).header("ETag");
        turned.asAdministrator().header("If-Match", etag).delete(login.at());
        assertThat(column("select mac from secret where id = '" + login.secret() + "' and mac is not null"))
                .isEmpty();
        turned.next("row-codes");
        turned.rewrapAll("row-codes").then().body("left", equalTo(0)).body("stuck", hasSize(0));
        Response back = turned.asAdministrator().body(Map.of()).post(login.at() + "/restore");
        assertThat(back.statusCode()).as(back.asString()).isLessThan(300);
        turned.opens(login);
    }

    @Test
    void aRequestThatHasNoTimeMovesOnePortionAndSaysHowMuchIsLeft() {
        turned.many(MORE_THAN_TWO_PORTIONS);
        turned.next("values");
        RewrapDesk hurried = new RewrapDesk(gate, admission, rotation, namings, () -> Duration.ZERO);
        Caller caller = turned.caller();
        int runs = 0;
        RewrapDesk.Run run;
        do {
            long before = hurried.progress(caller, Turning.VALUES).left();
            run = hurried.run(caller, Turning.VALUES);
            assertThat(run.progress().left()).isEqualTo(before - run.tally().moved());
            runs++;
        } while (run.again());
        assertThat(runs).isGreaterThan(2);
        assertThat(run.progress().left()).isZero();
    }

    private static void killAt(String table, String column, UUID row) throws SQLException {
        asOwner("create function dies() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$");
        asOwner("create trigger dies before update on " + table + " for each row when (new." + column + " = '" + row
                + "') execute function dies()");
    }

    private static void goOn() throws SQLException {
        asOwner("drop function if exists dies() cascade");
    }

    private static void swap(Turned.Login one, Turned.Login two) throws SQLException {
        asOwner("update sealed_value a set key = b.key, data_key = b.data_key from sealed_value b where"
                + " a.until is null and b.until is null and a.secret <> b.secret and a.secret in ('" + one.secret()
                + "', '" + two.secret() + "') and b.secret in ('" + one.secret() + "', '" + two.secret() + "')");
    }

    private void overwrite(Turned.Login login, String password) {
        String etag = turned.asAdministrator().get(login.at()).header("ETag");
        turned.asAdministrator()
                .header("If-Match", etag)
                .body(Map.of("fields", Map.of("Password", password)))
                .patch(login.at())
                .then()
                .statusCode(200);
    }

    private long left(String kind) {
        return turned.asAdministrator()
                .get(Turned.KEYS + "/" + kind + "/rewrap")
                .jsonPath()
                .getLong("left");
    }
}

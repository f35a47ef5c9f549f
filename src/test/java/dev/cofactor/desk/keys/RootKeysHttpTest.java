// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import static dev.cofactor.desk.keys.Turned.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Another root key above all keys: added, compared and dropped. A server under the second one is a unit test's. */
@QuarkusTest
@TestProfile(Turned.Alone.class)
class RootKeysHttpTest {
    private static final String NEXT = KEYS + "/roots/next";

    private final Turned turned;
    private final LogEntries entries;
    private final WholeLog log;

    RootKeysHttpTest(Turned turned, LogEntries entries, WholeLog log) {
        this.turned = turned;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @AfterEach
    void theSecondOneIsGoneAgain() throws SQLException {
        Turned.asOwner("delete from sealing_key_wrap where root <> '" + own() + "'");
    }

    @Test
    void theNextOneIsAddedAndOpensEverything() {
        Turned.Login login = turned.login();
        int keys = roots().getInt("find { it.own }.keys");
        int recorded = recorded("key-added");
        JsonPath before = turned.asAdministrator().get(NEXT).jsonPath();
        assertThat(before.getBoolean("whole")).isFalse();
        assertThat(before.getList("missing")).hasSize(keys);

        JsonPath added = turned.asAdministrator().post(NEXT).jsonPath();
        assertThat(added.getBoolean("whole")).isTrue();
        assertThat(added.getInt("fitting")).isEqualTo(keys);
        turned.asAdministrator().post(NEXT).then().statusCode(200).body("whole", equalTo(true));
        assertThat(recorded("key-added")).as("once").isEqualTo(recorded + 1);
        assertThat(entries.of(turned.administrator(), "key-added")
                        .getLast()
                        .body()
                        .at("/details/hash")
                        .asText())
                .isEqualTo(added.getString("fingerprint"));
        turned.opens(login);

        turned.asAdministrator().post(KEYS + "/row-codes/versions").then().statusCode(201);
        turned.asAdministrator().get(NEXT).then().body("whole", equalTo(false));
        turned.asAdministrator().post(NEXT).then().body("whole", equalTo(true)).body("unfit", empty());
        turned.opens(login, turned.login());
    }

    @Test
    void theOtherOneIsDroppedAfterAWeekAndNotBefore() throws SQLException {
        Turned.Login login = turned.login();
        String next = turned.asAdministrator().post(NEXT).jsonPath().getString("fingerprint");
        int destroyed = recorded("key-destroyed");
        Turned.asOwner("update sealing_key_wrap set created_at = now() where root = '" + own() + "'");
        drop(own(), 409, "root-in-use");
        drop("0".repeat(32), 404, "not-found");
        drop(next, 409, "root-still-needed");
        assertThat(recorded("key-destroyed")).isEqualTo(destroyed);
        turned.opens(login);

        Turned.asOwner(
                "update sealing_key_wrap set created_at = now() - interval '8 days' where root = '" + own() + "'");
        turned.asAdministrator().delete(KEYS + "/roots/" + next).then().statusCode(204);
        assertThat(recorded("key-destroyed")).isEqualTo(destroyed + 1);
        assertThat(roots().getList("fingerprint")).isEqualTo(List.of(own()));
        drop(next, 404, "not-found");
        turned.opens(login, turned.login());
    }

    @Test
    void aVersionThatSomeServersCouldNotOpenIsNotPromoted() {
        turned.asAdministrator().post(NEXT).then().statusCode(200);
        int added = turned.asAdministrator()
                .post(KEYS + "/values/versions")
                .jsonPath()
                .getInt("number");
        turned.promote("values", added).then().statusCode(409).body("code", equalTo("key-not-under-all-roots"));
        turned.asAdministrator().post(NEXT).then().body("whole", equalTo(true));
        turned.promote("values", added).then().statusCode(200);
        turned.opens(turned.login());
    }

    private void drop(String fingerprint, int status, String code) {
        turned.asAdministrator()
                .delete(KEYS + "/roots/" + fingerprint)
                .then()
                .statusCode(status)
                .body("code", equalTo(code));
    }

    private String own() {
        return roots().getString("find { it.own }.fingerprint");
    }

    private JsonPath roots() {
        return turned.asAdministrator().get(KEYS).jsonPath().setRootPath("roots");
    }

    private int recorded(String kind) {
        return entries.of(turned.administrator(), kind).size();
    }
}

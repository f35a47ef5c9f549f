// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static dev.cofactor.desk.secrets.Safe.ADDRESS;
import static dev.cofactor.desk.secrets.Safe.as;
import static dev.cofactor.desk.secrets.Safe.fresh;
import static dev.cofactor.desk.secrets.Safe.id;
import static dev.cofactor.desk.secrets.Safe.reveal;
import static dev.cofactor.desk.secrets.Safe.setPassword;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.Database;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an attacker would try: with the database, with the log, with what he sends. */
@QuarkusTest
class SecretsGuardedHttpTest {
    private static final String CANARY = "qz7-canary-in-the-mine-qz7";

    private final Safe safe;
    private final Shelf shelf;
    private final Rules rules;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private Folder folder;
    private String reader = "";

    @SuppressWarnings("NullAway.Init")
    SecretsGuardedHttpTest(Safe safe, Shelf shelf, Rules rules, Newcomers newcomers, LogEntries entries) {
        this.safe = safe;
        this.shelf = shelf;
        this.rules = rules;
        this.newcomers = newcomers;
        this.entries = entries;
    }

    @BeforeEach
    void aFolderAndSomebodyWhoMayReadIt() {
        folder = shelf.folder();
        Person person = newcomers.settled();
        reader = newcomers.credential(person);
        rules.allow(person.id(), new Resource.Folder(folder.id()), Verb.FIELD_REVEAL, Verb.SECRET_READ_META);
    }

    @Test
    void aRowThatWasTurnedIsNotServedAndThatIsOnTheLog() throws SQLException {
        Folder other = shelf.folder();
        for (String turn : List.of(
                "update secret set state = 'draft' where id = '%s'",
                "update place set parent = '" + other.id() + "' where secret = '%s'",
                "update open_field set value = 'https://evil.example' where secret = '%s'",
                "update sealed_value set until = since where secret = '%s'",
                "update row_version set version = version + 1 where object = '%s'",
                "insert into secret_owner (secret, owner, since, event) values ('%s', gen_random_uuid(), now(), gen_random_uuid())")) {
            Response made = safe.login(folder, fresh(), "p");
            Person person = newcomers.settled();
            rules.allow(person.id(), id(made), Verb.FIELD_REVEAL);
            String shown = newcomers.credential(person);
            reveal(as(shown), made.header("Location")).then().statusCode(200);
            asOwner(turn.replace("%s", id(made).toString()));
            reveal(as(shown), made.header("Location")).then().statusCode(503).body("code", equalTo("altered"));
            assertThat(entries.about(id(made), "release-aborted")).hasSize(1);
            assertThat(entries.about(id(made), "field-revealed")).hasSize(1);
        }
    }

    @Test
    void swappedValuesDoNotOpen() throws SQLException {
        Response one = safe.login(folder, fresh(), "of one");
        Response two = safe.login(folder, fresh(), "of two");
        asOwner("update sealed_value a set key = b.key, data_key = b.data_key, bytes = b.bytes from sealed_value b"
                + " where a.secret = '" + id(one) + "' and b.secret = '" + id(two) + "'");
        Response refused = reveal(as(reader), one.header("Location"));
        refused.then().statusCode(503).body("code", equalTo("altered"));
        assertThat(refused.asString()).doesNotContain("of two").doesNotContain("of one");
        assertThat(entries.about(id(one), "release-aborted")).hasSize(1);
        reveal(as(reader), two.header("Location")).then().body("value", equalTo("of two"));
    }

    @Test
    void whatCannotBeRecordedIsNotRevealed() throws SQLException {
        Response made = safe.login(folder, fresh(), CANARY);
        String role = ConfigProvider.getConfig().getValue("quarkus.datasource.username", String.class);
        asOwner("revoke insert on log_entry from " + role);
        try {
            Response refused = reveal(as(reader), made.header("Location"));
            refused.then().statusCode(503).body("code", equalTo("log-unavailable"));
            assertThat(refused.asString()).doesNotContain(CANARY);
        } finally {
            asOwner("grant insert on log_entry to " + role);
        }
        reveal(as(reader), made.header("Location")).then().statusCode(200);
    }

    @Test
    void aSealedValueIsNowhereButInTheRevealsAnswer() throws SQLException {
        try (CapturedLog log = new CapturedLog()) {
            Response made = safe.login(folder, "canary", CANARY);
            String at = made.header("Location");
            StringBuilder said = new StringBuilder(made.asString());
            said.append(setPassword(safe.asAdministrator(), at, made.header("ETag"), CANARY + "2")
                    .asString());
            for (String path : List.of(
                    at,
                    at + "/fields/Password/values",
                    at + "/fields/Password",
                    at + "/fields/Password/reveal",
                    ADDRESS,
                    ADDRESS + "?q=" + CANARY,
                    ADDRESS + "/" + folder.path() + "/canary",
                    "/api/v1/folders")) {
                said.append(as(reader).get(path).asString());
                said.append(safe.asAdministrator().get(path).asString());
            }
            for (Map<String, Object> body : hostile(CANARY)) {
                said.append(safe.asAdministrator().body(body).post(ADDRESS).asString());
            }
            assertThat(said).doesNotContain(CANARY);
            assertThat(log.text()).doesNotContain(CANARY);
            assertThat(dump()).doesNotContain(CANARY).contains(Safe.USER);
            assertThat(reveal(as(reader), at).asString()).contains(CANARY);
            assertThat(log.text()).doesNotContain(CANARY);
        }
    }

    @Test
    void whatIsNotAsItShouldBeIsRefusedAndNothingIsLeft() {
        for (Map<String, Object> body : hostile("a")) {
            Response refused = safe.asAdministrator().body(body).post(ADDRESS);
            assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(400);
        }
        safe.asAdministrator()
                .queryParam("folder", folder.path())
                .get(ADDRESS)
                .then()
                .body("secrets.size()", equalTo(0));
        assertThat(Safe.make(safe.asAdministrator(), folder.path(), "large", "x".repeat(600_000))
                        .statusCode())
                .isEqualTo(400);
        for (String path : List.of("/..", "/%2e%2e", "/a/../b", "/A", "/a//b", "/" + "a/".repeat(11) + "a")) {
            int status = safe.asAdministrator()
                    .urlEncodingEnabled(false)
                    .get(ADDRESS + path)
                    .statusCode();
            assertThat(status).as(path).isIn(400, 404);
        }
    }

    /** Bodies for a new secret, each wrong in one way, with something typed in as a password. */
    private List<Map<String, Object>> hostile(String typed) {
        List<Map<String, Object>> bodies = new ArrayList<>();
        bodies.add(body(Map.of("Password", typed + "\0", "User name", "u")));
        bodies.add(body(Map.of("Password", typed, "User name", "u\u202e")));
        bodies.add(body(Map.of("Password", typed, "User name", List.of(1))));
        bodies.add(body(Map.of("Password", Map.of("a", typed), "User name", "u")));
        bodies.add(body(Map.of("Password", typed + "x".repeat(300), "User name", "u")));
        bodies.add(body(Map.of("Password", typed, "password", typed)));
        bodies.add(body(Map.of(typed + "-none", typed)));
        Map<String, Object> unknown = body(Map.of("Password", typed, "User name", "u"));
        unknown.put(typed, typed);
        bodies.add(unknown);
        Map<String, Object> name = body(Map.of("Password", typed, "User name", "u"));
        name.put("name", "a\u0000");
        bodies.add(name);
        Map<String, Object> slug = body(Map.of("Password", typed, "User name", "u"));
        slug.put("slug", "..");
        bodies.add(slug);
        return bodies;
    }

    private Map<String, Object> body(Map<String, Object> fields) {
        Map<String, Object> body = new HashMap<>();
        body.put("template", Safe.LOGIN);
        body.put("folder", folder.path());
        body.put("slug", "hostile");
        body.put("name", "A name");
        body.put("fields", fields);
        return body;
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection connection = Database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Every table there is, as text. */
    private static String dump() throws SQLException {
        StringBuilder text = new StringBuilder();
        // Bytes too are written as they are where they are letters.
        try (Connection connection = Database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("set bytea_output = 'escape'");
            List<String> tables = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(
                    "select quote_ident(tablename) from pg_tables where schemaname = current_schema()")) {
                while (row.next()) {
                    tables.add(row.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet row = statement.executeQuery("select t::text from " + table + " t")) {
                    while (row.next()) {
                        text.append(row.getString(1)).append('\n');
                    }
                }
            }
        }
        return text.toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;
import static dev.cofactor.desk.seeds.Enrolling.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a template says of a seed, and that no field is a way to one. */
@QuarkusTest
class TemplatesSeedsHttpTest {
    private static final UUID WEB_APP = UUID.fromString("00000000-0000-8000-8004-000000000001");

    private final Enrolling enrolling;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;
    private final Roles roles;
    private final Seeds seeds;
    private final LogEntries entries;

    TemplatesSeedsHttpTest(
            Enrolling enrolling,
            Newcomers newcomers,
            Shelf shelf,
            Rules rules,
            Roles roles,
            Seeds seeds,
            LogEntries entries) {
        this.enrolling = enrolling;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
        this.roles = roles;
        this.seeds = seeds;
        this.entries = entries;
    }

    @Test
    void aSeedOfTenDigitsAndSevenSecondsIsTakenAndProvedWhereTheTemplateAsksForIt() {
        UUID secret = secret(template("[10]", "[7]", "[\"SHA512\"]"));
        String key = enrolling.key();
        enrolling.enter(secret, key, "planned").then().statusCode(400).body("code", equalTo("otp-not-allowed"));
        Map<String, Object> options = Map.of("digits", 10, "period", 7, "algorithm", "SHA512");
        enrolling
                .enter(secret, key, options)
                .then()
                .statusCode(200)
                .body("seed.digits", equalTo(10))
                .body("seed.period", equalTo(7));
        Parameters parameters = Parameters.totp(Algorithm.SHA512, 10, 7);
        String shown = code(key, parameters, Instant.now().getEpochSecond() / 7);
        assertThat(shown).hasSize(10);
        enrolling.prove(secret, Map.of("code", shown)).then().statusCode(200).body("active", equalTo(true));
        assertThat(seeds.serving(secret).orElseThrow().parameters()).isEqualTo(parameters);
    }

    @Test
    void aPeriodOfOneDayIsTheLongest() {
        UUID secret = secret(template("[6, 10]", "[1, 86400]", "[\"SHA1\"]"));
        String key = enrolling.key();
        enrolling.enter(secret, key, Map.of("period", 1)).then().statusCode(200);
        enrolling.enter(secret, key, Map.of("period", 86_400)).then().statusCode(200);
        enrolling
                .enter(secret, key, Map.of("period", 86_401))
                .then()
                .statusCode(400)
                .body("code", equalTo("otp-period"));
        for (String[] rules : new String[][] {
            {"[5]", "[30]"},
            {"[11]", "[30]"},
            {"[6]", "[0]"},
            {"[6]", "[86401]"},
            {"[6, 5]", "[30]"},
            {"[6]", "[30, 0]"}
        }) {
            template(rules[0], rules[1], "[\"SHA1\"]")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("template-invalid"))
                    .body("position", equalTo(0));
        }
    }

    @Test
    void aSecretWithASeedDoesNotMoveUpToAVersionWithoutOne() {
        Response template = template("[6]", "[30]", "[\"SHA1\"]");
        UUID secret = secret(template);
        enrolling.serving(secret);
        enrolling
                .asAdministrator()
                .header("If-Match", template.header("ETag"))
                .body(
                        "{\"fields\": [{\"name\": \"A\", \"type\": \"multi-line\", \"required\": false, \"open\": true}]}")
                .post(template.header("Location") + "/versions")
                .then()
                .statusCode(201);
        enrolling
                .asAdministrator()
                .header("If-Match", enrolling.asAdministrator().get(at(secret)).header("ETag"))
                .body("{\"version\": 2}")
                .post(at(secret) + "/template-version")
                .then()
                .statusCode(409)
                .body("code", equalTo("template-version-lacks-seed"));
        assertThat(seeds.serving(secret)).isPresent();
    }

    @Test
    void noFieldAndNoValueLeadsToASeedOrABackupCodeNowOrEarlier() throws SQLException {
        UUID secret = shelf.secret(shelf.folder(), "all", WEB_APP);
        List<String> keys = filled(secret);
        Person person = newcomers.settled();
        String shown = newcomers.credential(person);
        rules.allow(person.id(), secret, Verb.FIELD_REVEAL, Verb.SECRET_READ_META, Verb.SECRET_EDIT);
        StringBuilder said = new StringBuilder();
        int refused = 0;
        Map<String, String> values = values(secret);
        assertThat(values.values()).contains("field", "seed", "seed-under-proof", "backup-code");
        for (String field : List.of("OTP", "Backup codes", "Password")) {
            String fields = at(secret) + "/fields/" + field;
            for (Map.Entry<String, String> value : values.entrySet()) {
                Response answer = as(shown).post(fields + "/values/" + value.getKey() + "/reveal");
                boolean own = value.getValue().equals("field") && field.equals("Password");
                answer.then().statusCode(own ? 200 : 404);
                refused += own ? 0 : 1;
                said.append(answer.asString());
            }
            said.append(as(shown).get(fields + "/values").asString());
        }
        for (String field : List.of("OTP", "Backup codes")) {
            as(shown).post(at(secret) + "/fields/" + field + "/reveal").then().statusCode(404);
            as(shown)
                    .get(at(secret) + "/fields/" + field + "/values")
                    .then()
                    .statusCode(200)
                    .body("values", empty());
            refused++;
        }
        assertThat(entries.of(person.id(), "request-refused")).hasSize(refused);
        assertThat(said.toString())
                .contains("the password")
                .doesNotContain(keys)
                .doesNotContain("8hk3-22pq", "77ba-kz1c");
    }

    /** With a password, two seeds one after another, and two pools of backup codes. */
    private List<String> filled(UUID secret) {
        Response named = enrolling
                .asAdministrator()
                .header("If-Match", enrolling.asAdministrator().get(at(secret)).header("ETag"))
                .body(Map.of("fields", Map.of("User name", "u", "Password", "the password")))
                .patch(at(secret));
        named.then().statusCode(200);
        List<String> keys = List.of(enrolling.serving(secret), enrolling.serving(secret));
        for (String codes : List.of("8hk3-22pq m4td-90xs", "77ba-kz1c 88ba-kz1c")) {
            enrolling
                    .asAdministrator()
                    .body(Map.of("text", codes))
                    .put(at(secret) + "/backup-codes")
                    .then()
                    .statusCode(200);
        }
        return keys;
    }

    /** What each value of the secret is, destroyed ones too. */
    private Map<String, String> values(UUID secret) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Connection owner = roles.owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(
                        "select value, content from sealed_value where secret = '" + secret + "'")) {
            while (row.next()) {
                found.put(row.getString(1), row.getString(2));
            }
        }
        return found;
    }

    private UUID secret(Response template) {
        template.then().statusCode(201);
        return shelf.secret(
                shelf.folder(),
                "otp",
                PublicId.TEMPLATE.read(template.path("id")).orElseThrow());
    }

    private Response template(String digits, String periods, String algorithms) {
        return enrolling
                .asAdministrator()
                .body("""
                        {"name": "%s", "fields": [{"name": "OTP", "type": "seed", "required": true, "open": false,
                         "otp": {"kinds": ["totp"], "digits": %s, "periods": %s, "algorithms": %s, "step": "shared",
                                 "leastLife": 0}}]}""".formatted(Shelf.fresh(), digits, periods, algorithms))
                .post("/api/v1/templates");
    }
}

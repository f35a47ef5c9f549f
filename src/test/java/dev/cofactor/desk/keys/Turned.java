// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.keys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Database;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ground.unlocking.RootKeyFile;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import dev.cofactor.ledger.vault.Vault;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keys as an administrator turns them, and things that are sealed meanwhile. */
@Singleton
public class Turned {
    static final String KEYS = "/api/v1/keys";
    static final List<String> KINDS = List.of("values", "row-codes");

    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final Vault vault;
    private final Values values;
    private String credential = "";
    private String folder = "";
    private @Nullable Person person;

    Turned(Newcomers newcomers, Rules rules, Shelf shelf, Vault vault, Values values) {
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.vault = vault;
        this.values = values;
    }

    /** A server of its own: what other tests left altered is not in its database. It knows a next root key. */
    public static final class Alone implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Path next = TestFolder.fresh("next").resolve("root.key");
            RootKeyFile.create(next, new SecureRandom());
            return Map.of("cofactor.root-key.next.file", next.toString());
        }
    }

    /** A login with its password, which is looked at again in each phase. */
    public record Login(String at, UUID secret, String password) {}

    synchronized RequestSpecification asAdministrator() {
        if (credential.isEmpty()) {
            Person made = newcomers.inRole(Role.ADMINISTRATOR);
            person = made;
            Folder in = shelf.folder();
            rules.allow(made.id(), new Resource.Folder(in.id()), Verb.FIELD_REVEAL);
            folder = in.path();
            credential = newcomers.credential(made);
        }
        return as(credential);
    }

    UUID administrator() {
        asAdministrator();
        return Objects.requireNonNull(person).id();
    }

    /** The same one, of a session that stands. */
    Caller caller() {
        asAdministrator();
        return newcomers.signedIn(Objects.requireNonNull(person));
    }

    static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer).contentType(ContentType.JSON);
    }

    public Login login() {
        RequestSpecification administrator = asAdministrator();
        String password = "a password " + Shelf.fresh();
        Response made = administrator
                .body(Map.of(
                        "template",
                        "Generic web login",
                        "folder",
                        folder,
                        "slug",
                        Shelf.fresh(),
                        "name",
                        "A login",
                        "fields",
                        Map.of("User name", "somebody", "Password", password)))
                .post("/api/v1/secrets");
        made.then().statusCode(201);
        UUID secret = PublicId.SECRET.read(made.jsonPath().getString("id")).orElseThrow();
        return new Login(made.header("Location"), secret, password);
    }

    void opens(Login... logins) {
        for (Login login : logins) {
            Response revealed = asAdministrator().post(login.at() + "/fields/Password/reveal");
            assertThat(revealed.statusCode()).as(revealed.asString()).isEqualTo(200);
            assertThat(revealed.jsonPath().getString("value")).isEqualTo(login.password());
        }
    }

    /** A seed whose first code has not been seen. */
    UUID seedUnderProof() {
        UUID secret = shelf.secret(shelf.folder(), "otp");
        asAdministrator()
                .body(Map.of("setupKey", key(), "mode", "planned"))
                .put("/api/v1/secrets/" + PublicId.SECRET.of(secret) + "/seed")
                .then()
                .statusCode(200);
        return secret;
    }

    private static String key() {
        StringBuilder key = new StringBuilder();
        new SecureRandom()
                .ints(32, 0, 32)
                .forEach(digit -> key.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(digit)));
        return key.toString();
    }

    /** A secret with so many values, which nobody reveals. */
    UUID many(int number) {
        UUID secret = shelf.secret(shelf.folder(), "many");
        return shelf.edit(secret, at -> {
            for (int i = 0; i < number; i++) {
                Where where = new Where(secret, secret, UUID.randomUUID(), Where.Content.BACKUP_CODE);
                try (Plaintext code = Plaintext.owning("code".getBytes(StandardCharsets.US_ASCII))) {
                    vault.add(where, values.seal(where, code), secret, at.event(), at.time());
                }
            }
            return secret;
        });
    }

    /** The number of a version that is added and promoted. */
    int next(String kind) {
        int number = asAdministrator()
                .post(KEYS + "/" + kind + "/versions")
                .jsonPath()
                .getInt("number");
        promote(kind, number).then().statusCode(200);
        return number;
    }

    Response promote(String kind, int number) {
        return asAdministrator().post(KEYS + "/" + kind + "/versions/" + number + "/promotion");
    }

    Response destroy(String kind, int number) {
        return asAdministrator().delete(KEYS + "/" + kind + "/versions/" + number);
    }

    Response rewrap(String kind) {
        return asAdministrator().post(KEYS + "/" + kind + "/rewrap");
    }

    /** Until nothing more can be moved. */
    Response rewrapAll(String kind) {
        Response last = rewrap(kind);
        while (last.then().statusCode(200).extract().jsonPath().getBoolean("again")) {
            last = rewrap(kind);
        }
        return last;
    }

    /** A version as the overview has it. */
    Map<String, Object> version(String kind, int number) {
        return asAdministrator()
                .get(KEYS)
                .jsonPath()
                .getMap("keys.find { it.kind == '" + kind + "' }.versions.find { it.number == " + number + " }");
    }

    /** The promotions of all versions, as if they had been more than a week ago. */
    static void aWeekPasses() throws SQLException {
        asOwner("update sealing_key_promotion set promoted_at = promoted_at - interval '8 days'");
    }

    static void asOwner(String sql) throws SQLException {
        try (Connection connection = Database.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static List<String> column(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = Database.asOwner();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}

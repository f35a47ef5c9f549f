// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.leavers;

import static dev.cofactor.desk.seeds.Enrolling.as;
import static dev.cofactor.desk.seeds.Enrolling.at;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.directory.Person;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What people leave behind in tests, and those who read of it. */
@Singleton
class Leaving {
    static final String PEOPLE = "/api/v1/people/";
    static final String SERVICES = "/api/v1/services";

    private final Enrolling enrolling;
    private final Shelf shelf;
    private final CatalogueEdits edits;

    Leaving(Enrolling enrolling, Shelf shelf, CatalogueEdits edits) {
        this.enrolling = enrolling;
        this.shelf = shelf;
        this.edits = edits;
    }

    String enter(String credential, UUID secret) {
        String key = enrolling.key();
        as(credential)
                .body(Map.of("setupKey", key, "mode", "planned"))
                .put(at(secret) + "/seed")
                .then()
                .statusCode(200);
        return key;
    }

    static void prove(String credential, UUID secret, String key) {
        as(credential)
                .body(Map.of("code", Enrolling.code(key, 0)))
                .post(at(secret) + "/seed/proof")
                .then()
                .statusCode(200);
    }

    static String token(String credential, String service) {
        return as(credential)
                .body(Map.of("label", "a job", "days", 1))
                .post(SERVICES + "/" + service + "/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("about.id");
    }

    static String personal(String credential) {
        String folder = as(credential).post("/api/v1/folders/personal").path("path");
        return as(credential)
                .body(Map.of(
                        "template",
                        PublicId.TEMPLATE.of(Shelf.OTP_ONLY),
                        "folder",
                        folder,
                        "slug",
                        "mine",
                        "name",
                        "My own thing",
                        "fields",
                        Map.of("Account", "mine")))
                .post("/api/v1/secrets")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    UUID owned(UUID... owners) {
        UUID secret = shelf.secret(shelf.folder(), "otp");
        return shelf.edit(secret, at -> {
            edits.own(secret, Set.of(owners), at);
            return secret;
        });
    }

    JsonPath report(Person person) {
        return report(enrolling.administrator(), person);
    }

    static JsonPath report(String credential, Person person) {
        return as(credential)
                .get(PEOPLE + person.id() + "/leaver-report")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}

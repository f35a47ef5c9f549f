// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Services and their tokens, as an administrator makes them over the API. */
@Singleton
public class Depot {
    public static final String SERVICES = "/api/v1/services";

    /** Whoever is known hears that there is nothing; nobody else does. */
    private static final String NOTHING = "/api/v1/code/no/such";

    private final Standing administrator;

    Depot(Newcomers newcomers) {
        this.administrator = newcomers.standing(Role.ADMINISTRATOR);
    }

    public String service() {
        return asAdministrator()
                .body(Map.of("name", Shelf.fresh()))
                .post(SERVICES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response issue(String service, String... ranges) {
        return asAdministrator()
                .body(Map.of("label", "build server", "days", 90, "ranges", List.of(ranges)))
                .post(SERVICES + "/" + service + "/tokens");
    }

    Response rotate(String service, String token, Object overlap) {
        return asAdministrator()
                .body(Map.of("overlap", overlap))
                .post(SERVICES + "/" + service + "/tokens/" + token + "/rotate");
    }

    Response read(String service) {
        return asAdministrator().get(SERVICES + "/" + service);
    }

    public RequestSpecification asAdministrator() {
        return as(administrator.credential()).contentType(ContentType.JSON);
    }

    public static RequestSpecification as(String bearer) {
        return given().header("Authorization", "Bearer " + bearer);
    }

    /** 404 for whoever is known, and 401 for everybody else. */
    public static int knock(String bearer) {
        return as(bearer).post(NOTHING).statusCode();
    }
}

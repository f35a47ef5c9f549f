// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import dev.cofactor.ground.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every failure leaves as a problem document for programs and as a page for people. */
@QuarkusTest
class ProblemsHttpTest {
    @ParameterizedTest
    @EnumSource
    void everyKindIsAProblemDocumentForPrograms(Problem.Kind kind) {
        given().get("/api/v1/test/problem/" + kind)
                .then()
                .statusCode(Failure.status(kind))
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"))
                .body("type", equalTo("about:blank"))
                .body("status", equalTo(Failure.status(kind)))
                .body("code", equalTo("sample"))
                .body("detail", equalTo("a sample"))
                .body("request", equalTo("req_1"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsAPageForPeople(Problem.Kind kind) {
        given().get("/test/problem/" + kind)
                .then()
                .statusCode(Failure.status(kind))
                .contentType("text/html")
                .body(containsString(">" + Failure.status(kind) + "<"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/nothing,         404, not-found",
        "GET,    /api/v1/test/number/x,   404, not-found",
        "GET,    /assets/nothing.js,      404, not-found",
        "GET,    /webjars/htmx.org/dist/htmx.min.js, 404, not-found",
        "DELETE, /api/v1/test,            405, method-not-allowed",
        "GET,    /api/v1/test/web,        409, refused",
        "GET,    /api/v1/test/boom,       500, unexpected",
        "POST,   /api/v1/test/form,       415, unsupported-media-type",
        "POST,   /api/v1/test/chosen,     400, malformed",
        "PURGE,  /api/v1/test,            501, method-unknown",
    })
    void theFrameworksFailuresAreProblemDocumentsToo(String method, String path, int status, String code) {
        given().body("x")
                .contentType("text/plain")
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }

    @ParameterizedTest
    @CsvSource({"GET, /nothing, 404", "GET, /test/boom, 500", "GET, /test/problem/x, 404", "PURGE, /test, 501"})
    void theFrameworksFailuresArePagesToo(String method, String path, int status) {
        given().request(method, path)
                .then()
                .statusCode(status)
                .contentType("text/html")
                .body(containsString(">" + status + "<"));
    }

    @Test
    void aProgramWithoutCredentialIsToldWhichOneIsTaken() {
        given().get("/api/v1/secrets")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"digits\":\"x\"}                            | wrong-type    | digits",
                "{\"digits\":1.5}                              | wrong-type    | digits",
                "{\"parts\":[{\"length\":1},{\"length\":[]}]}  | wrong-type    | parts[1].length",
                "{\"byName\":{\"k\":{\"length\":[]}}}          | wrong-type    | byName",
                "{\"digits\":1,\"parts\":[{\"length\":1,\"x\":1}]}          | unknown-field | parts[0]",
            })
    void aDeclaredFieldIsNamed(String body, String code, String field) {
        post(body).statusCode(400).body("code", equalTo(code)).body("field", equalTo(field));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"digits\":1,\"name\":\"\"}                                             | name          | must not be blank",
                "{\"digits\":1,\"name\":\"a\",\"parts\":[{\"length\":1,\"label\":\"1234\"}]}  | parts[0].label | size must be between 0 and 3",
                "{\"digits\":1,\"name\":\"a\",\"byName\":{\"k\":{\"length\":1,\"label\":\"1234\"}}} | byName[].label | size must be between 0 and 3",
                "{\"digits\":1,\"name\":\"a\",\"spliced\":\"1\"}                          | spliced       | is not acceptable",
            })
    void aFieldThatIsNotAcceptableIsNamedWithItsReason(String body, String field, String message) {
        post(body)
                .statusCode(400)
                .body("code", equalTo("invalid"))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", equalTo(message));
    }

    @Test
    void aProblemFoundWhileReadingJsonIsThatProblem() {
        given().contentType("application/json")
                .body("{\"name\":\"wrong\"}")
                .post("/api/v1/test/chosen")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-right"));
    }

    @Test
    void malformedJsonIsToldByPlace() {
        post("{\n  x}")
                .statusCode(400)
                .body("code", equalTo("malformed-json"))
                .body("detail", startsWith("the JSON cannot be read at line 2, column "));
    }

    private static io.restassured.response.ValidatableResponse post(String json) {
        return given().contentType("application/json")
                .body(json)
                .post("/api/v1/test")
                .then();
    }
}

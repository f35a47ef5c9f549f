// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unless somebody says otherwise, strangers do not even learn that there is a log. */
@QuarkusTest
class LogKeptToItselfHttpTest {
    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "tile/0/000.p/1", "tile/entries/000.p/1", "tile/x"})
    void nothingIsServedUnlessItIsToBe(String path) {
        given().get("/log/1/" + path).then().statusCode(404).header("Cache-Control", "no-store");
    }
}

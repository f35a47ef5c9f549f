// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import static dev.cofactor.desk.machines.Depot.as;
import static dev.cofactor.desk.machines.Depot.knock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.ShownToken;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A token may be given for some addresses only. The tests come from 127.0.0.1. */
@QuarkusTest
class TokenRangesHttpTest {
    private static final String ELSEWHERE = "203.0.113.0/24";

    private final Depot depot;
    private final LogEntries entries;
    private final WholeLog log;

    TokenRangesHttpTest(Depot depot, LogEntries entries, WholeLog log) {
        this.depot = depot;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void shownFromElsewhereItIsNobodysToTheLetterAndTheLogNamesIt() {
        String service = depot.service();
        Response issued = depot.issue(service, ELSEWHERE);
        issued.then().statusCode(201).body("about.ranges", contains(ELSEWHERE));
        Response elsewhere = as(issued.path("token")).post("/api/v1/code/no/such");
        Response nobodys =
                as(ShownToken.Kind.SERVICE.fresh(new SecureRandom()).value()).post("/api/v1/code/no/such");
        assertThat(elsewhere.statusCode()).isEqualTo(401);
        assertThat(told(elsewhere)).isEqualTo(told(nobodys));
        LogEntries.Entry refused =
                entries.of(UUID.fromString(service), "request-refused").getFirst();
        assertThat(refused.body().at("/details/other").asText()).isEqualTo(issued.path("about.id"));
        assertThat(refused.body().at("/details/missing/0").asText()).isEqualTo("address");
        assertThat(refused.body().at("/origin/address").asText()).isEqualTo("127.0.0.1");
        depot.read(service).then().body("tokens[0].lastUsed", equalTo(null));
    }

    @Test
    void shownFromWithinItIsGoodHoweverTheRangeIsWritten() {
        String service = depot.service();
        for (String within : List.of("127.0.0.1", "127.0.0.0/8", "::ffff:127.0.0.0/104", "0.0.0.0/0")) {
            assertThat(knock(depot.issue(service, ELSEWHERE, within).path("token")))
                    .as(within)
                    .isEqualTo(404);
        }
        assertThat(knock(depot.issue(service, "::/0").path("token"))).isEqualTo(401);
    }

    /** No proxy is declared, so whatever a request says of where it came from is its own word. */
    @Test
    void nobodyTalksHimselfIntoARange() {
        String token = depot.issue(depot.service(), ELSEWHERE).path("token");
        Map<String, String> claims = Map.of(
                "X-Forwarded-For", "203.0.113.7",
                "Forwarded", "for=203.0.113.7",
                "X-Real-IP", "203.0.113.7",
                "True-Client-IP", "203.0.113.7",
                "CF-Connecting-IP", "203.0.113.7");
        claims.forEach((name, value) -> assertThat(as(token)
                        .header(name, value)
                        .post("/api/v1/code/no/such")
                        .statusCode())
                .as(name)
                .isEqualTo(401));
        assertThat(as(token).headers(claims).post("/api/v1/code/no/such").statusCode())
                .isEqualTo(401);
    }

    @Test
    void whatIsNoRangeIsRefusedByRule() {
        String service = depot.service();
        depot.issue(service, "10.1.2.3/8").then().statusCode(400).body("code", equalTo("address-range-invalid"));
        depot.asAdministrator()
                .body("{\"label\": \"x\", \"days\": 1, \"ranges\": [null]}")
                .post(Depot.SERVICES + "/" + service + "/tokens")
                .then()
                .statusCode(400)
                .body("code", equalTo("service-invalid"));
        assertThat(entries.about(UUID.fromString(service), "token-issued")).isEmpty();
    }

    private static Map<String, Object> told(Response answer) {
        Map<String, Object> told = answer.jsonPath().getMap("");
        told.keySet()
                .removeIf(name -> name.toLowerCase(java.util.Locale.ROOT).contains("id") || name.equals("instance"));
        return told;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import static dev.cofactor.desk.machines.Depot.knock;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.WholeLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Another token in the place of one that lies in many places. */
@QuarkusTest
class TokenRotationHttpTest {
    private final Depot depot;
    private final LogEntries entries;
    private final WholeLog log;

    TokenRotationHttpTest(Depot depot, LogEntries entries, WholeLog log) {
        this.depot = depot;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void bothAreGoodForAWhileAndThenTheNewOneIs() {
        String service = depot.service();
        JsonPath old = depot.issue(service, "127.0.0.0/8").jsonPath();
        int overlap = 30 + ahead();
        Response rotated = depot.rotate(service, old.getString("about.id"), overlap);
        rotated.then()
                .statusCode(201)
                .body("about.label", equalTo("build server"))
                .body("about.ranges[0]", equalTo("127.0.0.0/8"))
                .body("about.replaces", equalTo(old.getString("about.id")));
        String fresh = rotated.path("token");
        assertThat(fresh).isNotEqualTo(old.getString("token"));
        JsonPath told = depot.read(service).jsonPath();
        assertThat(Instant.parse(told.getString("tokens[0].ended")))
                .isEqualTo(Instant.parse(told.getString("tokens[1].since")).plus(Duration.ofMinutes(overlap)));
        assertThat(depot.read(service).asString()).doesNotContain(fresh);
        LogEntries.Entry entry =
                entries.about(UUID.fromString(service), "token-issued").getLast();
        assertThat(entry.body().at("/details/replaces").asText()).isEqualTo(old.getString("about.id"));
        assertThat(entry.body().at("/details/other").asText()).isEqualTo(rotated.path("about.id"));
        assertThat(entry.body().at("/details/overlap").asInt()).isEqualTo(overlap);
        Clocks.goOn(Duration.ofMinutes(29));
        assertThat(knock(old.getString("token"))).isEqualTo(404);
        Clocks.goOn(Duration.ofMinutes(2));
        assertThat(knock(old.getString("token"))).isEqualTo(401);
        assertThat(knock(fresh)).isEqualTo(404);
    }

    /** By how many minutes other tests have put the clock on that tells what is over; what begins has the database's. */
    private static int ahead() {
        return (int) Duration.between(Instant.now(), new Clocks().instant()).toMinutes();
    }

    @Test
    void withoutOverlapTheOldOneEndsWithTheAnswer() {
        String service = depot.service();
        JsonPath old = depot.issue(service).jsonPath();
        String fresh = depot.rotate(service, old.getString("about.id"), 0).path("token");
        assertThat(knock(old.getString("token"))).isEqualTo(401);
        assertThat(knock(fresh)).isEqualTo(404);
    }

    @Test
    void theOldOneIsNotProlongedByItsOverlap() {
        String service = depot.service();
        String old = depot.asAdministrator()
                .body("{\"label\": \"short\", \"days\": 1}")
                .post(Depot.SERVICES + "/" + service + "/tokens")
                .path("about.id");
        depot.rotate(service, old, 10_080).then().statusCode(201);
        JsonPath told = depot.read(service).jsonPath();
        assertThat(told.getString("tokens[0].ended")).isEqualTo(told.getString("tokens[0].until"));
    }

    @Test
    void inItsOverlapItCanBeTakenBackAtOnce() {
        String service = depot.service();
        JsonPath old = depot.issue(service).jsonPath();
        String fresh = depot.rotate(service, old.getString("about.id"), 600).path("token");
        depot.asAdministrator()
                .delete(Depot.SERVICES + "/" + service + "/tokens/" + old.getString("about.id"))
                .then()
                .statusCode(204);
        assertThat(knock(old.getString("token"))).isEqualTo(401);
        assertThat(knock(fresh)).isEqualTo(404);
    }

    @Test
    void ofManyWhoRotateItTogetherOneHasTheNewToken() {
        String service = depot.service();
        String old = depot.issue(service).path("about.id");
        List<Response> answers =
                IntStream.range(0, 8)
                        .mapToObj(i -> Enrolling.begun(() -> depot.rotate(service, old, 10)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 201))
                .allSatisfy(answer -> answer.then().statusCode(409).body("code", equalTo("token-ended")));
        assertThat(depot.read(service).jsonPath().getList("tokens")).hasSize(2);
        assertThat(entries.about(UUID.fromString(service), "token-issued")).hasSize(2);
    }

    @Test
    void whatIsOverOrElsewhereIsNotReplaced() {
        String service = depot.service();
        JsonPath old = depot.issue(service).jsonPath();
        String id = old.getString("about.id");
        for (Object wrong : List.of(-1, 10_081, 99_999_999)) {
            depot.rotate(service, id, wrong).then().statusCode(400).body("code", equalTo("service-invalid"));
        }
        depot.rotate(depot.service(), id, 1).then().statusCode(404);
        depot.rotate(service, UUID.randomUUID().toString(), 1).then().statusCode(404);
        depot.asAdministrator().delete(Depot.SERVICES + "/" + service + "/tokens/" + id);
        depot.rotate(service, id, 1).then().statusCode(409).body("code", equalTo("token-ended"));
        assertThat(entries.about(UUID.fromString(service), "token-issued")).hasSize(1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.desk.couriers.Errands.Made;
import dev.cofactor.desk.couriers.Receiver.Got;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Told;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A policy that has a channel told, from the fetch to the receiver. */
@QuarkusTest
@TestProfile(Postal.class)
class DutiesHttpTest {
    private final Errands errands;
    private final Kiosk kiosk;
    private final Rules rules;
    private final LogEntries entries;
    private final Told told;
    private final Receiver receiver = new Receiver();

    DutiesHttpTest(Errands errands, Kiosk kiosk, Rules rules, LogEntries entries, Told told) {
        this.errands = errands;
        this.kiosk = kiosk;
        this.rules = rules;
        this.entries = entries;
        this.told = told;
    }

    @AfterEach
    void nobodyIsThere() {
        receiver.close();
    }

    private void has(UUID channel, Stand stand) {
        Duty duty = new Duty.Tell(new Duty.Whom.Channel(channel));
        rules.add(
                Policy.Effect.REQUIRE,
                new Subject.Anyone(),
                stand.secret(),
                new Clauses(Set.of(), Set.of(), Set.of(), Set.of(duty)),
                Verb.CODE_FETCH);
    }

    private static Response fetch(Visitor visitor, Stand stand) {
        return Kiosk.as(visitor.credential())
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON)
                .body(Map.of("wait", 0, "reason", "because-of-4711", "ticket", "TCK-4711"))
                .post("/api/v1/code/" + stand.path());
    }

    @Test
    void aFetchIsToldOutsideWithNothingOfWhatWasFetched() {
        Made channel = errands.channel("webhook", receiver.url());
        Stand stand = kiosk.counting();
        has(channel.id(), stand);
        Visitor visitor = kiosk.fetcher(stand);
        String code = fetch(visitor, stand).then().statusCode(200).extract().path("code");
        Got got = receiver.until(1).getFirst();
        UUID event = UUID.fromString(got.json().at("/data/event").asText());
        assertThat(entries.of(event).kind()).isEqualTo("code-released");
        assertThat(got.json().at("/data/secret").asText()).isEqualTo(PublicId.SECRET.of(stand.secret()));
        assertThat(got.json().at("/data/by").asText())
                .isEqualTo(visitor.person().id().toString());
        assertThat(got.text())
                .doesNotContain(code)
                .doesNotContain("4711")
                .doesNotContain(stand.path())
                .doesNotContain(visitor.person().displayName())
                .doesNotContain("\"127.");
    }

    /** The first negative control of promise "told": what cannot be told does not happen. */
    @Test
    void whereAChannelIsGoneOrSwitchedOffNothingIsReleased() {
        Made channel = errands.channel("webhook", receiver.url());
        Stand stand = kiosk.counting();
        has(channel.id(), stand);
        Visitor visitor = kiosk.fetcher(stand);
        fetch(visitor, stand).then().statusCode(200);
        assertThat(receiver.until(1)).hasSize(1);
        errands.edit(channel, Map.of("active", false)).then().statusCode(200);
        fetch(visitor, stand).then().statusCode(403).body("code", equalTo("denied"));
        errands.edit(channel, Map.of("active", true)).then().statusCode(200);
        fetch(visitor, stand).then().statusCode(200);
        assertThat(receiver.until(2)).hasSize(2);
        errands.remove(channel);
        fetch(visitor, stand).then().statusCode(403);
        assertThat(entries.of(visitor.person().id(), "code-released")).hasSize(2);
        assertThat(told.to(channel.id())).hasSize(2);
        Stand other = kiosk.counting();
        has(UUID.randomUUID(), other);
        fetch(kiosk.fetcher(other), other).then().statusCode(403);
    }

    @Test
    void noFetchWaitsForAReceiverThatNeverAnswers() {
        Made channel = errands.channel("webhook", receiver.url());
        receiver.takes(Duration.ofSeconds(8));
        Stand stand = kiosk.counting();
        has(channel.id(), stand);
        Visitor visitor = kiosk.fetcher(stand);
        fetch(visitor, stand).then().statusCode(200);
        receiver.until(1);
        long before = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            fetch(visitor, stand).then().statusCode(200);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
        assertThat(receiver.got()).as("one at a time").hasSize(1);
        assertThat(told.to(channel.id())).hasSize(6);
    }
}

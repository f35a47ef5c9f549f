// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.couriers.Errands;
import dev.cofactor.desk.couriers.Errands.Made;
import dev.cofactor.desk.couriers.Postal;
import dev.cofactor.desk.couriers.Receiver;
import dev.cofactor.desk.couriers.Receiver.Got;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.EventClass;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of messages, one of them sent once more, and what signs them. */
@QuarkusTest
@TestProfile(Postal.class)
class DeliveriesHttpTest {
    private final Errands errands;
    private final Telling telling;
    private final WholeLog log;
    private final Receiver receiver = new Receiver();
    private final UUID secret = UUID.randomUUID();

    DeliveriesHttpTest(Errands errands, Telling telling, WholeLog log) {
        this.errands = errands;
        this.telling = telling;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        receiver.close();
        assertThat(log.verify()).isPositive();
    }

    @Test
    void forAWhileBothSecretsSignAndThenTheNewOneAlone() {
        Made channel = telling.subscribed(receiver.url(), "secret-tagged");
        String second = rotated(channel, "{\"overlapMinutes\": 60}");
        telling.happens(EventClass.SECRET_TAGGED, secret);
        Got both = receiver.until(1).getLast();
        assertThat(Verifier.accepts(both, channel.secret())).isTrue();
        assertThat(Verifier.accepts(both, second)).isTrue();
        errands.run("update channel_secret set good_until = now() - interval '1 second' where good_until is not null");
        telling.happens(EventClass.SECRET_TAGGED, secret);
        Got later = receiver.until(2).getLast();
        assertThat(Verifier.accepts(later, channel.secret())).isFalse();
        assertThat(Verifier.accepts(later, second)).isTrue();
        String third = rotated(channel, "{\"overlapMinutes\": 0}");
        telling.happens(EventClass.SECRET_TAGGED, secret);
        Got last = receiver.until(3).getLast();
        assertThat(Verifier.accepts(last, second)).isFalse();
        assertThat(Verifier.accepts(last, third)).isTrue();
        assertThat(last.headers().getFirst("webhook-signature").split(" ")).hasSize(1);
    }

    private String rotated(Made channel, String body) {
        return errands.asAdministrator()
                .header("If-Match", errands.asAdministrator().get(channel.at()).header("ETag"))
                .body(body)
                .post(channel.at() + "/secret")
                .then()
                .statusCode(200)
                .extract()
                .path("secret");
    }

    @Test
    void whatFailedSaysWhyAndIsSentOnceMoreUnderTheSameId() {
        Made channel = telling.subscribed(receiver.url(), "secret-tagged");
        receiver.answers(500);
        telling.happens(EventClass.SECRET_TAGGED, secret);
        receiver.until(2);
        Map<String, Object> waiting = latest(channel).getFirst();
        assertThat(waiting).containsEntry("state", "waiting").containsEntry("why", "answered-500");
        assertThat(waiting).containsEntry("type", "log.secret-tagged");
        UUID id = UUID.fromString((String) waiting.get("id"));
        again(channel, id).statusCode(409).body("code", equalTo("delivery-under-way"));
        errands.run("update outbox set created_at = created_at - interval '4 days' where id = '" + id + "'");
        errands.awaitEnd(id, "failed");
        int many = receiver.got().size();
        receiver.answers(204);
        again(channel, id).statusCode(200).body("state", equalTo("waiting"));
        errands.awaitEnd(id, "sent");
        assertThat(receiver.got()).hasSize(many + 1).extracting(Got::id).containsOnly(id.toString());
        assertThat(latest(channel).getFirst()).containsEntry("state", "sent").containsEntry("why", "sent");
        Made other = errands.channel("webhook", receiver.url());
        again(other, id).statusCode(404);
        errands.remove(channel);
        again(channel, id).statusCode(409).body("code", equalTo("channel-removed"));
    }

    private List<Map<String, Object>> latest(Made channel) {
        return errands.asAdministrator()
                .get(channel.at() + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .path("deliveries");
    }

    private ValidatableResponse again(Made channel, UUID delivery) {
        return errands.asAdministrator()
                .post(channel.at() + "/deliveries/" + delivery + "/again")
                .then();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.subscriptions;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cofactor.desk.couriers.Errands;
import dev.cofactor.desk.couriers.Errands.Made;
import dev.cofactor.desk.couriers.Postal;
import dev.cofactor.desk.couriers.Receiver;
import dev.cofactor.desk.couriers.Receiver.Got;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Webhooks that have subscribed to classes of the log's events. */
@QuarkusTest
@TestProfile(Postal.class)
class SubscriptionsHttpTest {
    private static final int A_WHILE = 1_000;

    private final Errands errands;
    private final Telling telling;
    private final LogEntries entries;
    private final Roles roles;
    private final Newcomers newcomers;
    private final WholeLog log;
    private final Receiver receiver = new Receiver();
    private final UUID secret = UUID.randomUUID();

    SubscriptionsHttpTest(
            Errands errands, Telling telling, LogEntries entries, Roles roles, Newcomers newcomers, WholeLog log) {
        this.errands = errands;
        this.telling = telling;
        this.entries = entries;
        this.roles = roles;
        this.newcomers = newcomers;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        receiver.close();
        assertThat(log.verify()).isPositive();
    }

    @Test
    void anEventOfASubscribedClassArrivesSignedAndInIdsAlone() {
        Made channel = telling.subscribed(receiver.url(), "secret-tagged");
        telling.happens(EventClass.SECRET_TAGGED, secret);
        telling.happens(EventClass.SECRET_MOVED, secret);
        UUID second = telling.changes(EventClass.SECRET_TAGGED, secret, () -> {});
        List<Got> got = receiver.until(2);
        assertThat(got)
                .allMatch(one ->
                        Verifier.accepts(one, channel.secret(), Instant.now().getEpochSecond()));
        assertThat(Verifier.accepts(new Got("", got.getFirst().headers(), "{}".getBytes(UTF_8)), channel.secret()))
                .isFalse();
        LogEntries.Entry entry = entries.about(secret, "secret-tagged").getFirst();
        JsonNode json = got.getFirst().json();
        assertThat(json.get("type").asText()).isEqualTo("log.secret-tagged");
        assertThat(Instant.parse(json.get("timestamp").asText()).toEpochMilli())
                .isEqualTo(entry.body().get("time").asLong());
        JsonNode data = json.get("data");
        assertThat(data.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("event", "epoch", "index", "outcome", "by", "secret");
        assertThat(data.get("event")).isEqualTo(entry.body().get("id"));
        assertThat(data.get("index").asLong()).isEqualTo(entry.index());
        assertThat(data.get("by")).isEqualTo(entry.body().at("/actor/id"));
        assertThat(data.get("secret").asText()).isEqualTo(PublicId.SECRET.of(secret));
        assertThat(got.getLast().json().at("/data/event").asText()).isEqualTo(second.toString());
        Waiting.pause(A_WHILE);
        assertThat(receiver.got()).as("each once, and nothing else").hasSize(2);
    }

    @Test
    void whatSomebodySaidDoesNotLeaveWithARefusal() {
        Made channel = telling.subscribed(receiver.url(), "request-refused");
        String stranger = newcomers.credential(newcomers.inRole(Role.USER));
        given().header("Authorization", "Bearer " + stranger)
                .get(channel.at() + "/deliveries")
                .then()
                .statusCode(403);
        Got got = receiver.until(1).getFirst();
        assertThat(got.json().at("/data/outcome").asText()).isEqualTo("refused");
        assertThat(new String(got.body(), UTF_8)).doesNotContain("127.0.0.1", "details", "settings", stranger);
    }

    @Test
    void whatIsTakenBackTellsNobody() {
        Made channel = telling.subscribed(receiver.url(), "secret-tagged");
        assertThatThrownBy(() -> telling.changes(EventClass.SECRET_TAGGED, secret, () -> {
                    throw new IllegalStateException("halfway");
                }))
                .isInstanceOf(IllegalStateException.class);
        telling.happens(EventClass.SECRET_TAGGED, secret);
        receiver.until(1);
        Waiting.pause(A_WHILE);
        assertThat(receiver.got()).hasSize(1);
        assertThat(telling.rows(channel)).isEqualTo("1");
    }

    @Test
    void whatCannotBeToldIsNotRecorded() throws SQLException {
        Made channel = telling.subscribed(receiver.url(), "secret-tagged");
        try (Connection superuser = roles.superuser()) {
            Roles.execute(
                    superuser,
                    "create function no_telling() returns trigger language plpgsql as $$ begin"
                            + " raise exception using errcode = '53100', message = 'no'; end $$");
            Roles.execute(
                    superuser,
                    "create trigger no_telling before insert on outbox for each row when (new.recipient = '"
                            + channel.id() + "') execute function no_telling()");
            try {
                assertThatThrownBy(() -> telling.happens(EventClass.SECRET_TAGGED, secret))
                        .isInstanceOf(Problem.class);
                assertThatThrownBy(() -> telling.changes(EventClass.SECRET_TAGGED, secret, () -> {}))
                        .isInstanceOf(Problem.class);
                telling.happens(EventClass.SECRET_MOVED, secret);
            } finally {
                Roles.execute(superuser, "drop trigger no_telling on outbox");
                Roles.execute(superuser, "drop function no_telling()");
            }
        }
        assertThat(entries.about(secret, "secret-tagged")).isEmpty();
        assertThat(entries.about(secret, "secret-moved")).hasSize(1);
    }

    @Test
    void whoeverIsSwitchedOffOrHasUnsubscribedIsToldNothingOfWhatHappensMeanwhile() {
        Made channel = telling.subscribed(receiver.url(), "secret-tagged");
        errands.edit(channel, Map.of("active", false)).then().statusCode(200);
        telling.happens(EventClass.SECRET_TAGGED, secret);
        errands.edit(channel, Map.of("active", true)).then().statusCode(200);
        assertThat(telling.rows(channel)).isEqualTo("0");
        telling.happens(EventClass.SECRET_TAGGED, secret);
        assertThat(telling.rows(channel)).isEqualTo("1");
        telling.put(channel).statusCode(200).body("classes", equalTo(List.of()));
        telling.happens(EventClass.SECRET_TAGGED, secret);
        errands.remove(channel);
        telling.happens(EventClass.SECRET_TAGGED, secret);
        assertThat(telling.rows(channel)).isEqualTo("1");
        telling.put(channel, "secret-tagged").statusCode(409).body("code", equalTo("channel-removed"));
    }

    @Test
    void ofManyAtOnceEachArrivesOnceAndTheyLeaveInTheOrderOfTheLog() {
        Made channel = telling.subscribed(receiver.url(), "secret-tagged");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.generate(() -> (Runnable) () -> telling.happens(EventClass.SECRET_TAGGED, secret))
                    .limit(40)
                    .forEach(threads::execute);
        }
        List<Long> indexes = receiver.until(40).stream()
                .map(got -> got.json().at("/data/index").asLong())
                .toList();
        assertThat(indexes).doesNotHaveDuplicates().isSorted();
        assertThat(indexes)
                .containsExactlyElementsOf(entries.about(secret, "secret-tagged").stream()
                        .map(LogEntries.Entry::index)
                        .toList());
        assertThat(telling.rows(channel)).isEqualTo("40");
    }

    @Test
    void onlyWhoeverMayEditSettingsSaysWhoIsToldAndOfWhatThereIs() {
        Made channel = errands.channel("webhook", receiver.url());
        String auditor = "Bearer " + newcomers.credential(newcomers.inRole(Role.AUDITOR));
        for (String path : List.of("/subscriptions", "/deliveries")) {
            given().header("Authorization", auditor)
                    .get(channel.at() + path)
                    .then()
                    .statusCode(403);
        }
        given().header("Authorization", auditor)
                .contentType("application/json")
                .header("If-Match", "x")
                .body("{\"classes\": [\"code-released\"]}")
                .put(channel.at() + "/subscriptions")
                .then()
                .statusCode(403);
        telling.put(channel, "code-released", "marmalade")
                .statusCode(400)
                .body("code", equalTo("subscription-invalid"));
        assertThat(telling.put(channel, "marmalade").extract().asString()).doesNotContain("marmalade");
        errands.asAdministrator()
                .body("{\"classes\": []}")
                .put(channel.at() + "/subscriptions")
                .then()
                .statusCode(428);
        errands.asAdministrator()
                .header("If-Match", "\"another\"")
                .body("{\"classes\": []}")
                .put(channel.at() + "/subscriptions")
                .then()
                .statusCode(412);
        Made chat = errands.channel("slack", receiver.url());
        telling.put(chat, "code-released").statusCode(409).body("code", equalTo("no-webhook"));
        telling.put(channel, "x".repeat(900_000)).statusCode(400);
    }

    @Test
    void whoIsToldOfWhatIsOnTheLog() {
        List<LogEntries.Entry> before = new ArrayList<>(changed());
        Made channel = telling.subscribed(receiver.url(), "code-released");
        LogEntries.Entry last = changed().getLast();
        assertThat(changed()).hasSizeGreaterThan(before.size());
        assertThat(last.body().at("/details/parts/0").asText()).isEqualTo("subscriptions");
        assertThat(last.body().at("/details/other").asText())
                .isEqualTo(channel.id().toString());
    }

    private List<LogEntries.Entry> changed() {
        return entries.of("channel-changed");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cofactor.desk.couriers.Errands.Made;
import dev.cofactor.desk.couriers.Receiver.Got;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.post.Channels;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What channels get, how often, and what they can do about it. */
@QuarkusTest
@TestProfile(Postal.class)
class WebhooksHttpTest {
    private static final int A_WHILE = 1_500;

    private final Errands errands;
    private final Channels channels;
    private final LogEntries entries;
    private final Receiver receiver = new Receiver();

    WebhooksHttpTest(Errands errands, Channels channels, LogEntries entries) {
        this.errands = errands;
        this.channels = channels;
        this.entries = entries;
    }

    @AfterEach
    void nobodyIsThere() {
        receiver.close();
    }

    /** As receivers are told to check it, written apart. */
    private static boolean isSigned(Got got, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String head = got.headers().getFirst("webhook-id") + "." + got.headers().getFirst("webhook-timestamp") + ".";
        mac.update(head.getBytes(UTF_8));
        String right = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(got.body()));
        return Set.of(got.headers().getFirst("webhook-signature").split(" ")).contains(right);
    }

    private static List<String> names(JsonNode json) {
        return json.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    @Test
    void whatAPolicyHasToldArrivesOnceSignedAndInIdsAlone() throws Exception {
        Made channel = errands.channel("webhook", receiver.url());
        UUID secret = UUID.randomUUID();
        UUID message = errands.tell(channel.id(), secret);
        Got got = receiver.until(1).getFirst();
        assertThat(got.id()).isEqualTo(message.toString());
        assertThat(isSigned(got, channel.secret())).isTrue();
        assertThat(isSigned(new Got(got.path(), got.headers(), "{}".getBytes(UTF_8)), channel.secret()))
                .isFalse();
        JsonNode json = got.json();
        assertThat(json.get("type").asText()).isEqualTo("something-released");
        assertThat(json.get("data").get("secret").asText()).isEqualTo(PublicId.SECRET.of(secret));
        assertThat(names(json)).containsExactlyInAnyOrder("type", "timestamp", "data");
        assertThat(names(json.get("data"))).containsExactlyInAnyOrder("secret", "event", "by");
        errands.awaitEnd(message, "sent");
        Waiting.pause(A_WHILE);
        assertThat(receiver.got()).hasSize(1);
    }

    @Test
    void whoeverFailsIsAskedAgainUnderTheSameIdAndARedirectIsAFailure() {
        Made channel = errands.channel("webhook", receiver.url());
        receiver.answers(302);
        UUID message = errands.tell(channel);
        receiver.until(1);
        receiver.answers(500);
        receiver.until(2);
        assertThat(errands.ended(message)).isEmpty();
        receiver.answers(204);
        errands.awaitEnd(message, "sent");
        assertThat(receiver.got()).extracting(Got::id).containsOnly(message.toString());
        assertThat(receiver.got()).extracting(Got::path).containsOnly("/hooks/T024/Zx8_9q");
    }

    @Test
    void whoeverIsGoneIsSwitchedOffAndThatIsOnTheLog() {
        Made channel = errands.channel("webhook", receiver.url());
        receiver.answers(410);
        UUID message = errands.tell(channel);
        Waiting.until(Receiver.PATIENCE, () -> !channels.stands(channel.id()), () -> "it still stands");
        Waiting.pause(A_WHILE);
        assertThat(receiver.got()).hasSize(1);
        assertThat(errands.ended(message)).as("somebody may switch it on again").isEmpty();
        LogEntries.Entry entry = entries.of(Caller.HOST.actor().id(), "channel-changed").stream()
                .filter(one -> one.body()
                        .at("/details/other")
                        .asText()
                        .equals(channel.id().toString()))
                .findFirst()
                .orElseThrow();
        assertThat(entry.body().at("/details/parts").toString()).contains("gone", "switched-off");
        receiver.answers(200);
        errands.edit(channel, java.util.Map.of("active", true)).then().statusCode(200);
        errands.awaitEnd(message, "sent");
    }

    @Test
    void whatNobodyTakesIsGivenUpAndSaid() {
        Made channel = errands.channel("webhook", receiver.url());
        receiver.answers(503);
        UUID message = errands.tell(channel);
        receiver.until(1);
        try (CapturedLog log = new CapturedLog()) {
            errands.run("update outbox set created_at = created_at - interval '4 days' where id = '" + message + "'");
            errands.awaitEnd(message, "failed");
            Waiting.until(
                    Receiver.PATIENCE, () -> log.text().contains(message + " was given up"), () -> "nobody said so");
            assertThat(log.text()).doesNotContain("/hooks/").doesNotContain(channel.secret());
        }
        int many = receiver.got().size();
        Waiting.pause(A_WHILE);
        assertThat(receiver.got()).hasSize(many);
    }

    @Test
    void aSlowReceiverKeepsNobodyWaitingAndNothingOpen() {
        try (Receiver quick = new Receiver()) {
            receiver.takes(Duration.ofSeconds(6));
            Made slow = errands.channel("webhook", receiver.url());
            Made other = errands.channel("slack", quick.url());
            errands.tell(slow);
            receiver.until(1);
            long before = System.nanoTime();
            UUID message = errands.tell(other);
            errands.awaitEnd(message, "sent");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(errands.one("select count(*) from pg_stat_activity where state = 'idle in transaction'"
                            + " and state_change < clock_timestamp() - interval '1 second'"))
                    .isEqualTo("0");
            assertThat(quick.got().getFirst().json().has("blocks")).isTrue();
        }
    }

    @Test
    void anAnswerOfTenMegabytesCountsAsNone() {
        Made channel = errands.channel("webhook", receiver.url());
        receiver.answersWith(10 << 20);
        UUID message = errands.tell(channel);
        receiver.until(2);
        assertThat(errands.ended(message)).isEmpty();
        receiver.answersWith(0);
        errands.awaitEnd(message, "sent");
    }

    @Test
    void whatWasToldToAChannelThatIsRemovedGoesNowhere() {
        Made channel = errands.channel("webhook", receiver.url());
        errands.remove(channel);
        UUID message = errands.tell(channel);
        errands.awaitEnd(message, "kept");
        assertThat(receiver.got()).isEmpty();
    }

    @Test
    void chatsAreToldInTheirOwnForm() {
        Made slack = errands.channel("slack", receiver.url());
        errands.awaitEnd(errands.tell(slack), "sent");
        assertThat(receiver.got().getFirst().json().get("text").asText()).contains("Something of a secret was used");
        Made teams = errands.channel("teams", receiver.url());
        errands.awaitEnd(errands.tell(teams), "sent");
        assertThat(receiver.got().getLast().json().at("/attachments/0/content/type").asText())
                .isEqualTo("AdaptiveCard");
        assertThat(receiver.got()).allSatisfy(got -> assertThat(got.headers().getFirst("webhook-signature"))
                .isNull());
    }

    @Test
    void ofManyMessagesEachArrivesOnce() {
        Made channel = errands.channel("webhook", receiver.url());
        Set<String> told = java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> errands.tell(channel).toString())
                .collect(Collectors.toSet());
        List<Got> got = receiver.until(told.size());
        Waiting.pause(A_WHILE);
        assertThat(receiver.got()).hasSize(told.size());
        assertThat(got.stream().map(Got::id).collect(Collectors.toSet())).isEqualTo(told);
    }
}

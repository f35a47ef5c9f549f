// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.couriers.Errands.Made;
import dev.cofactor.desk.couriers.Receiver.Got;
import dev.cofactor.fixtures.Waiting;
import dev.cofactor.ledger.post.Channels;
import dev.cofactor.ledger.post.Outgoing;
import dev.cofactor.ledger.post.Outgoing.End;
import dev.cofactor.ledger.post.Outgoing.Letter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who has a message, while several nodes look at the same outbox. The server under test is one of them. */
@QuarkusTest
@TestProfile(Postal.class)
class LeasesHttpTest {
    private static final int NODES = 6;
    private static final int MANY = 120;
    private static final Duration LONG = Duration.ofMinutes(10);

    private final Errands errands;
    private final Outgoing outgoing;
    private final Channels channels;
    private final Carrier carrier;
    private final Letters letters;
    private final Receiver receiver = new Receiver();

    LeasesHttpTest(Errands errands, Outgoing outgoing, Channels channels, Carrier carrier, Letters letters) {
        this.errands = errands;
        this.outgoing = outgoing;
        this.channels = channels;
        this.carrier = carrier;
        this.letters = letters;
    }

    @AfterEach
    void nobodyIsThere() {
        receiver.close();
    }

    @Test
    void ofSeveralNodesOneHasEachMessage() throws InterruptedException, ExecutionException {
        Made channel = errands.channel("webhook", receiver.url());
        Set<String> told = errands.tellAll(channel.id(), MANY);
        ConcurrentLinkedQueue<Letter> taken = new ConcurrentLinkedQueue<>();
        try (ExecutorService nodes = Executors.newFixedThreadPool(NODES)) {
            List<Future<?>> running = new ArrayList<>();
            for (int node = 0; node < NODES; node++) {
                running.add(nodes.submit(() -> takeAll(channel.id(), taken)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(taken)
                .as("the test is no test if the server was quicker with all")
                .isNotEmpty();
        receiver.until(MANY - taken.size());
        Waiting.pause(500);
        List<String> all = new ArrayList<>(receiver.got().stream().map(Got::id).toList());
        taken.forEach(letter -> all.add(letter.id().toString()));
        assertThat(all).hasSize(MANY).doesNotHaveDuplicates();
        assertThat(Set.copyOf(all)).isEqualTo(told);
        taken.forEach(letter -> outgoing.end(letter, End.SENT, "sent"));
    }

    private void takeAll(UUID channel, ConcurrentLinkedQueue<Letter> taken) {
        List<Letter> some = outgoing.takeOf(channel, 5, LONG);
        while (!some.isEmpty()) {
            taken.addAll(some);
            some = outgoing.takeOf(channel, 5, LONG);
        }
    }

    /** As a node does that is killed between taking and sending, or between sending and saying so. */
    @Test
    void whatSomebodyTookWhoThenFellOverIsTakenAgainUnderTheSameId() {
        Made channel = errands.channel("webhook", receiver.url());
        Letter lost = taken(channel, Duration.ofSeconds(2));
        assertThat(errands.ended(lost.id())).isEmpty();
        errands.awaitEnd(lost.id(), "sent");
        assertThat(receiver.got()).extracting(Got::id).contains(lost.id().toString());
        assertThat(errands.one("select attempts from outbox where id = '" + lost.id() + "'"))
                .isEqualTo("2");
    }

    /** As a node does that is killed when it has been taken and before it could say so: once more, and no oftener. */
    @Test
    void whatWasSentByWhoeverThenFellOverComesOnceMoreUnderTheSameId() {
        Made channel = errands.channel("webhook", receiver.url());
        Letter sent = taken(channel, Duration.ofSeconds(2));
        Letters.Parcel parcel = letters.forChannel(sent, sent.message().orElseThrow());
        assertThat(carrier.carry(channels.find(channel.id()).orElseThrow(), parcel))
                .isEqualTo(Outcome.sent());
        assertThat(errands.ended(sent.id())).as("nobody has said so").isEmpty();
        errands.awaitEnd(sent.id(), "sent");
        Waiting.pause(1_000);
        List<Got> copies = receiver.got().stream()
                .filter(got -> got.id().equals(sent.id().toString()))
                .toList();
        assertThat(copies).hasSize(2);
        assertThat(copies.getLast().body()).isEqualTo(copies.getFirst().body());
    }

    /** He was slow, and somebody else has it by now: what he says of it counts no more. */
    @Test
    void whoeverHasLostTheLeasePutsNothingOff() {
        Made channel = errands.channel("webhook", receiver.url());
        Letter slow = taken(channel, Duration.ofSeconds(1));
        errands.awaitEnd(slow.id(), "sent");
        outgoing.later(slow, Duration.ofSeconds(1), "fault");
        outgoing.end(slow, End.FAILED, "fault");
        Waiting.pause(1_500);
        assertThat(errands.ended(slow.id())).isEqualTo("sent");
        assertThat(receiver.got().stream()
                        .filter(got -> got.id().equals(slow.id().toString())))
                .hasSize(1);
    }

    /** Somebody else is at it: it must not be taken from him because a third one was slow. */
    @Test
    void whoeverHasLostTheLeaseDoesNotShortenTheNextOnes() {
        Made channel = errands.channel("webhook", receiver.url());
        Letter slow = taken(channel, LONG);
        String row = " where id = '" + slow.id() + "'";
        assertThat(errands.run("update outbox set attempts = attempts + 1, next_at = now() + interval '1 hour'" + row))
                .isEqualTo(1);
        outgoing.later(slow, Duration.ZERO, "fault");
        assertThat(errands.one("select next_at > now() + interval '30 minutes' from outbox" + row))
                .isEqualTo("t");
        outgoing.end(slow, End.SENT, "sent");
    }

    @Test
    void theServersRoleCannotAlterWhatIsToldNorWhereAChannelLeads() {
        Made channel = errands.channel("webhook", receiver.url());
        for (String sql : List.of(
                "update channel_secret set sealed = ''",
                "update channel set kind = 'slack'",
                "delete from channel",
                "update outbox set message = ''",
                "update former_mail set address = 'eve@example.org'")) {
            assertThat(errands.isRefused(sql)).as(sql).isTrue();
        }
        assertThat(channel.secret()).startsWith("whsec_");
    }

    /** Taken by this test and not by the server, which is quick. */
    private Letter taken(Made channel, Duration lease) {
        for (int round = 0; round < 50; round++) {
            errands.tell(channel);
            List<Letter> some = outgoing.takeOf(channel.id(), 1, lease);
            if (!some.isEmpty()) {
                return some.getFirst();
            }
        }
        throw new AssertionError("the server was always quicker");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FloodsTest {
    private final Gate gate;
    private final Floods floods;
    private final LogEntries entries;
    private final WholeLog log;

    FloodsTest(Gate gate, Floods floods, LogEntries entries, WholeLog log) {
        this.gate = gate;
        this.floods = floods;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void aFloodFromOneAddressIsAFewEntriesAndANumber() {
        floods.fold();
        long before = log.verify();
        for (int i = 0; i < 500; i++) {
            gate.note(failure("192.0.2.7"));
        }
        floods.fold();
        List<LogEntries.Entry> written = entries.since(before);
        assertThat(written).hasSize(Floods.ONE_BY_ONE + 1);
        LogEntries.Entry counted = written.getLast();
        assertThat(counted.kind()).isEqualTo("sign-in-failed");
        assertThat(counted.body().at("/details/count").asLong()).isEqualTo(500 - Floods.ONE_BY_ONE);
        assertThat(counted.body().at("/origin/address").asText()).isEqualTo("192.0.2.7");
        floods.fold();
        assertThat(log.verify()).isEqualTo(before + written.size());
    }

    @Test
    void oneSubscribersManyAddressesAreOneFlood() {
        floods.fold();
        long before = log.verify();
        for (int i = 1; i <= 100; i++) {
            gate.note(failure("2001:db8:1:2::" + Integer.toHexString(i)));
        }
        floods.fold();
        assertThat(entries.since(before)).hasSize(Floods.ONE_BY_ONE + 1);
    }

    @Test
    void manyAddressesFillNeitherMemoryNorLog() {
        floods.fold();
        long before = log.verify();
        int many = Floods.MOST_ADDRESSES + 500;
        int swallowed = 0;
        for (int i = 0; i < many; i++) {
            swallowed += floods.swallows(failure("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255))) ? 1 : 0;
        }
        assertThat(swallowed).isEqualTo(500 - Floods.ONE_BY_ONE);
        floods.fold();
        List<LogEntries.Entry> written = entries.since(before);
        assertThat(written).hasSize(1);
        assertThat(written.getFirst().body().at("/details/count").asLong()).isEqualTo(swallowed);
        assertThat(written.getFirst().body().at("/origin/address").isMissingNode())
                .isTrue();
    }

    @Test
    void whoHasACredentialIsNeverFolded() {
        Caller host = new Caller(new Actor.System(), Optional.empty(), Optional.empty(), Line.NONE);
        Fact fact = Fact.failed(host, EventClass.PASSWORD_CHANGED, Optional.empty());
        for (int i = 0; i < 50; i++) {
            assertThat(floods.swallows(fact)).isFalse();
        }
    }

    private static Fact failure(String address) {
        try {
            Line line = new Line(Optional.of(InetAddress.getByName(address)), "");
            return Fact.failed(Caller.stranger(line), EventClass.SIGN_IN_FAILED, Optional.empty());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

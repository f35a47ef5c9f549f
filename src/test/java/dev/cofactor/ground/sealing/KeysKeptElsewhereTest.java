// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Where.Content;
import dev.cofactor.ground.unlocking.CannotUnlock;
import dev.cofactor.ground.unlocking.CannotUnlock.Why;
import dev.cofactor.ground.unlocking.Provider;
import dev.cofactor.ground.unlocking.Settings;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A root key that a service keeps: whoever disables it there shuts the keys here. */
class KeysKeptElsewhereTest {
    private static final byte[] CONTENT = "a value".getBytes(UTF_8);

    private final Where where = new Where(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Content.SEED);
    private final MemoryRows rows = new MemoryRows(UUID.randomUUID());
    private final Keeper keeper = new Keeper();
    private final Ticking clock = new Ticking();

    @TempDir
    Path folder;

    private ValueDoors doors;
    private Values.Sealed sealed;

    /** Keeps its key, binds what it is told, and says no when it is told to. */
    private static final class Keeper implements Provider.Service {
        private final RootKey.Held key = RootKey.Held.of(Plaintext.owning(new byte[32]));
        private @Nullable Why fault;
        private int asked;

        @Override
        public String fingerprint() {
            return "kept-elsewhere";
        }

        @Override
        public byte[] wrap(Map<String, String> bound, Plaintext content) {
            answer();
            return key.key().seal(context(bound), content.reveal());
        }

        @Override
        public Plaintext unwrap(Map<String, String> bound, byte[] wrapped) {
            answer();
            try {
                return Plaintext.owning(key.key().open(context(bound), wrapped));
            } catch (Unopenable e) {
                throw new CannotUnlock(Why.ALTERED, "altered", null);
            }
        }

        private static Context context(Map<String, String> bound) {
            UUID id = UUID.nameUUIDFromBytes(
                    new java.util.TreeMap<>(bound).toString().getBytes(UTF_8));
            return Context.ofLogBody(id, id, id);
        }

        private void answer() {
            asked++;
            if (fault != null) {
                throw new CannotUnlock(fault, "the key is disabled", null);
            }
        }
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-22T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void aNode() {
        doors = node();
        sealed = doors.values().seal(where, Plaintext.owning(CONTENT.clone()));
    }

    @Test
    void theKeyIsAskedForAtTheStartAndThenNoMore() {
        int atStart = keeper.asked;
        assertThat(opened(doors)).isEqualTo(CONTENT);
        clock.now = clock.now.plus(Duration.ofMinutes(14));
        doors.keys().look();
        assertThat(keeper.asked).isEqualTo(atStart);
        assertThat(opened(node())).isEqualTo(CONTENT);
    }

    @Test
    void aRefusalShutsTheKeysWithinAQuarterOfAnHour() {
        keeper.fault = Why.REFUSED;
        clock.now = clock.now.plus(Duration.ofMinutes(14));
        doors.keys().look();
        assertThat(opened(doors)).isEqualTo(CONTENT);
        clock.now = clock.now.plus(Duration.ofMinutes(1));
        doors.keys().look();
        assertShut();
        int asked = keeper.asked;
        assertShut();
        assertThat(keeper.asked).as("requests do not ask it").isEqualTo(asked);

        doors.keys().look();
        assertShut();
        keeper.fault = null;
        doors.keys().look();
        assertThat(opened(doors)).isEqualTo(CONTENT);
    }

    @Test
    void silenceShutsNothing() {
        keeper.fault = Why.UNANSWERED;
        clock.now = clock.now.plus(Duration.ofHours(3));
        doors.keys().look();
        assertThat(opened(doors)).isEqualTo(CONTENT);
        keeper.fault = Why.REFUSED;
        doors.keys().look();
        assertShut();
        keeper.fault = Why.UNANSWERED;
        doors.keys().look();
        assertShut();
    }

    @Test
    void aDisabledKeyStopsTheStart() {
        keeper.fault = Why.REFUSED;
        assertThatThrownBy(this::node).isInstanceOf(CannotUnlock.class).hasMessageContaining("disabled");
    }

    @Test
    void aKeyInAnothersRowDoesNotOpen() {
        UUID fingerprints = doors.keys()
                .inUse(Keyring.Slot.only(RootKey.Purpose.FINGERPRINT))
                .id();
        UUID values = sealed.key();
        rows.forge(
                values,
                keeper.fingerprint(),
                rows.wrap(fingerprints, keeper.fingerprint()).orElseThrow());
        assertThatThrownBy(this::node).isInstanceOf(CannotUnlock.class).hasMessageContaining("unusable");
    }

    @Test
    void fromAFileToAServiceEverythingGoesOnOpening() {
        var local = new MemoryRows(UUID.randomUUID());
        ValueDoors before = ValueDoors.of(local, folder.resolve("root.key"), new SecureRandom());
        sealed = before.values().seal(where, Plaintext.owning(CONTENT.clone()));
        before.addRoot(keeper);
        assertThat(before.roots().verify(keeper).isWhole()).isTrue();
        ValueDoors after =
                ValueDoors.of(local, Settings.unlocking(keeper, folder.resolve("nothing")), clock, new SecureRandom());
        after.dropRoot(before.keys().root().fingerprint());
        assertThat(opened(after)).isEqualTo(CONTENT);
    }

    private ValueDoors node() {
        return ValueDoors.of(rows, Settings.unlocking(keeper, folder.resolve("nothing")), clock, new SecureRandom());
    }

    private byte[] opened(ValueDoors by) {
        return by.values().open(where, sealed, ValueDoors.released(where)).reveal();
    }

    private void assertShut() {
        assertThatThrownBy(() -> opened(doors))
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.code()).isEqualTo("keys-shut"));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Bundles.Bundle;
import dev.cofactor.ground.sealing.Bundles.BundleKey;
import dev.cofactor.ground.sealing.Bundles.HolderKey;
import dev.cofactor.ground.sealing.Bundles.Place;
import dev.cofactor.ground.sealing.Bundles.Share;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The door of bundles: what is sealed there opens in its own place, with its own key, and nowhere else. */
class BundlesTest {
    private final SecureRandom random = new SecureRandom();
    private final UUID secret = UUID.randomUUID();
    private final UUID field = UUID.randomUUID();
    private final UUID value = UUID.randomUUID();
    private final Bundle bundle = new Bundle(UUID.randomUUID(), UUID.randomUUID());
    private final Place place = new Place(bundle, secret, field, value, "seed");

    private static Plaintext text(String text) {
        return Plaintext.owning(text.getBytes(US_ASCII));
    }

    @Test
    void aValueOpensInItsOwnPlaceAlone() {
        try (BundleKey key = BundleKey.generate(random)) {
            byte[] sealed = key.seal(place, text("a seed"));
            assertThat(key.open(place, sealed).reveal()).isEqualTo("a seed".getBytes(US_ASCII));
            UUID other = UUID.randomUUID();
            Bundle elsewhere = new Bundle(other, bundle.id());
            Bundle another = new Bundle(bundle.installation(), other);
            for (Place wrong : List.of(
                    new Place(elsewhere, secret, field, value, "seed"),
                    new Place(another, secret, field, value, "seed"),
                    new Place(bundle, other, field, value, "seed"),
                    new Place(bundle, secret, other, value, "seed"),
                    new Place(bundle, secret, field, other, "seed"),
                    new Place(bundle, secret, field, value, "backup-code"))) {
                assertThatThrownBy(() -> key.open(wrong, sealed)).isInstanceOf(Unopenable.class);
            }
        }
    }

    @Test
    void anotherKeyOpensNothingAndTagsOtherwise() {
        try (BundleKey key = BundleKey.generate(random);
                BundleKey other = BundleKey.generate(random)) {
            byte[] sealed = key.seal(place, text("a seed"));
            assertThatThrownBy(() -> other.open(place, sealed)).isInstanceOf(Unopenable.class);
            assertThat(other.tag(bundle, new byte[32])).isNotEqualTo(key.tag(bundle, new byte[32]));
            assertThat(key.tag(bundle, new byte[32])).isEqualTo(key.tag(bundle, new byte[32]));
        }
    }

    @Test
    void aShareOpensForItsHolderInItsPlaceAlone() {
        HolderKey anna = HolderKey.generate(random);
        HolderKey bert = HolderKey.generate(random);
        Share share = new Share(bundle, 1, 2, anna.holder().fingerprint());
        byte[] sealed = anna.holder().seal(share, text("a share"));
        assertThat(anna.open(share, sealed).reveal()).isEqualTo("a share".getBytes(US_ASCII));
        assertThatThrownBy(() -> bert.open(share, sealed)).isInstanceOf(Unopenable.class);
        for (Share wrong : List.of(
                new Share(bundle, 2, 2, share.holder()),
                new Share(bundle, 1, 3, share.holder()),
                new Share(bundle, 1, 2, bert.holder().fingerprint()),
                new Share(new Bundle(bundle.installation(), secret), 1, 2, share.holder()))) {
            assertThatThrownBy(() -> anna.open(wrong, sealed)).isInstanceOf(Unopenable.class);
        }
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> anna.open(share, sealed)).isInstanceOf(Unopenable.class);
    }

    /** RFC 7748, 6.1: Alice's key pair. */
    @Test
    void thePublicHalfIsFoundAgainFromThePrivateOne() {
        HexFormat hex = HexFormat.of();
        byte[] alice = hex.parseHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a");
        assertThat(hex.formatHex(HolderKey.of(Plaintext.owning(alice)).holder().bytes()))
                .isEqualTo("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
    }

    @Test
    void whatIsNoKeyIsRefusedAndNothingPrints() {
        assertThatThrownBy(() -> Bundles.Holder.of(new byte[31])).isInstanceOf(Unopenable.class);
        assertThatThrownBy(() -> HolderKey.of(Plaintext.owning(new byte[5]))).isInstanceOf(Unopenable.class);
        assertThatThrownBy(() -> BundleKey.of(Plaintext.owning(new byte[16]))).isInstanceOf(Unopenable.class);
        assertThat(HolderKey.generate(random)).hasToString("[redacted]");
        assertThat(BundleKey.generate(random)).hasToString("[redacted]");
        HolderKey key = HolderKey.generate(random);
        assertThat(HolderKey.of(key.scalar()).holder().fingerprint())
                .isEqualTo(key.holder().fingerprint());
    }
}

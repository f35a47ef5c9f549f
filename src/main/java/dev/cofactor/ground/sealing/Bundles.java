// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig2026;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Context.Installation;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The door of disaster bundles, on both sides: the server seals under a key that it forgets, the command line opens with keys
 * that no server has. It opens nothing of the database: none of its keys is in reach here.
 *
 * <p>What it makes is a stored format (src/docs/formats/bundle.md).
 */
public final class Bundles {
    public static final int KEY_BYTES = OpenKey.KEY_BYTES;

    private static final String FINGERPRINT = "cofactor/bundle-holder/v1";

    private Bundles() {}

    /** Which bundle of which installation. */
    public record Bundle(UUID installation, UUID id) {}

    /** Where something stands in a bundle, and what it is: bound to it, so that nothing opens in another's place. */
    public record Place(Bundle bundle, UUID secret, UUID field, UUID value, String content) {}

    /** Which share of a bundle's key: {@code number} of those of which {@code threshold} open it. */
    public record Share(Bundle bundle, int number, int threshold, String holder) {}

    /** This installation, for whoever makes a bundle of it. */
    @Singleton
    public static class Home {
        private final Installation installation;

        Home(Installation installation) {
            this.installation = installation;
        }

        public UUID installation() {
            return installation.id();
        }
    }

    /** A holder's public key (X25519), to which shares are sealed by HPKE (RFC 9180). */
    public static final class Holder {
        private final HpkePublicKey key;

        private Holder(HpkePublicKey key) {
            this.key = key;
        }

        /** @throws Unopenable for what is no such key */
        public static Holder of(byte[] bytes) {
            return new Holder(publicKey(bytes));
        }

        @AccessesPartialKey
        public byte[] bytes() {
            return key.getPublicKeyBytes().toByteArray();
        }

        /** By which two people tell each other over the telephone that it is the same key: hexadecimal. */
        public String fingerprint() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(FINGERPRINT.getBytes(US_ASCII));
                return HexFormat.of().formatHex(digest.digest(bytes()));
            } catch (NoSuchAlgorithmException e) {
                throw broken(e);
            }
        }

        public byte[] seal(Share place, Plaintext share) {
            try {
                return only(key)
                        .getPrimitive(HybridConfig2026.get(), HybridEncrypt.class)
                        .encrypt(share.reveal(), Context.ofShare(place).bytes());
            } catch (GeneralSecurityException e) {
                throw broken(e);
            }
        }
    }

    /** A holder's own key. It never comes near a server. */
    public static final class HolderKey {
        private final HpkePrivateKey key;

        private HolderKey(HpkePrivateKey key) {
            this.key = key;
        }

        public static HolderKey generate(SecureRandom random) {
            byte[] bytes = new byte[KEY_BYTES];
            random.nextBytes(bytes);
            try (Plaintext scalar = Plaintext.owning(bytes)) {
                return of(scalar);
            }
        }

        /** @throws Unopenable for what is no such key */
        @AccessesPartialKey
        public static HolderKey of(Plaintext scalar) {
            try {
                HpkePublicKey known = publicKey(X25519.publicFromPrivate(scalar.reveal()));
                return new HolderKey(HpkePrivateKey.create(
                        known, SecretBytes.copyFrom(scalar.reveal(), InsecureSecretKeyAccess.get())));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw Unopenable.altered();
            }
        }

        public Holder holder() {
            return new Holder(key.getPublicKey());
        }

        /** To be kept in its file. */
        @AccessesPartialKey
        public Plaintext scalar() {
            return Plaintext.owning(key.getPrivateKeyBytes().toByteArray(InsecureSecretKeyAccess.get()));
        }

        /** @throws Unopenable when this is not what was sealed to this key in this place */
        public Plaintext open(Share place, byte[] sealed) {
            try {
                return Plaintext.owning(only(key)
                        .getPrimitive(HybridConfig2026.get(), HybridDecrypt.class)
                        .decrypt(sealed, Context.ofShare(place).bytes()));
            } catch (GeneralSecurityException e) {
                throw Unopenable.altered();
            }
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** The key of one bundle, whole: on the server while it is made, elsewhere once so many holders have met. */
    public static final class BundleKey implements AutoCloseable {
        private final Plaintext bytes;
        private final OpenKey key;

        private BundleKey(Plaintext bytes) {
            this.bytes = bytes;
            this.key = new OpenKey(bytes);
        }

        public static BundleKey generate(SecureRandom random) {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            return new BundleKey(Plaintext.owning(fresh));
        }

        /** @throws Unopenable for what is too short or too long to be one; it then owns nothing */
        public static BundleKey of(Plaintext bytes) {
            if (bytes.reveal().length != KEY_BYTES) {
                throw Unopenable.altered();
            }
            return new BundleKey(bytes);
        }

        /** To be split: it is the bundle key's own, which closes it. */
        public Plaintext bytes() {
            return bytes;
        }

        public byte[] seal(Place place, Plaintext content) {
            return key.seal(Context.ofBundled(place), content.reveal());
        }

        /** @throws Unopenable when this is not what was sealed in this place, or with another key */
        public Plaintext open(Place place, byte[] sealed) {
            return Plaintext.owning(key.open(Context.ofBundled(place), sealed));
        }

        /** Over all that a file says: who lacks the key cannot leave anything out of it. */
        public byte[] tag(Bundle bundle, byte[] digest) {
            return key.tag(Context.ofBundle(bundle, digest));
        }

        @Override
        public void close() {
            bytes.close();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @AccessesPartialKey
    private static HpkePublicKey publicKey(byte[] bytes) {
        try {
            return HpkePublicKey.create(parameters(), Bytes.copyFrom(Arrays.copyOf(bytes, bytes.length)), null);
        } catch (GeneralSecurityException e) {
            throw Unopenable.altered();
        }
    }

    private static HpkeParameters parameters() throws GeneralSecurityException {
        return HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
    }

    private static KeysetHandle only(Key key) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(KeysetHandle.importKey(key).withFixedId(1).makePrimary())
                .build();
    }

    private static IllegalStateException broken(GeneralSecurityException e) {
        return new IllegalStateException("this Java lacks an algorithm that bundles need", e);
    }
}

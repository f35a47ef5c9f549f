// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.ground.plaintext.Plaintext;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a sealed thing stands and what a tag is of: immutable ids, each field preceded by its length, so that no two
 * contexts are the same bytes. Keys take nothing else, so nothing can be sealed without saying where it belongs.
 *
 * <p>The bytes are a stored format (src/docs/formats/envelope.md): a change is a new word with a new version.
 */
final class Context {
    private static final int LONGEST_FIELD = 0xFFFF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

    /** Which installation this is: chosen when the database was made, never changed, and bound to all that is sealed. */
    @Singleton
    static class Installation {
        private final SealingKeyRows rows;
        private volatile @Nullable UUID id;

        Installation(SealingKeyRows rows) {
            this.rows = rows;
        }

        UUID id() {
            UUID known = id;
            if (known == null) {
                known = rows.installation();
                id = known;
            }
            return known;
        }
    }

    private Context(String word) {
        text(word);
    }

    static Context ofRoot() {
        return new Context("cofactor/root/v1");
    }

    static Context ofKey(RootKey.KeyName key) {
        return new Context("cofactor/wrapped-key/v1")
                .id(key.installation())
                .text(key.purpose().word)
                .text(key.label())
                .id(key.id())
                .field(ByteBuffer.allocate(Integer.BYTES).putInt(key.version()).array());
    }

    static Context ofLogBody(UUID installation, UUID key, UUID event) {
        return new Context("cofactor/log-body/v1").id(installation).id(key).id(event);
    }

    static Context ofTag(UUID installation, int epoch, UUID subject, long sequence) {
        return new Context("cofactor/log-tag/v1")
                .id(installation)
                .field(ByteBuffer.allocate(Integer.BYTES).putInt(epoch).array())
                .id(subject)
                .field(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array());
    }

    static Context ofAddress(UUID installation, byte[] address) {
        return new Context("cofactor/address/v1").id(installation).field(address);
    }

    /** The content's: without the purpose key's id, so that the data key can move while the content stays. */
    static Context ofValue(UUID installation, Where where) {
        return new Context("cofactor/value/v1").id(installation).where(where);
    }

    static Context ofDataKey(UUID installation, Where where, UUID key) {
        return new Context("cofactor/data-key/v1").id(installation).where(where).id(key);
    }

    /** The seed itself is one more field, which is added where it can be overwritten again. */
    static Context ofSeed(UUID installation) {
        return new Context("cofactor/fingerprint/v1").id(installation);
    }

    static Context ofRow(UUID installation, UUID key, String table, UUID row, List<byte[]> columns) {
        Context context = new Context("cofactor/row/v1")
                .id(installation)
                .id(key)
                .text(table)
                .id(row);
        columns.forEach(context::field);
        return context;
    }

    static Context ofFactor(UUID installation, UUID key, OwnFactors.Place place) {
        return new Context("cofactor/factor/v1")
                .id(installation)
                .id(key)
                .id(place.person())
                .id(place.factor())
                .text(place.content().word)
                .text(place.particulars());
    }

    static Context ofChannel(UUID installation, UUID key, ChannelSecrets.Place place) {
        return new Context("cofactor/channel/v1")
                .id(installation)
                .id(key)
                .id(place.channel())
                .text(place.content().word());
    }

    static Context ofBundled(Bundles.Place place) {
        return new Context("cofactor/bundled/v1")
                .bundle(place.bundle())
                .id(place.secret())
                .id(place.field())
                .id(place.value())
                .text(place.content());
    }

    static Context ofShare(Bundles.Share share) {
        return new Context("cofactor/bundle-share/v1")
                .bundle(share.bundle())
                .field(new byte[] {(byte) share.number(), (byte) share.threshold()})
                .text(share.holder());
    }

    static Context ofBundle(Bundles.Bundle bundle, byte[] digest) {
        return new Context("cofactor/bundle/v1").bundle(bundle).field(digest);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** These bytes and one more field. Whoever asks overwrites them: the last field may be what nobody must see. */
    Plaintext and(Plaintext last) {
        byte[] field = last.reveal();
        mustFit(field);
        return Plaintext.owning(ByteBuffer.allocate(bytes.size() + Short.BYTES + field.length)
                .put(bytes())
                .putShort((short) field.length)
                .put(field)
                .array());
    }

    private Context bundle(Bundles.Bundle bundle) {
        return id(bundle.installation()).id(bundle.id());
    }

    private Context where(Where where) {
        return id(where.secret())
                .id(where.field())
                .id(where.value())
                .text(where.content().word());
    }

    private Context text(String text) {
        return field(text.getBytes(US_ASCII));
    }

    private Context id(UUID id) {
        return field(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    private Context field(byte[] field) {
        mustFit(field);
        bytes.write(field.length >>> 8);
        bytes.write(field.length);
        bytes.writeBytes(field);
        return this;
    }

    private static void mustFit(byte[] field) {
        if (field.length > LONGEST_FIELD) {
            throw new IllegalArgumentException("a field of a context has at most 65535 bytes");
        }
    }
}

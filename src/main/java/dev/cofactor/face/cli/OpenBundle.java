// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import dev.cofactor.engine.escrow.BundleFile;
import dev.cofactor.engine.escrow.BundleFile.Holding;
import dev.cofactor.engine.escrow.EscrowRefused;
import dev.cofactor.engine.escrow.Manifest;
import dev.cofactor.engine.escrow.Shamir;
import dev.cofactor.engine.escrow.UseFile;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Bundles.Bundle;
import dev.cofactor.ground.sealing.Bundles.BundleKey;
import dev.cofactor.ground.sealing.Bundles.HolderKey;
import dev.cofactor.ground.sealing.Bundles.Place;
import dev.cofactor.ground.sealing.Bundles.Share;
import dev.cofactor.ground.sealing.Unopenable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A bundle that enough holders have opened together, and that was found whole. */
final class OpenBundle implements AutoCloseable {
    private static final UUID NONE = new UUID(0, 0);

    private final BundleFile.Read read;
    private final Bundle bundle;
    private final BundleKey key;
    private final Set<Integer> shares;
    private final Manifest manifest;

    private OpenBundle(BundleFile.Read read, BundleKey key, Set<Integer> shares) {
        this.read = read;
        this.bundle = bundle(read.file());
        this.key = key;
        this.shares = shares;
        read.mustBeWhole(key.tag(bundle, read.digest()));
        try (Plaintext text = key.open(
                new Place(bundle, NONE, NONE, NONE, BundleFile.INDEX),
                read.file().index())) {
            this.manifest = Manifest.read(text);
        }
    }

    /** Too few of them open it. */
    static final class TooFew extends Problem {
        private static final long serialVersionUID = 1;

        TooFew(int threshold, int holders, int given) {
            super(
                    Kind.FORBIDDEN,
                    "bundle-too-few",
                    "this bundle opens with " + threshold + " of " + holders + " keys, and " + given
                            + " of them were given");
        }
    }

    static OpenBundle of(BundleFile.Read read, List<HolderKey> keys) {
        List<Shamir.Share> shares = new ArrayList<>();
        try {
            for (Holding holding : read.file().holders()) {
                keys.stream()
                        .filter(key -> key.holder().fingerprint().equals(holding.key()))
                        .findFirst()
                        .ifPresent(key -> shares.add(share(read.file(), holding, key)));
            }
            int threshold = read.file().threshold();
            if (shares.size() < threshold) {
                throw new TooFew(threshold, read.file().holders().size(), shares.size());
            }
            return opened(read, shares.subList(0, threshold), numbers(shares));
        } catch (Unopenable e) {
            throw EscrowRefused.altered("the bundle");
        } finally {
            shares.forEach(Shamir.Share::close);
        }
    }

    private static OpenBundle opened(BundleFile.Read read, List<Shamir.Share> enough, Set<Integer> there) {
        BundleKey key = BundleKey.of(Shamir.combine(enough));
        try {
            return new OpenBundle(read, key, there);
        } catch (Problem | Unopenable e) {
            key.close();
            throw e;
        }
    }

    private static Set<Integer> numbers(List<Shamir.Share> shares) {
        Set<Integer> numbers = new TreeSet<>();
        shares.forEach(share -> numbers.add(share.number()));
        return numbers;
    }

    private static Shamir.Share share(BundleFile file, Holding holding, HolderKey key) {
        Share place = new Share(bundle(file), holding.share(), file.threshold(), holding.key());
        return new Shamir.Share(holding.share(), key.open(place, holding.sealed()));
    }

    private static Bundle bundle(BundleFile file) {
        return new Bundle(file.installation(), file.bundle());
    }

    Manifest manifest() {
        return manifest;
    }

    /** Whose holders were there. */
    Set<Integer> shares() {
        return shares;
    }

    UseFile.Of uses() {
        return new UseFile.Of(bundle.id(), read.file().uses(), BundleFile.digest(read.whole()));
    }

    /** By which uses are signed. */
    Plaintext signer() {
        return open(
                new Place(bundle, NONE, NONE, NONE, BundleFile.SIGNER),
                read.file().signer());
    }

    /** A value that the list of contents names. */
    Plaintext value(UUID secret, UUID field, UUID value, String content) {
        BundleFile.Item item = read.file().items().stream()
                .filter(one -> one.value().equals(value) && one.content().equals(content))
                .findFirst()
                .orElseThrow(() -> EscrowRefused.altered("the bundle"));
        return open(new Place(bundle, secret, field, value, content), item.sealed());
    }

    private Plaintext open(Place place, byte[] sealed) {
        try {
            return key.open(place, sealed);
        } catch (Unopenable e) {
            throw EscrowRefused.altered("the bundle");
        }
    }

    @Override
    public void close() {
        key.close();
    }
}

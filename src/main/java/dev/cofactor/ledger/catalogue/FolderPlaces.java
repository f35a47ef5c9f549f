// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import dev.cofactor.ground.gathering.Remembered;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Where folders lie, read when first asked for and remembered for as long as the world lasts: they are of the world. */
@Singleton
class FolderPlaces {
    /** More are not remembered: then they are read anew. */
    private static final int MOST = 10_000;

    private static final long NONE_YET = -1;

    private final PlaceRows places;
    private final FolderRows rows;
    private volatile Known known = Known.in(NONE_YET);

    FolderPlaces(PlaceRows places, FolderRows rows) {
        this.places = places;
        this.rows = rows;
    }

    /** What was read in this world, or since. */
    record Known(long world, Remembered<List<Slug>, UUID> parents, Remembered<UUID, Spot> spots) {
        static Known in(long world) {
            return new Known(world, new Remembered<>(MOST), new Remembered<>(MOST));
        }
    }

    /**
     * A folder with what is above it.
     *
     * @param chain itself first
     * @param above the slugs that lead to it, from the root
     */
    record Spot(List<UUID> chain, List<String> above, Optional<UUID> personalOf) {
        String path(String slug) {
            return SlugPath.text(Stream.concat(above.stream(), Stream.of(slug)));
        }
    }

    Known known() {
        return known;
    }

    /** The world has moved on; whoever finds that first begins anew. */
    synchronized void forget(Known old, long world) {
        if (known.world() == old.world()) {
            known = Known.in(world);
        }
    }

    /** The folder that something at this path would lie in. */
    Optional<UUID> parent(Known in, SlugPath path) {
        List<Slug> above = path.slugs().subList(0, path.slugs().size() - 1);
        if (above.isEmpty()) {
            return Optional.empty();
        }
        return in.parents.find(
                List.copyOf(above),
                slugs -> QuarkusTransaction.requiringNew().call(() -> places.at(new SlugPath(slugs))));
    }

    Spot spot(Known in, UUID folder) {
        return in.spots.of(folder, asked -> QuarkusTransaction.requiringNew().call(() -> read(asked)));
    }

    private Spot read(UUID folder) {
        PlaceRows.Tree tree = places.above(Set.of(folder));
        List<UUID> chain = tree.chain(folder);
        Map<UUID, UUID> people = rows.people(tree.ids());
        Optional<UUID> person =
                chain.stream().map(people::get).filter(Objects::nonNull).findFirst();
        return new Spot(chain, tree.segments(folder), person);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Some folders with all that is above them. */
final class Tree {
    private final Map<UUID, PlaceRow> places = new LinkedHashMap<>();

    Tree(Collection<PlaceRow> folders) {
        folders.forEach(row -> places.put(row.object, row));
    }

    Set<UUID> ids() {
        return places.keySet();
    }

    @Nullable
    PlaceRow place(UUID folder) {
        return places.get(folder);
    }

    /** Nearest first. A circle, which nobody can make, would end where it closes. */
    List<UUID> chain(@Nullable UUID folder) {
        List<UUID> chain = new ArrayList<>();
        @Nullable UUID next = folder;
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            @Nullable PlaceRow row = places.get(next);
            next = row == null ? null : row.parent;
        }
        return chain;
    }

    /** From the root down to something in the folder. */
    String path(@Nullable UUID folder, String slug) {
        List<String> segments = segments(folder);
        segments.add(slug);
        return SlugPath.text(segments.stream());
    }

    /** From the root down to the folder itself. */
    List<String> segments(@Nullable UUID folder) {
        List<String> segments = new ArrayList<>();
        for (UUID id : chain(folder)) {
            @Nullable PlaceRow row = places.get(id);
            if (row != null) {
                segments.addFirst(row.slug);
            }
        }
        return segments;
    }
}

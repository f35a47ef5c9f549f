// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.former;

import dev.cofactor.ledger.former.FormerRows.Above;
import dev.cofactor.ledger.former.FormerRows.Lain;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where secrets were at a moment: places and tags are ended, never deleted, so it can be asked years later. */
@Singleton
@Transactional
public class Former {
    private static final UUID FIRST = new UUID(0, 0);

    private final FormerRows rows;

    Former(FormerRows rows) {
        this.rows = rows;
    }

    /**
     * A secret as it lay then.
     *
     * @param path empty where it lay in somebody's personal folder: what people call things in there is theirs
     * @param folders the one it lay in and all above it
     */
    public record Spot(
            UUID secret, String path, UUID template, Set<UUID> folders, Set<UUID> tags, Optional<UUID> personalOf) {}

    /** In the order of their ids, those after the given one. */
    public List<Spot> at(Instant time, Optional<UUID> after, int most) {
        List<Lain> lain = rows.spots(time, after.orElse(FIRST), most);
        if (lain.isEmpty()) {
            return List.of();
        }
        Map<UUID, Above> tree = rows.folders(time);
        Map<UUID, Set<UUID>> tags = rows.tags(lain.stream().map(Lain::secret).toList(), time);
        return lain.stream()
                .map(one -> spot(one, tree, tags.getOrDefault(one.secret(), Set.of())))
                .toList();
    }

    private static Spot spot(Lain one, Map<UUID, Above> tree, Set<UUID> tags) {
        List<UUID> chain = chain(one.parent(), tree);
        List<Above> above =
                chain.stream().map(tree::get).filter(Objects::nonNull).toList();
        Optional<UUID> person = above.stream()
                .flatMap(folder -> Stream.ofNullable(folder.personalOf()))
                .findFirst();
        List<String> segments = new ArrayList<>(List.of(one.slug()));
        above.forEach(folder -> segments.addFirst(folder.slug()));
        String path = person.isPresent() ? "" : String.join("/", segments);
        return new Spot(one.secret(), path, one.template(), Set.copyOf(chain), tags, person);
    }

    /** Nearest first. A circle, which nobody can make, would end where it closes. */
    private static List<UUID> chain(UUID folder, Map<UUID, Above> tree) {
        List<UUID> chain = new ArrayList<>();
        @Nullable UUID next = folder;
        while (next != null && !chain.contains(next)) {
            @Nullable Above above = tree.get(next);
            if (above != null) {
                chain.add(next);
            }
            next = above == null ? null : above.parent();
        }
        return chain;
    }
}

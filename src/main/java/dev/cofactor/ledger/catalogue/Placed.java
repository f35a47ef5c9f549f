// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A secret as the catalogue knows it at one moment: all that decides who may, and no value.
 *
 * @param path with its own slug; of a deleted one, where it was
 * @param folders the one it lies in and all above it, nearest first
 * @param owners people and groups
 * @param personalOf whose personal folder it lies in
 * @param watched whether its owners are told of each release
 * @param version of its row, read before everything else here: what was found cannot be newer than it says
 */
public record Placed(
        UUID secret,
        String path,
        String slug,
        String name,
        String description,
        UUID templateId,
        int templateVersion,
        State state,
        List<UUID> folders,
        Set<UUID> tags,
        Set<UUID> owners,
        Optional<UUID> personalOf,
        boolean watched,
        long version) {

    /** A draft serves nobody yet; what is deleted can be brought back. */
    public enum State {
        DRAFT,
        ACTIVE,
        DELETED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public Placed {
        folders = List.copyOf(folders);
        tags = Set.copyOf(tags);
        owners = Set.copyOf(owners);
    }
}

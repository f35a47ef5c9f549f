// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A folder at one moment.
 *
 * @param parent nothing at the root
 * @param itselfAndAbove nearest first
 * @param personalOf whose personal folder it is or lies in
 * @param event the one that put it here or named it so; another one after the next such change
 */
public record Folder(
        UUID id,
        Optional<UUID> parent,
        String slug,
        String name,
        String path,
        List<UUID> itselfAndAbove,
        Optional<UUID> personalOf,
        UUID event) {

    public Folder {
        itselfAndAbove = List.copyOf(itselfAndAbove);
    }
}

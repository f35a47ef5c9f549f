// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.engine.escrow.Shamir;
import dev.cofactor.ground.identity.DisplayName;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A bundle as somebody asks for it.
 *
 * @param secrets by path or id
 * @param folder all that is in it and below, as far as it can be in a bundle and he may
 * @param holders people with a registered key, in the order of their shares
 */
public record Wanted(
        DisplayName name, List<String> secrets, Optional<String> folder, List<UUID> holders, int threshold) {
    public Wanted {
        secrets = secrets.stream().distinct().toList();
        if (secrets.isEmpty() && folder.isEmpty()) {
            throw BundleRefused.invalid("say which secrets, or of which folder");
        }
        if (secrets.size() > Plan.MOST_SECRETS) {
            throw BundleRefused.tooMuch();
        }
        boolean several = holders.size() <= Shamir.MOST
                && holders.stream().distinct().count() == holders.size()
                && threshold >= Shamir.LEAST
                && threshold <= holders.size();
        if (!several) {
            throw BundleRefused.invalid(
                    "a bundle has 2 to " + Shamir.MOST + " holders, each once, of whom at least 2 open it");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import dev.cofactor.ground.plaintext.Plaintext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Set;

/** The provider that the settings name: whoever asks here needs not know where the root key is kept. */
@ApplicationScoped
public class Unlocking {
    private static final Set<String> OPEN_NOTHING = Set.of("migrate", "signer");

    private final UnlockingConfig config;
    private final SecureRandom random;

    Unlocking(UnlockingConfig config, SecureRandom random) {
        this.config = config;
        this.random = random;
    }

    /** {@code migrate} and {@code signer} open no keys, and are given none. */
    public boolean isWanted() {
        return !OPEN_NOTHING.contains(config.mode());
    }

    /**
     * The root key.
     *
     * @param sealedBefore whether anything was sealed already; a root key that is not there is then lost, not new
     */
    public Plaintext rootKey(boolean sealedBefore) {
        return RootKeyFile.forServer(config, sealedBefore, random);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import dev.cofactor.ground.outbound.Outbound;
import dev.cofactor.ground.unlocking.UnlockingConfig.Place;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The provider that the settings name: whoever asks here needs not know where the root key is kept. */
@Singleton
public class Unlocking {
    private static final Set<String> OPEN_NOTHING = Set.of("migrate", "signer");
    private static final String VARIABLES =
            "COFACTOR_ROOT_KEY_FILE, COFACTOR_ROOT_KEY_CREDENTIAL or COFACTOR_ROOT_KEY_AWS_KMS_KEY_ID";

    private final UnlockingConfig config;
    private final Outbound outbound;
    private final Clock clock;
    private final SecureRandom random;

    Unlocking(UnlockingConfig config, Outbound outbound, Clock clock, SecureRandom random) {
        this.config = config;
        this.outbound = outbound;
        this.clock = clock;
        this.random = random;
    }

    /** {@code migrate} and {@code signer} open no keys, and are given none. */
    public boolean isWanted() {
        return !OPEN_NOTHING.contains(config.mode());
    }

    /**
     * The root key's provider.
     *
     * @param sealedBefore whether anything was sealed already; a root key that is not there is then lost, not new
     */
    public Provider provider(boolean sealedBefore) {
        Place place = config.rootKey();
        mustBeOne(place);
        return place.file().isPresent()
                ? new Provider.Local(RootKeyFile.forServer(config, sealedBefore, random))
                : at(place);
    }

    /** The provider that is to come after it: set while the root key changes, and only then. */
    public Optional<Provider> next() {
        Place place = config.rootKey().next();
        if (places(place) == 0) {
            return Optional.empty();
        }
        mustBeOne(place);
        place.file().ifPresent(file -> RootKeyFile.mustLieOutside(config.dataDir(), file));
        return Optional.of(at(place));
    }

    private Provider at(Place place) {
        if (place.file().isPresent()) {
            return new Provider.Local(RootKeyFile.open(place.file().get()));
        }
        if (place.credential().isPresent()) {
            return handedOver(place.credential().get(), System.getenv("CREDENTIALS_DIRECTORY"));
        }
        return AwsKms.of(place.awsKms(), outbound, clock);
    }

    static Provider handedOver(String name, @Nullable String credentials) {
        if (!name.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
            throw new CannotUnlock("COFACTOR_ROOT_KEY_CREDENTIAL is the name of a credential, not a path");
        }
        if (credentials == null) {
            throw new CannotUnlock("systemd handed nothing over: start it as a service with LoadCredential=" + name
                    + ":… or LoadCredentialEncrypted=" + name + ":…");
        }
        return new Provider.Local(RootKeyFile.open(Path.of(credentials, name), credentials));
    }

    private static void mustBeOne(Place place) {
        long places = places(place);
        if (places == 0) {
            throw new CannotUnlock("nothing says where the root key is: set one of " + VARIABLES
                    + " (`cofactor key create` makes a file)");
        }
        if (places > 1) {
            throw new CannotUnlock("there is one root key: set only one of " + VARIABLES);
        }
    }

    private static long places(Place place) {
        return Stream.of(place.file(), place.credential(), place.awsKms().keyId())
                .filter(Optional::isPresent)
                .count();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ground.unlocking.RootKeyFile;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;

/** With a database and a log of its own, which strangers may read. */
public final class Alone implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        Path next = TestFolder.fresh("canaries-next").resolve("root.key");
        RootKeyFile.create(next, new SecureRandom());
        return dev.cofactor.fixtures.WithProvider.with(Posting.with(Map.of(
                "cofactor.log.public",
                "true",
                "cofactor.log.stream.longest",
                "PT3S",
                "quarkus.log.min-level",
                "TRACE",
                "cofactor.root-key.next.file",
                next.toString())));
    }
}

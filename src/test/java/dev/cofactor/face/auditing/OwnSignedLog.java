// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.fixtures.TestFolder;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A server that signs its log itself, as an evaluation does, and whose log holds nothing of other tests. */
public final class OwnSignedLog implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cofactor.log.key-file",
                TestFolder.fresh("own-signed-log").resolve("log.key").toString(),
                "cofactor.log.signs",
                "true",
                "cofactor.log.makes-key",
                "true",
                "cofactor.log.checkpoint-interval",
                "PT0.1S");
    }
}

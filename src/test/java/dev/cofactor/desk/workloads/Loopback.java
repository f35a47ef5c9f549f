// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** An installation that may ask issuers on its own machine. */
public final class Loopback implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("cofactor.outbound.allow-private", "localhost");
    }
}

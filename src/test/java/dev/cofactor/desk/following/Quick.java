// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A log that is followed quickly, by few, and not for long. */
public final class Quick implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cofactor.log.stream.glance", "PT0.05S",
                "cofactor.log.stream.breath", "PT0.3S",
                "cofactor.log.stream.longest", "PT10S",
                "cofactor.log.stream.most", "3",
                "cofactor.log.stream.each", "2");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * What the launcher has found out (a port, a password made at the first start), handed to the server in memory: neither
 * the process list nor a dump of system properties shows it. Nothing outranks it.
 */
public final class LaunchSettings implements ConfigSource {
    private static final int ABOVE_ALL = 1000;
    private static volatile Map<String, String> decided = Map.of();

    static void decide(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(decided);
        all.putAll(settings);
        decided = Map.copyOf(all);
    }

    @Override
    public Set<String> getPropertyNames() {
        return decided.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return decided.get(name);
    }

    @Override
    public String getName() {
        return "launcher";
    }

    @Override
    public int getOrdinal() {
        return ABOVE_ALL;
    }
}

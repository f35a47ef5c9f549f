// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import org.eclipse.microprofile.config.ConfigProvider;

/** Where the management port of the server under test is. */
final class Management {
    private Management() {}

    static String metrics() {
        return base() + "/q/metrics";
    }

    static String health(String which) {
        return base() + "/q/health/" + which;
    }

    private static String base() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        return "http://localhost:" + port;
    }
}

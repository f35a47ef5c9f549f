// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.start.embedded.CannotStart;
import io.quarkus.runtime.LaunchMode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Asked before anything else is started, so that a taken port costs one line and no half-started database. */
final class Ports {
    private Ports() {}

    static void mustBeFree(String host, int port, String setting) {
        if (LaunchMode.current() == LaunchMode.DEVELOPMENT) {
            return; // a hot reload starts anew within the process that has the port, and keeps it
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new CannotStart(
                    "port " + port + " on " + host + " is in use: stop the program that has it, or choose another with "
                            + setting,
                    e);
        }
    }
}

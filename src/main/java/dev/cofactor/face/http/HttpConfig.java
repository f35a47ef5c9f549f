// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What the outside shell can be told. */
@ConfigMapping(prefix = "cofactor")
interface HttpConfig {
    /**
     * The address people use, such as {@code https://cofactor.example.org}: scheme, host and port, no path. Links and
     * redirects are made from it, and the Origin of every form is compared with it; the Host header is never trusted.
     */
    URI url();

    /** Whether this is an evaluation: pages asked for under another name of this machine are led to {@link #url}. */
    @WithDefault("false")
    boolean evaluation();

    /** How large a request's body may be. */
    Body body();

    /** Where health and metrics are. */
    Management management();

    /** How the log is written. */
    Log log();

    /** How long a stopping server lets requests in flight finish; more than the longest wait for a code. */
    Duration shutdownTimeout();

    /** Every key under {@code cofactor.} must be named in a mapping, though Quarkus reads these: a misspelt one is refused. */
    interface Management {
        /** The address it listens on. */
        String host();

        /** The port it listens on. */
        int port();
    }

    /** How the log is written. */
    interface Log {
        /** One JSON object a line instead of text. */
        boolean json();
    }

    /** How large a request's body may be. */
    interface Body {
        /** Where nothing else is said. */
        @WithDefault("1M")
        MemorySize limit();

        /** Exceptions by path, the longest that fits counts; {@code quarkus.http.limits.max-body-size} caps them all. */
        Map<String, MemorySize> larger();
    }
}

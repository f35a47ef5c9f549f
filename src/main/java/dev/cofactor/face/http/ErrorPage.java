// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import java.time.Duration;
import java.util.Optional;

/** How a failed page request looks; implemented where pages are made. It must not block, nor ask who is signed in. */
public interface ErrorPage {
    /** @return a whole HTML document */
    String render(Details details);

    /**
     * @param message safe to show, lower case, no full stop
     * @param traceId as in the answer's {@code X-Request-Id}
     */
    record Details(int status, String code, String message, String traceId, Optional<Duration> retryAfter) {}
}

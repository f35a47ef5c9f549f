// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import java.time.Duration;
import java.util.Optional;

/** How a failed page request looks; implemented where pages are made. It must not block, nor ask who is signed in. */
public interface ErrorPage {
    /** @return a whole HTML document */
    String render(Details details);

    /**
     * Where something can be done about it, instead of a page that says what is wrong.
     *
     * @param page that was asked for, or whose form was sent: as the browser says, so anything at all may stand there
     * @return a path of ours
     */
    default Optional<String> elsewhere(String code, Optional<String> page) {
        return Optional.empty();
    }

    /**
     * @param message safe to show, lower case, no full stop
     * @param traceId as in the answer's {@code X-Request-Id}
     */
    record Details(int status, String code, String message, String traceId, Optional<Duration> retryAfter) {}
}

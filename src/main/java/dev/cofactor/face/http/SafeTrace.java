// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stack trace without messages: other people's exceptions quote what they choked on. */
final class SafeTrace {
    private static final int CAUSES = 8;
    private static final int FRAMES = 60;

    private SafeTrace() {}

    static String of(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause : chain(thrown)) {
            text.append(text.isEmpty() ? "" : "caused by ")
                    .append(cause.getClass().getName())
                    .append('\n');
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                text.append("    at ").append(frames[i]).append('\n');
            }
        }
        return text.toString();
    }

    /** The failure and its causes, outermost first; bounded, since causes can form a ring. */
    static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (@Nullable Throwable cause = thrown; cause != null && chain.size() < CAUSES; cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}

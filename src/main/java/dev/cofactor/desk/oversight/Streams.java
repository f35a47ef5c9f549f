// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Long answers: few at a time, since each has a thread for as long as its reader takes. */
@Singleton
class Streams {
    private static final int AT_ONCE = 8;
    private static final int BUFFER = 32 * 1024;
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final Semaphore free = new Semaphore(AT_ONCE);

    /** Writes the whole answer, and waits where the reader does. */
    interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    void run(OutputStream out, Writer writer) throws IOException {
        if (!free.tryAcquire()) {
            throw new Busy();
        }
        try {
            // The connection tells when its reader is behind, and a write then waits: nothing piles up here.
            OutputStream buffered = new BufferedOutputStream(out, BUFFER);
            writer.writeTo(buffered);
            buffered.flush();
        } finally {
            free.release();
        }
    }

    private static final class Busy extends Problem {
        private static final long serialVersionUID = 1;

        Busy() {
            super(Kind.UNAVAILABLE, "overloaded", "too many exports run at the moment", COME_BACK, Map.of(), null);
        }
    }
}

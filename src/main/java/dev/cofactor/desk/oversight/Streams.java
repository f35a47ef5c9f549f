// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.problem.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/** Long answers: few at a time, since each has a thread for as long as its reader takes. */
@Singleton
public class Streams {
    private static final int AT_ONCE = 8;
    private static final int BUFFER = 32 * 1024;
    private static final Duration MOMENT = Duration.ofMillis(10);
    /** So many moments that even a connection that nobody reads from has been closed as idle. */
    private static final int UNTIL_IDLE = 18_000;

    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final CurrentVertxRequest current;

    Streams(CurrentVertxRequest current) {
        this.current = current;
    }

    /** Writes the whole answer, and waits where the reader does. */
    public interface Writer {
        void writeTo(OutputStream out) throws IOException;
    }

    public void run(OutputStream out, Writer writer) {
        HttpServerRequest request = current.getCurrent().request();
        if (!free.tryAcquire()) {
            throw new Busy();
        }
        boolean whole = false;
        try {
            // The connection tells when its reader is behind, and a write then waits: nothing piles up here.
            OutputStream buffered = new BufferedOutputStream(new Watched(out, request.response()), BUFFER);
            writer.writeTo(buffered);
            buffered.flush();
            whole = true;
        } catch (IOException e) {
            throw new ReaderGone();
        } finally {
            free.release();
            if (!whole && request.response().headWritten()) {
                breakOff(request);
            }
        }
    }

    /**
     * Half of an answer is out, and the framework would put a problem behind it and end it as if it were whole. So it goes
     * on only when what carries it is closed.
     */
    private static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
            return;
        }
        request.connection().close();
        // Closed for the response too, not only on its way: until then an end would still be taken for an answer's.
        for (int i = 0; i < UNTIL_IDLE && !request.response().closed(); i++) {
            LockSupport.parkNanos(MOMENT.toNanos());
        }
    }

    /** To write to a connection that is closed may fail or do nothing: it must be asked, or a writer goes on for nobody. */
    private static final class Watched extends FilterOutputStream {
        private final HttpServerResponse response;

        Watched(OutputStream out, HttpServerResponse response) {
            super(out);
            this.response = response;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (response.closed()) {
                throw new IOException("the reader went away");
            }
            out.write(bytes, from, length);
        }
    }

    private static final class Busy extends Problem {
        private static final long serialVersionUID = 1;

        Busy() {
            super(Kind.UNAVAILABLE, "overloaded", "too many exports run at the moment", COME_BACK, Map.of(), null);
        }
    }

    /** Nobody is left to be told; yet the answer must not end as if it were whole, and it is nothing to report. */
    private static final class ReaderGone extends Problem {
        private static final long serialVersionUID = 1;

        ReaderGone() {
            super(Kind.UNAVAILABLE, "reader-gone", "the reader went away");
        }
    }
}

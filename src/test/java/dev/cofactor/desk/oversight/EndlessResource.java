// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** An answer without end, written by the same streams as exports are. */
@PermitAll
@Path("/api/v1/test/endless")
class EndlessResource {
    static final AtomicLong WRITTEN = new AtomicLong();
    static final AtomicInteger RUNNING = new AtomicInteger();

    private final Streams streams;

    EndlessResource(Streams streams) {
        this.streams = streams;
    }

    @GET
    public StreamingOutput endless() {
        return out -> streams.run(out, to -> {
            byte[] line = "x".repeat(1023).concat("\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            RUNNING.incrementAndGet();
            try {
                while (true) {
                    to.write(line);
                    WRITTEN.addAndGet(line.length);
                }
            } finally {
                RUNNING.decrementAndGet();
            }
        });
    }

    @GET
    @Path("/broken")
    public StreamingOutput broken() {
        return out -> streams.run(out, to -> {
            to.write(new byte[256 * 1024]);
            throw new IllegalStateException("in the middle of it");
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How much a request may carry, settled before anybody parses it. */
@Singleton
class Bodies {
    private final long usual;
    private final Map<String, Long> larger = new TreeMap<>(Comparator.reverseOrder());

    Bodies(HttpConfig config) {
        this.usual = config.body().limit().asLongValue();
        config.body().larger().forEach((path, size) -> larger.put(path, size.asLongValue()));
    }

    void admit(RoutingContext request, String path) {
        long limit = limit(path);
        @Nullable String declared = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (declared != null) {
            admitDeclared(request, declared, limit);
        } else if (request.request().version() == HttpVersion.HTTP_2) {
            admitUndeclaredFrames(request);
        } else if (request.request().headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            collect(request, limit);
        } else {
            request.next();
        }
    }

    /** Reverse order puts {@code /a/b} before {@code /a}: the first that fits is the longest. */
    long limit(String path) {
        return larger.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(usual);
    }

    private static void admitDeclared(RoutingContext request, String declared, long limit) {
        // Eighteen digits fit a long; a sign or a list of lengths is nobody's honest length.
        if (!declared.matches("[0-9]{1,18}")) {
            request.fail(400);
        } else if (Long.parseLong(declared) > limit) {
            request.fail(413);
        } else {
            request.next();
        }
    }

    /**
     * Over HTTP/2 a request that has been read cannot be passed on, so a body that hides its length is refused. Without
     * a type nobody reads one: that is how a POST looks that has none.
     */
    private static void admitUndeclaredFrames(RoutingContext request) {
        if (request.request().headers().contains(HttpHeaders.CONTENT_TYPE)) {
            request.fail(411);
        } else {
            request.next();
        }
    }

    /**
     * A body that does not tell its length is gathered here: the form parser would read it without any limit, and the
     * stream for JSON would answer with an empty 413.
     */
    private static void collect(RoutingContext routing, long limit) {
        HttpServerRequest request = routing.request();
        if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            routing.response().writeContinue();
        }
        Buffer body = Buffer.buffer();
        request.handler(part -> {
            if (routing.failed()) {
                return;
            }
            if (body.length() + part.length() > limit) {
                routing.fail(413);
            } else {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> {
            if (!routing.failed()) {
                ((RoutingContextInternal) routing).setBody(body);
                routing.next();
            }
        });
        request.resume();
    }
}

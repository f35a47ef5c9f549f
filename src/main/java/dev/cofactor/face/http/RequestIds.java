// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import dev.cofactor.ground.identity.Line;
import io.netty.util.NetUtil;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Names a request: 32 hex digits, in the answer's {@code X-Request-Id}, in problem documents and in the log. Always our
 * own: a {@code traceparent} from outside would put words of the caller there.
 */
@Singleton
public class RequestIds {
    static final String HEADER = "X-Request-Id";
    private static final String NAME = "traceId";

    private final SecureRandom random;

    RequestIds(SecureRandom random) {
        this.random = random;
    }

    /** How this request came in. */
    public Line line(RoutingContext request) {
        return new Line(address(request), of(request));
    }

    String of(RoutingContext request) {
        @Nullable String known = request.get(NAME);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        request.put(NAME, id);
        request.response().putHeader(HEADER, id);
        MDC.put(NAME, id);
        labelInMetrics(request);
        return id;
    }

    /** The other end as Vert.x knows it, which has asked the proxies that are trusted; a name is never looked up. */
    private static Optional<InetAddress> address(RoutingContext request) {
        return Optional.ofNullable(request.request().remoteAddress())
                .map(SocketAddress::hostAddress)
                .map(NetUtil::createInetAddressFromIpAddressString);
    }

    /**
     * A label of ours until a resource's template replaces it: left alone, the metrics would carry the caller's own path
     * whenever a connection breaks or a static file is asked for by a roundabout spelling.
     */
    private static void labelInMetrics(RoutingContext request) {
        ((HttpServerRequestInternal) request.request()).context().putLocal("UrlPathTemplate", "/other");
    }
}

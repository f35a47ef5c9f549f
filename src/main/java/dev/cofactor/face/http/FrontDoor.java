// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import dev.cofactor.ground.problem.Problem;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The first of ours to see a request, before authentication and before any parsing. */
@Singleton
class FrontDoor {
    static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<HttpMethod> CHANGING =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);

    /** After the configured headers (the smallest order), before authentication (-200). */
    private static final int ORDER = -10_000;

    private static final String POLICY = "Content-Security-Policy";

    /** Where a drawing is brought. */
    private static final Pattern DRAWING = Pattern.compile("/secrets/(?:new|sec_[0-9a-z]{26}/seed)");

    private final RequestIds ids;
    private final Bodies bodies;
    private final Assets assets;
    private final PublicUrl home;
    private final boolean evaluation;

    FrontDoor(HttpConfig config, RequestIds ids, Bodies bodies, Assets assets) {
        this.ids = ids;
        this.bodies = bodies;
        this.assets = assets;
        this.home = PublicUrl.of(config.url());
        this.evaluation = config.evaluation();
    }

    void open(@Observes Router router, Problems problems) {
        router.route().order(ORDER).handler(this::enter).failureHandler(problems::answer);
    }

    private void enter(RoutingContext request) {
        ids.of(request);
        if (home.isHttps()) {
            request.response().putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (!isKnown(request.request().method())) {
            request.fail(501);
            return;
        }
        String path = request.normalizedPath();
        if (path.indexOf(';') >= 0) {
            // Matrix parameters would let one resource be reached by paths that look like another area's.
            request.fail(404);
            return;
        }
        if (DRAWING.matcher(path).matches()) {
            letDraw(request.response());
        }
        admit(request, Area.of(path), path);
    }

    /** The browser makes a picture of what it was handed, never of an address. Of two policies it would hold to both. */
    private static void letDraw(HttpServerResponse response) {
        Optional.ofNullable(response.headers().get(POLICY))
                .ifPresent(policy ->
                        response.putHeader(POLICY, policy.replace("img-src 'self';", "img-src 'self' blob:;")));
    }

    private void admit(RoutingContext request, Area area, String path) {
        area.dropForeignCredentials(request.request().headers());
        Optional<String> elsewhere = area == Area.PAGE ? rightName(request.request(), path) : Optional.empty();
        if (elsewhere.isPresent()) {
            request.response()
                    .setStatusCode(307)
                    .putHeader("Location", elsewhere.get())
                    .end();
            return;
        }
        if (area == Area.PAGE) {
            refuseForeignForms(request.request());
        }
        Optional<Assets.Pressed> small = area == Area.OPEN ? open(request, path) : Optional.empty();
        if (small.isPresent()) {
            request.response()
                    .putHeader("Content-Type", small.get().type())
                    .putHeader("Content-Encoding", "gzip")
                    .end(Buffer.buffer(small.get().bytes()));
            return;
        }
        bodies.admit(request, path);
    }

    /** @return what is answered with, where the browser takes it that way */
    private Optional<Assets.Pressed> open(RoutingContext request, String path) {
        assets.cacheControl(path, request.request().getParam("v"))
                .ifPresent(value -> request.response().putHeader("Cache-Control", value));
        Optional<Assets.Pressed> small = assets.pressed(path);
        small.ifPresent(there -> request.response().putHeader("Vary", "Accept-Encoding"));
        return small.filter(there -> request.request().method().equals(HttpMethod.GET)
                && Assets.takesGzip(request.request().getHeader("Accept-Encoding")));
    }

    static boolean isKnown(HttpMethod method) {
        return SAFE.contains(method) || CHANGING.contains(method);
    }

    private Optional<String> rightName(HttpServerRequest request, String path) {
        boolean reading =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        return evaluation && reading
                ? home.elsewhere(request.getHeader("Host"), path, request.query())
                : Optional.empty();
    }

    private void refuseForeignForms(HttpServerRequest request) {
        if (CHANGING.contains(request.method())
                && !home.isWhereItCameFrom(request.getHeader("Origin"), request.getHeader("Sec-Fetch-Site"))) {
            throw new Problem(Problem.Kind.FORBIDDEN, "origin-mismatch", openAgain(home));
        }
    }

    static String openAgain(PublicUrl home) {
        return "this page was opened from elsewhere or has expired; open " + home.origin() + " again";
    }
}

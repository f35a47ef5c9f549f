// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import dev.cofactor.ground.problem.Problem;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The token every form of a page carries in its field {@code csrf}, and every script in {@code X-CSRF-Token}. It is
 * derived from the cookie, so nothing is kept: who cannot read the cookie cannot make it.
 */
@Named("csrf")
@Singleton
public class CsrfToken {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final String FRESH = "cofactor.pre-session";

    private final RoutingContext request;
    private final SecureRandom random;

    CsrfToken(RoutingContext request, SecureRandom random) {
        this.request = request;
        this.random = random;
    }

    public static String of(String cookie) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return TEXT.encodeToString(mac.doFinal("csrf".getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e); // unreachable
        }
    }

    /** For the form being rendered; gives the browser a cookie to derive it from if it has none. */
    public String token() {
        @Nullable String cookie = cookie(request);
        return of(cookie == null ? freshCookie() : cookie);
    }

    static boolean isRight(RoutingContext request, @Nullable String given) {
        @Nullable String cookie = cookie(request);
        return cookie != null
                && given != null
                && MessageDigest.isEqual(
                        of(cookie).getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    /** An empty value would make a key that everybody knows. */
    private static @Nullable String cookie(RoutingContext request) {
        for (String name : new String[] {Cookies.SESSION, Cookies.BEFORE_SESSION}) {
            @Nullable Cookie cookie = request.request().getCookie(name);
            if (cookie != null && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private String freshCookie() {
        @Nullable String known = request.get(FRESH);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String value = TEXT.encodeToString(bytes);
        request.put(FRESH, value);
        request.response()
                .addCookie(Cookie.cookie(Cookies.BEFORE_SESSION, value)
                        .setPath("/")
                        .setSecure(true)
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.STRICT));
        return value;
    }

    /** Lets nothing change state through a page without the token; the Origin was compared at the front door. */
    @Singleton
    static class Filter {
        private static final String FIELD = "csrf";
        private static final String HEADER = "X-CSRF-Token";

        private final Instance<HttpConfig> config;

        /** Filters are made while the program is built up, before there are settings: they are asked for when needed. */
        Filter(Instance<HttpConfig> config) {
            this.config = config;
        }

        @ServerRequestFilter
        @WithFormRead
        public void check(ResteasyReactiveContainerRequestContext context, RoutingContext request) {
            boolean reading = FrontDoor.SAFE.contains(request.request().method());
            if (reading || Area.of(request.normalizedPath()) == Area.API) {
                return;
            }
            @Nullable String header = request.request().getHeader(HEADER);
            if (!isRight(request, header == null ? field(context) : header)) {
                throw new Problem(
                        Problem.Kind.FORBIDDEN,
                        "csrf",
                        FrontDoor.openAgain(PublicUrl.of(config.get().url())));
            }
        }

        private static @Nullable String field(ResteasyReactiveContainerRequestContext context) {
            ResteasyReactiveRequestContext request = (ResteasyReactiveRequestContext) context.getServerRequestContext();
            return request.getFormData() == null ? null : (String) request.getFormParameter(FIELD, true, false);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import dev.cofactor.ground.identity.Home;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The one address this installation has, and what follows from it. */
record PublicUrl(String origin) {
    private static final Pattern SCHEME = Pattern.compile("https?");

    static PublicUrl of(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean bare = url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
        boolean noPath = url.getPath() == null
                || url.getPath().isEmpty()
                || url.getPath().equals("/");
        if (!SCHEME.matcher(scheme).matches() || url.getHost() == null || !bare || !noPath) {
            throw new IllegalArgumentException("cofactor.url must be http(s)://host[:port] and no more");
        }
        return new PublicUrl(scheme + "://" + authority(scheme, url.getHost(), url.getPort()));
    }

    /** For whoever makes links. Asked for when needed: the program is built up before there are settings. */
    static final class Known {
        @Produces
        @Singleton
        Home home(HttpConfig config) {
            return new Home(of(config.url()).origin());
        }
    }

    private static String authority(String scheme, String host, int port) {
        boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return host.toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }

    boolean isHttps() {
        return origin.startsWith("https:");
    }

    /**
     * Whether a browser says that a page of ours made the request. Without an Origin its Sec-Fetch-Site has to say so;
     * {@code none} is what somebody typed, and nobody types a POST.
     */
    boolean isWhereItCameFrom(@Nullable String requestOrigin, @Nullable String fetchSite) {
        if (fetchSite != null && !fetchSite.equals("same-origin")) {
            return false;
        }
        return requestOrigin == null ? fetchSite != null : requestOrigin.equals(origin);
    }

    /** Where a page asked for under another name lives, or nothing if it was asked for by the right one. */
    Optional<String> elsewhere(@Nullable String host, String path, @Nullable String query) {
        String asked = host == null ? "" : host.toLowerCase(Locale.ROOT);
        String authority = origin.substring(origin.indexOf("://") + 3);
        String usualPort = isHttps() ? ":443" : ":80";
        if (asked.equals(authority) || asked.equals(authority + usualPort)) {
            return Optional.empty();
        }
        return Optional.of(origin + path + (query == null ? "" : "?" + query));
    }
}

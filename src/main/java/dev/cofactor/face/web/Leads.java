// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where a browser goes next: always by GET, always to a path of ours. */
public final class Leads {
    /** What every page is; said once, with its encoding. */
    public static final String HTML = "text/html;charset=UTF-8";

    /** One slash, then no second one and no backslash: browsers take both for another host. */
    private static final Pattern OUR_PATH =
            Pattern.compile("/(?:[A-Za-z0-9._~%-][A-Za-z0-9._~%/-]*)?(?:\\?[A-Za-z0-9._~%&=+/:-]*)?");

    private Leads() {}

    public static Response to(String path, NewCookie... cookies) {
        // Relative on purpose: it stays on the host the browser asked, whatever any header says.
        return Response.status(Response.Status.SEE_OTHER)
                .header("Location", URI.create(path).toASCIIString())
                .cookie(cookies)
                .build();
    }

    /** What was asked for, to be gone on to later. */
    static String asParameter(UriInfo asked) {
        String path = asked.getRequestUri().getRawPath();
        String query = asked.getRequestUri().getRawQuery();
        return asParameter(query == null ? path : path + "?" + query);
    }

    static String asParameter(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    static boolean isOurs(String path) {
        return OUR_PATH.matcher(path).matches();
    }
}

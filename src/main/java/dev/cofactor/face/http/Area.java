// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;

/** The parts of the outside, told apart by path alone: which credential counts, and how failures look. */
enum Area {
    /** For programs: a bearer token, never a cookie; failures are problem documents. */
    API,
    /** For browsers: a cookie, never a header; failures are pages. */
    PAGE,
    /** The same for everybody: no credential at all, so an answer may be cached. */
    OPEN;

    private static final List<String> OPEN_ROOTS = List.of("/assets", "/webjars", "/log", "/cofactor.sh");

    static Area of(String path) {
        if (isUnder("/api", path)) {
            return API;
        }
        boolean open = path.startsWith("/openapi") || OPEN_ROOTS.stream().anyMatch(root -> isUnder(root, path));
        return open ? OPEN : PAGE;
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /** A credential of the wrong kind is taken away before anything could honour it. */
    void dropForeignCredentials(MultiMap headers) {
        if (this != PAGE) {
            headers.remove(HttpHeaders.COOKIE);
        }
        if (this != API) {
            headers.remove(HttpHeaders.AUTHORIZATION);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

/** Where this installation lives, as it was set up: links are made from it, and never from what a request says. */
public record Home(String origin) {
    /** @param path begins with a slash */
    public String link(String path) {
        return origin + path;
    }
}

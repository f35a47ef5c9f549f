// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import dev.cofactor.ground.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An issuer's name, which is an address too. It is compared to the letter, so what could be written in two ways is no name
 * here: no capital in the host, no user, no port that goes without saying, nothing encoded, no dots for a folder.
 */
public record Issuer(String name) {
    private static final int LONGEST = 500;
    private static final Pattern SHAPE = Pattern.compile(
            "(https?)://([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\\[::1\\])(:[1-9][0-9]{0,4})?((?:/[A-Za-z0-9._~@:+-]+)*/?)");
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** @param mayBePrivate whether the installation reaches private addresses under this name of a host */
    public static Issuer of(String name, Predicate<String> mayBePrivate) {
        var shape = SHAPE.matcher(name);
        boolean right = name.length() <= LONGEST && shape.matches() && isOneSpelling(name);
        if (!right) {
            throw invalid("an issuer is an address, spelled as its tokens spell it: https, a host in"
                    + " lower case, and a path at the most");
        }
        boolean plain = shape.group(1).equals("http");
        if (plain && !(HERE.contains(shape.group(2)) && mayBePrivate.test(shape.group(2)))) {
            throw invalid("an issuer is asked over https; over http only on this machine, where the settings name it");
        }
        return new Issuer(name);
    }

    private static Problem invalid(String rule) {
        return new Problem(Problem.Kind.INVALID, "issuer-invalid", rule);
    }

    private static boolean isOneSpelling(String name) {
        try {
            URI uri = new URI(name);
            int usual = "https".equals(uri.getScheme()) ? 443 : 80;
            return uri.normalize().toString().equals(name)
                    && uri.getHost() != null
                    && uri.getPort() != usual
                    && uri.getPort() <= 65_535;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Where it tells of itself (OpenID Connect Discovery 1.0, 4.1). */
    static URI discovery(String name) {
        String base = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return URI.create(base + "/.well-known/openid-configuration");
    }
}

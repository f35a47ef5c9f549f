// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What in the settings would not be safe in production, each with what to do about it. */
final class UnsafeSettings {
    private static final String JDBC = "jdbc:postgresql://";
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private UnsafeSettings() {}

    static List<String> of(Settings settings) {
        List<String> reasons =
                new ArrayList<>(ofDatabase(settings, settings.database().server(), "USERNAME"));
        ofUrl(settings.url()).ifPresent(reasons::add);
        ofTransport(settings).ifPresent(reasons::add);
        ofRootKey(settings.rootKey()).ifPresent(reasons::add);
        if (settings.database().namesOwner()) {
            reasons.add("the server must not know the owner's credentials: give COFACTOR_DATABASE_OWNER_… to"
                    + " `cofactor migrate` only");
        }
        return reasons;
    }

    static List<String> ofDatabase(Settings settings, Optional<Settings.Login> login, String variable) {
        List<String> reasons = new ArrayList<>();
        String url = settings.database().url().orElse("");
        if (!url.startsWith(JDBC)) {
            reasons.add("COFACTOR_DATABASE_URL must be like jdbc:postgresql://host:5432/cofactor");
        } else if (url.contains("password=")) {
            reasons.add(
                    "COFACTOR_DATABASE_URL holds a password, and addresses end up in logs: use the variables for it");
        } else if (!THIS_MACHINE.contains(hostOf(url)) && !url.contains("sslmode=verify-full")) {
            reasons.add("the database is on another machine: add sslmode=verify-full (and sslrootcert=…) to"
                    + " COFACTOR_DATABASE_URL, or anybody in between reads along");
        }
        if (login.isEmpty()) {
            reasons.add("COFACTOR_DATABASE_" + variable + " is missing");
        }
        return reasons;
    }

    private static Optional<String> ofRootKey(Settings.RootKey rootKey) {
        if (rootKey.places() == 0) {
            return Optional.of(
                    "COFACTOR_ROOT_KEY_FILE is missing: make one with `cofactor key create FILE`, outside the"
                            + " data folder, and keep a copy where the database's backups are not; or set"
                            + " COFACTOR_ROOT_KEY_CREDENTIAL or COFACTOR_ROOT_KEY_AWS_KMS_KEY_ID");
        }
        return rootKey.places() == 1
                ? Optional.empty()
                : Optional.of("there is one root key: set only one of COFACTOR_ROOT_KEY_FILE,"
                        + " COFACTOR_ROOT_KEY_CREDENTIAL and COFACTOR_ROOT_KEY_AWS_KMS_KEY_ID");
    }

    private static Optional<String> ofUrl(Optional<URI> url) {
        if (url.isEmpty()) {
            return Optional.of("COFACTOR_URL is missing: the address people use, like https://cofactor.example.org;"
                    + " links, redirects and passkeys are bound to it, never to what a request says");
        }
        URI uri = url.get();
        boolean bare = uri.getQuery() == null && uri.getFragment() == null && uri.getUserInfo() == null;
        if (!"https".equals(uri.getScheme())
                || uri.getHost() == null
                || !bare
                || !Set.of("", "/").contains(uri.getPath())) {
            return Optional.of("COFACTOR_URL must be https://host or https://host:port and nothing more");
        }
        return Optional.empty();
    }

    private static Optional<String> ofTransport(Settings settings) {
        boolean certificate = settings.tls().certificate().isPresent();
        if (certificate != settings.tls().key().isPresent()) {
            return Optional.of("COFACTOR_TLS_CERTIFICATE and COFACTOR_TLS_KEY go together");
        }
        if (!certificate && settings.proxy().isEmpty()) {
            return Optional.of(
                    "there is no TLS: name a certificate and key (COFACTOR_TLS_CERTIFICATE, COFACTOR_TLS_KEY),"
                            + " or the addresses of the proxy that ends TLS (COFACTOR_PROXY)");
        }
        return Optional.empty();
    }

    private static String hostOf(String url) {
        String authority = url.substring(JDBC.length()).split("[/?]", 2)[0];
        return authority.replaceFirst(":[0-9]+$", "");
    }
}

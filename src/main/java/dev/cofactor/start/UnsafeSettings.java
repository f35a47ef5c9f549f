// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** What in the settings would not be safe in production, each with what to do about it. */
final class UnsafeSettings {
    private static final String JDBC = "jdbc:postgresql://";

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
        } else {
            reasons.addAll(Address.unsafe(url));
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

    /**
     * The database's address, read as its driver reads it: what counts is what the driver does with it, whatever the text
     * looks like.
     */
    static final class Address {
        private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

        /** Those that believe what the operator's file or Java itself believes, and nothing else. */
        private static final Set<String> CHECKING_FACTORIES =
                Set.of("org.postgresql.ssl.LibPQFactory", "org.postgresql.ssl.DefaultJavaSSLFactory");

        private Address() {}

        static List<String> unsafe(String url) {
            Properties parts = Driver.parseURL(url, null);
            if (parts == null) {
                return List.of("COFACTOR_DATABASE_URL is not an address of a PostgreSQL");
            }
            return Stream.of(unproved(parts), undecided(parts))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private static Optional<String> unproved(Properties parts) {
            if (onThisMachine(parts)) {
                return Optional.empty();
            }
            if (!"verify-full".equals(PGProperty.SSL_MODE.getOrDefault(parts))) {
                return Optional.of("the database is on another machine: add sslmode=verify-full (and sslrootcert=…) to"
                        + " COFACTOR_DATABASE_URL, or anybody in between reads along");
            }
            return evaded(parts)
                    ? Optional.of(
                            "COFACTOR_DATABASE_URL asks for sslmode=verify-full and takes it back: leave out"
                                    + " sslfactory (but for DefaultJavaSSLFactory), sslhostnameverifier, socketFactory and gssEncMode")
                    : Optional.empty();
        }

        /** Of several hosts the driver takes the first that answers, unless it is told which. */
        private static Optional<String> undecided(Properties parts) {
            boolean several = hosts(parts).size() > 1;
            return several && !"primary".equals(PGProperty.TARGET_SERVER_TYPE.getOrDefault(parts))
                    ? Optional.of(
                            "COFACTOR_DATABASE_URL names several hosts: add targetServerType=primary, or what a standby"
                                    + " says would be taken for what holds now")
                    : Optional.empty();
        }

        private static List<String> hosts(Properties parts) {
            String hosts = PGProperty.PG_HOST.getOrDefault(parts);
            return hosts == null ? List.of() : List.of(hosts.split(",", -1));
        }

        private static boolean onThisMachine(Properties parts) {
            List<String> hosts = hosts(parts);
            return !hosts.isEmpty() && THIS_MACHINE.containsAll(hosts) && !PGProperty.SOCKET_FACTORY.isPresent(parts);
        }

        private static boolean evaded(Properties parts) {
            String factory = PGProperty.SSL_FACTORY.getOrDefault(parts);
            return (factory != null && !CHECKING_FACTORIES.contains(factory))
                    || PGProperty.SSL_HOSTNAME_VERIFIER.isPresent(parts)
                    || PGProperty.SOCKET_FACTORY.isPresent(parts)
                    || PGProperty.GSS_ENC_MODE.isPresent(parts);
        }
    }
}

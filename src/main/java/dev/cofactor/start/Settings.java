// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The settings that decide how the server is started, read before there is a server: from the environment
 * ({@code COFACTOR_…}) and from system properties ({@code -Dcofactor.…}).
 */
@ConfigMapping(prefix = "cofactor")
interface Settings {
    /** Where an evaluation keeps everything. */
    @WithDefault("data")
    Path dataDir();

    /** The address the server listens on. */
    @WithDefault("127.0.0.1")
    String host();

    /** The port the server listens on. */
    @WithDefault("8080")
    int port();

    /** The address people use; mandatory in production. */
    Optional<URI> url();

    /** The addresses of the proxies that end TLS, between commas; what others say about the caller is not believed. */
    Optional<String> proxy();

    /** Set by the launcher. */
    @WithDefault("serve")
    String mode();

    Database database();

    Tls tls();

    RootKey rootKey();

    Log log();

    Management management();

    /** The operator's database. Without an address this is an evaluation. */
    interface Database {
        /** Like jdbc:postgresql://host:5432/cofactor. */
        Optional<String> url();

        /** The role the server runs as. */
        Optional<String> username();

        /** Its password; or */
        Optional<String> password();

        /** a file that holds it, readable by its owner and group only. */
        Optional<Path> passwordFile();

        /** The role that owns the tables; only for {@code cofactor migrate}. */
        Optional<String> ownerUsername();

        /** Its password; or */
        Optional<String> ownerPassword();

        /** a file that holds it, readable by its owner and group only. */
        Optional<Path> ownerPasswordFile();

        default Optional<Login> server() {
            return username().map(role -> new Login(role, PasswordFile.orElse(password(), passwordFile())));
        }

        default Optional<Login> owner() {
            return ownerUsername()
                    .map(role -> new Login(role, PasswordFile.orElse(ownerPassword(), ownerPasswordFile())));
        }

        default boolean namesOwner() {
            return ownerUsername().isPresent()
                    || ownerPassword().isPresent()
                    || ownerPasswordFile().isPresent();
        }
    }

    /** TLS ended by the server itself. */
    interface Tls {
        /** A PEM file with the certificate and its chain. */
        Optional<String> certificate();

        /** A PEM file with its key. */
        Optional<String> key();
    }

    /** The key above all keys, in one of these; an evaluation makes its own file. */
    interface RootKey {
        /** A file that {@code cofactor key create} made. */
        Optional<String> file();

        /** The name under which systemd hands such a file over. */
        Optional<String> credential();

        AwsKms awsKms();

        default long places() {
            return Stream.of(file(), credential(), awsKms().keyId())
                    .filter(Optional::isPresent)
                    .count();
        }
    }

    /** A key that AWS keeps. */
    interface AwsKms {
        /** Its ARN. */
        Optional<String> keyId();
    }

    /** The signer's. */
    interface Log {
        /** Where it remembers what it signed last; beside the key unless named. */
        Optional<Path> headFile();
    }

    /** Health and metrics. */
    interface Management {
        /** The address they listen on. */
        @WithDefault("127.0.0.1")
        String host();

        /** The port they listen on. */
        @WithDefault("9000")
        int port();
    }

    /** A role of the database and its password. */
    record Login(String role, String password) {
        @Override
        public String toString() {
            return "Login[" + role + "]";
        }
    }

    default boolean evaluation() {
        return database().url().isEmpty();
    }

    static Settings read() {
        return new SmallRyeConfigBuilder()
                .addSystemSources()
                .addDefaultInterceptors()
                .withMapping(Settings.class)
                .withValidateUnknown(false) // of keys for others; when the server starts, unknown ones are refused
                .build()
                .getConfigMapping(Settings.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import dev.cofactor.start.embedded.CannotStart;
import java.io.FileNotFoundException;
import java.security.cert.CertificateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.postgresql.Driver;

/** A database that cannot be worked with, in one line. Asked before the server starts, whose own complaints fill pages. */
final class DatabaseFaults {
    private static final String PATIENCE_SECONDS = "10";

    private DatabaseFaults() {}

    static void mustAnswer(String url, Settings.Login login) {
        ask(url, login, "select ''");
    }

    /** The one value of a question's one row. */
    static String ask(String url, Settings.Login login, String question) {
        return with(url, login, connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(question)) {
                if (!row.next()) {
                    throw new CannotStart("the database is empty: run `cofactor migrate`");
                }
                return row.getString(1);
            }
        });
    }

    /** Something that is done on a connection. */
    interface Work {
        String on(Connection connection) throws SQLException;
    }

    static String with(String url, Settings.Login login, Work work) {
        Properties properties = new Properties();
        properties.setProperty("user", login.role());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        try (Connection connection = new Driver().connect(url, properties)) {
            if (connection == null) {
                throw new CannotStart("COFACTOR_DATABASE_URL is not an address of a PostgreSQL");
            }
            return work.on(connection);
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    static CannotStart explain(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return new CannotStart(
                switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                    case "08" ->
                        Tls.of(e)
                                .orElseGet(() -> "the database cannot be reached: " + firstSentence(e)
                                        + "; start it, or correct COFACTOR_DATABASE_URL");
                    case "28" ->
                        "the database refuses the role or its password: check COFACTOR_DATABASE_USERNAME and"
                                + " COFACTOR_DATABASE_PASSWORD (for `migrate` those of the owner), and pg_hba.conf";
                    case "3D" ->
                        "there is no such database: create it (src/docs/operating.md), or correct"
                                + " COFACTOR_DATABASE_URL";
                    case "42" ->
                        "the role lacks a right it needs (SQL state " + state
                                + "): create roles and database as src/docs/operating.md says, then run `cofactor migrate`";
                    case "53" ->
                        "the database has run out of room or connections (SQL state " + state
                                + "): give it more and start again; nothing was lost";
                    case "57" ->
                        "the database is starting or stopping (SQL state " + state + "): start again when it runs";
                    default -> "the database cannot be asked (SQL state " + state + ")";
                },
                e);
    }

    private static String firstSentence(SQLException e) {
        return String.valueOf(e.getMessage()).split("\\.\\s|\\.$|\\R", 2)[0];
    }

    /** A database that does not show who it is. The driver's own words differ between languages, and name Java's classes. */
    static final class Tls {
        private Tls() {}

        static Optional<String> of(SQLException e) {
            String words = String.valueOf(e.getMessage());
            if (causedBy(e, SSLHandshakeException.class)) {
                return Optional.of("the database's certificate is not vouched for by whom sslrootcert in"
                        + " COFACTOR_DATABASE_URL names, or no longer valid: name the authority that signed it, and find out"
                        + " who answers there if that has not changed");
            }
            if (causedBy(e, FileNotFoundException.class) || causedBy(e, CertificateException.class)) {
                return Optional.of(
                        "there is no certificate of an authority where sslrootcert in COFACTOR_DATABASE_URL says,"
                                + " or where it is looked for without that: it must be a PEM file of this user's");
            }
            if (words.contains("PgjdbcHostnameVerifier")) {
                return Optional.of(
                        "the database shows a certificate for another name than COFACTOR_DATABASE_URL has: use"
                                + " the name in the certificate, and find out who answers there if it never was another");
            }
            return "08004".equals(e.getSQLState()) && words.contains("SSL")
                    ? Optional.of(
                            "the database speaks no TLS, and COFACTOR_DATABASE_URL asks for it: switch it on there")
                    : Optional.empty();
        }

        private static boolean causedBy(SQLException e, Class<? extends Throwable> kind) {
            return Stream.iterate(e.getCause(), cause -> cause != null, Throwable::getCause)
                    .limit(10)
                    .anyMatch(kind::isInstance);
        }
    }
}

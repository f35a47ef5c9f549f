// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;

/** The database's roles and their passwords, which only the data folder knows. They are as safe as the data beside them. */
record Passwords(String superuser, String owner, String server) {
    static final String DATABASE = "cofactor";
    static final String SUPERUSER = "postgres";
    /** Owns the tables: migrations run as it, the server never does. */
    static final String OWNER = "cofactor_owner";
    /** What the server runs as. */
    static final String SERVER = "cofactor";

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 32;

    static Passwords fresh(SecureRandom random) {
        return new Passwords(one(random), one(random), one(random));
    }

    void writeTo(Path file) {
        DurableFile.write(file, "superuser=" + superuser + "\nowner=" + owner + "\nserver=" + server + "\n");
    }

    static Passwords readFrom(Path file) throws IOException {
        Properties lines = new Properties();
        lines.load(new StringReader(Files.readString(file)));
        return new Passwords(
                lines.getProperty("superuser", ""), lines.getProperty("owner", ""), lines.getProperty("server", ""));
    }

    boolean complete() {
        return !superuser.isEmpty() && !owner.isEmpty() && !server.isEmpty();
    }

    @Override
    public String toString() {
        return "Passwords[redacted]";
    }

    private static String one(SecureRandom random) {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}

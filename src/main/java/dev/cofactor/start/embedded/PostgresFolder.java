// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The database's files. They appear under their name in one rename, complete with roles and database, so that a kill at
 * any moment of the first start leaves nothing or all.
 */
final class PostgresFolder {
    static final String NAME = "postgres";

    private static final String VERSION = "PG_VERSION";
    private static final String CONTROL = "global/pg_control";
    private static final long CONTROL_BYTES = 8192;
    private static final List<String> PARTS =
            List.of(VERSION, CONTROL, "global/pg_filenode.map", "base/1", "pg_wal", "pg_xact", "pg_multixact");

    private final Path folder;
    private final Programs programs;

    PostgresFolder(Path folder, Programs programs) {
        this.folder = folder;
        this.programs = programs;
    }

    Path path() {
        return folder;
    }

    boolean exists() {
        return Files.exists(folder);
    }

    void create(Passwords passwords) {
        Path unfinished = folder.resolveSibling(NAME + ".new");
        Path passwordFile = folder.resolveSibling("superuser.password");
        try {
            Binaries.deleteAll(unfinished);
            DurableFile.write(passwordFile, passwords.superuser());
            initialise(unfinished, passwordFile);
            rolesAndDatabase(unfinished, passwords);
            DurableFile.move(unfinished, folder);
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw DiskFaults.explain("make the database in", folder, e);
        }
    }

    private void initialise(Path unfinished, Path passwordFile) {
        List<String> options = List.of(
                "--pgdata=" + unfinished,
                "--username=" + Passwords.SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--data-checksums");
        mustBeFine(programs.run("initdb", options, ""));
    }

    /** In single-user mode: no port is open yet, and it ends with a checkpoint on disk. */
    private void rolesAndDatabase(Path unfinished, Passwords passwords) {
        String statements = """
                create role %1$s login password '%2$s';
                create role %3$s login password '%4$s';
                create database %5$s owner %1$s;
                revoke all on database %5$s from public;
                grant connect on database %5$s to %3$s;
                """.formatted(
                        Passwords.OWNER, passwords.owner(), Passwords.SERVER, passwords.server(), Passwords.DATABASE);
        mustBeFine(programs.run(
                "postgres",
                List.of("--single", "-j", "-D", unfinished.toString(), "template1"),
                perStatement(statements)));
    }

    /** With -j a statement ends at a semicolon and an empty line; without it, an error would not stop the next one. */
    private static String perStatement(String statements) {
        return statements.replace(";\n", ";\n\n");
    }

    private void mustBeFine(Programs.Outcome outcome) {
        if (outcome.said().contains(DiskFaults.NO_SPACE)) {
            throw DiskFaults.full(folder);
        }
        if (!outcome.fine() || outcome.said().contains("ERROR:")) {
            throw new CannotStart("the database could not be made in " + folder + ": " + outcome.reason());
        }
    }

    /** Refuses what a start could only make worse: PostgreSQL begins to work on much of what it cannot use. */
    void mustBeWhole() {
        for (String part : PARTS) {
            if (!Files.exists(folder.resolve(part))) {
                throw damaged(part + " is missing");
            }
        }
        try {
            if (Files.size(folder.resolve(CONTROL)) != CONTROL_BYTES) {
                throw damaged(CONTROL + " is cut off");
            }
            String major = Files.readString(folder.resolve(VERSION)).strip();
            if (!major.equals(Integer.toString(Binaries.MAJOR))) {
                throw new CannotStart(folder + " was made by PostgreSQL " + major + ", this Cofactor brings "
                        + Binaries.MAJOR + ": start it with the Cofactor that made it");
            }
        } catch (IOException e) {
            throw DiskFaults.explain("read", folder, e);
        }
    }

    CannotStart damaged(String how) {
        Path data = folder.getParent();
        return new CannotStart("the database in " + folder + " is damaged (" + how + "): put a copy of " + data
                + " back, or begin anew after `mv " + data + " " + data + ".damaged`; nothing was changed");
    }
}

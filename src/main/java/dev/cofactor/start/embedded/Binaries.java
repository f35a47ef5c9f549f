// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs, unpacked once from the class path into a folder of their own. */
record Binaries(Path home) {
    /** The release in the pom; a new one gets a new folder, so an upgrade never mixes two. */
    static final String VERSION = "17.6.0";

    static final int MAJOR = 17;

    static Binaries unpackedIn(DataFolder data) {
        Path home = data.resolve("postgres-" + VERSION);
        if (!Files.isDirectory(home)) {
            unpack(home);
        }
        return new Binaries(home);
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path home) {
        Path unfinished = home.resolveSibling(home.getFileName() + ".new");
        try (InputStream archive = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            deleteAll(unfinished);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, unfinished);
            }
            DurableFile.move(unfinished, home);
        } catch (IOException e) {
            throw DiskFaults.explain("unpack PostgreSQL into", home, e);
        }
    }

    private static InputStream archive() {
        String machine = switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "none";
        };
        @Nullable
        InputStream found = Binaries.class.getClassLoader().getResourceAsStream("postgres-linux-" + machine + ".txz");
        if (found == null) {
            throw new CannotStart("this build brings no PostgreSQL for " + System.getProperty("os.name") + " on "
                    + System.getProperty("os.arch") + ": name a database of yours with COFACTOR_DATABASE_URL");
        }
        return found;
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("the PostgreSQL archive names a place outside its folder");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & 0100) != 0) {
                var rights = EnumSet.copyOf(Files.getPosixFilePermissions(target));
                rights.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(target, rights);
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> walk = Files.walk(folder)) {
            inside = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : inside) {
            Files.delete(path);
        }
    }
}

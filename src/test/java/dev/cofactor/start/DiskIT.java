// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Needs;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.Shell;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a disk can do to an evaluation: belong to somebody else, be full, be damaged. Each is one line, and nothing is lost. */
class DiskIT {
    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void aFolderOfAnotherUserIsLeftAlone() {
        Path data = Path.of("/usr");
        if (Needs.isRoot()) {
            data = machine.folder("stranger");
            Shell.run("chown", "65534", data.toString());
        }
        Faultless.refuses(machine.start(Launch.on(data)), data.toString(), "belongs to", "COFACTOR_DATA_DIR");
        assertThat(data.resolve("lock")).doesNotExist();
    }

    @Test
    void aFileInPlaceOfTheFolderIsNotTouched() throws IOException {
        Path data = Files.writeString(machine.folder("file").resolve("data"), "mine");

        Faultless.refuses(machine.start(Launch.on(data)), "is not a folder");
        assertThat(data).hasContent("mine");
    }

    @Test
    void aDiskTooSmallToBeginWithIsSaidToBeFull() {
        Path disk = disk("size=150m");
        Launch launch = Launch.on(disk.resolve("data"));

        Faultless.refuses(machine.start(launch), "is full", "200 MB");
        resize(disk, "size=400m");
        machine.start(launch).ready();
    }

    /** The room runs out while PostgreSQL is unpacked, or while it makes its files. */
    @ParameterizedTest
    @ValueSource(ints = {30, 500, 1200})
    void aDiskThatFillsDuringTheFirstStartIsSaidToBeFull(int files) {
        Path disk = disk("size=400m,nr_inodes=" + files);
        Launch launch = Launch.on(disk.resolve("data"));

        Faultless.refuses(machine.start(launch), "is full");
        resize(disk, "size=400m,nr_inodes=20000");
        Faultless.saysNothing(machine.start(launch).ready());
    }

    @Test
    void aDiskThatIsFullLaterLosesNothing() throws IOException {
        Path disk = disk("size=400m");
        Path data = disk.resolve("data");
        Shell.run("cp", "-a", machine.furnished().toString(), data.toString());
        String password =
                Files.readString(data.resolve("initial-admin-password")).strip();
        Path filler = disk.resolve("filler");
        Shell.attempt(Map.of(), "dd", "if=/dev/zero", "of=" + filler, "bs=1M");

        Faultless.refuses(machine.start(Launch.on(data)), "is full", "nothing was lost");
        Files.delete(filler);
        assertThat(machine.start(Launch.on(data)).ready().opensTo("admin", password))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PG_VERSION", "global/pg_control", "pg_wal", "pg_xact", "base"})
    void aDatabaseThatMissesAPartIsNotMadeWorse(String part) throws IOException {
        Path data = machine.furnished();
        Files.move(data.resolve("postgres").resolve(part), data.resolve("away"));
        assertRefusedUntouched(data, "damaged");
    }

    @Test
    void aTruncatedControlFileIsNotMadeWorse() throws IOException {
        Path data = machine.furnished();
        try (RandomAccessFile file =
                new RandomAccessFile(data.resolve("postgres/global/pg_control").toFile(), "rw")) {
            file.setLength(100);
        }
        assertRefusedUntouched(data, "damaged");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutItsPasswordsADatabaseIsLeftAlone(boolean emptied) throws IOException {
        Path data = machine.furnished();
        Path passwords = data.resolve("database.properties");
        Files.delete(passwords);
        if (emptied) {
            Files.createFile(passwords);
        }
        assertRefusedUntouched(data, "database.properties");
    }

    private void assertRefusedUntouched(Path data, String word) throws IOException {
        Map<Path, String> before = contents(data.resolve("postgres"));
        ServerProcess server = machine.start(Launch.on(data));

        Faultless.refuses(server, word, "mv " + data, "nothing was changed");
        assertThat(contents(data.resolve("postgres")).entrySet())
                .as("changed files")
                .allMatch(file -> file.getValue().equals(before.get(file.getKey())))
                .hasSameSizeAs(before.entrySet());
    }

    /** Every file and what is in it, but for the note of how PostgreSQL was started last. */
    private static Map<Path, String> contents(Path folder) throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                contents.put(file, Files.size(file) + " " + Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        contents.remove(folder.resolve("postmaster.opts"));
        return contents;
    }

    private Path disk(String options) {
        Needs.root("mounting a small disk");
        Path disk = machine.folder("disk");
        Shell.run("mount", "-t", "tmpfs", "-o", options, "cofactor-test", disk.toString());
        machine.afterwards(() -> Shell.run("umount", "-l", disk.toString()));
        return disk;
    }

    private static void resize(Path disk, String options) {
        Shell.run("mount", "-o", "remount," + options, disk.toString());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.ImageFile;
import dev.cofactor.fixtures.Shell;
import dev.cofactor.fixtures.TestFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A second build in another place, another zone and another language leaves the same files, byte for byte. */
@Tag("nightly")
class ReproducibleIT {
    private static final Path PACKAGED = Path.of("target", "quarkus-app");
    private static final Path IMAGE = Path.of("target", "jib-image.tar");

    @Test
    void aStrangersBuildIsThisOne() throws IOException {
        Path elsewhere = TestFolder.fresh("elsewhere");
        for (String part : List.of("pom.xml", "mvnw", ".mvn", "src", "LICENSE")) {
            Shell.run("cp", "-a", part, elsewhere.resolve(part).toString());
        }
        Shell.Outcome build = Shell.attempt(
                Map.of("TZ", "Pacific/Kiritimati", "LC_ALL", "C", "LANG", "tr_TR.UTF-8", "MAVEN_ARGS", ""),
                "sh",
                "-c",
                "umask 077 && cd '" + elsewhere + "' && ./mvnw -B -ntp -q -DskipTests package jib:buildTar");
        assertThat(build.exit()).as(build.said()).isZero();

        assertThat(files(elsewhere.resolve(PACKAGED))).isEqualTo(files(PACKAGED));
        assertThat(digest(elsewhere.resolve(IMAGE))).isEqualTo(digest(IMAGE));
        TestFolder.delete(elsewhere);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jsa"))
                    .forEach(file -> files.put(folder.relativize(file).toString(), digest(file)));
        }
        return files;
    }

    private static String digest(Path file) {
        try {
            return ImageFile.digest(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

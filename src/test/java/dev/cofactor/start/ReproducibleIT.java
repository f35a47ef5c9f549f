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
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A second build in another place, another zone and another language leaves the same files, byte for byte, but for one: Quarkus
 * writes down what its build steps recorded in the order in which they, several at once, came to an end.
 */
@Tag("nightly")
class ReproducibleIT {
    private static final Path PACKAGED = Path.of("target", "quarkus-app");
    private static final String IN_NO_ORDER = "quarkus/generated-bytecode.jar";

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
                "umask 077 && cd '" + elsewhere + "' && ./mvnw -B -ntp -q -DskipTests package");
        assertThat(build.exit()).as(build.said()).isZero();

        Path theirs = elsewhere.resolve(PACKAGED);
        assertThat(files(theirs)).isEqualTo(files(PACKAGED));
        assertThat(names(theirs.resolve(IN_NO_ORDER))).isEqualTo(names(PACKAGED.resolve(IN_NO_ORDER)));
        TestFolder.delete(elsewhere);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jsa"))
                    .filter(file -> !file.endsWith(IN_NO_ORDER))
                    .forEach(file -> files.put(folder.relativize(file).toString(), digest(file)));
        }
        return files;
    }

    private static List<String> names(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().map(ZipEntry::getName).sorted().toList();
        }
    }

    private static String digest(Path file) {
        try {
            return ImageFile.digest(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The README's commands are run as they are printed, and what it shows is what they say. */
class ReadmeIT {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
    private static final String BUILD = "./mvnw -q -DskipTests package";

    @RegisterExtension
    final Machine machine = new Machine();

    private final String readme = readme();

    @Test
    void theRunCommandBuildsAndStartsTheServer() {
        String[] halves = commands().getFirst().split(" && ");
        Launch launch = Launch.on(machine.folder("readme").resolve("data"));

        assertThat(halves).hasSize(2);
        assertThat(halves[0]).isEqualTo(BUILD);
        assertThat(Path.of(halves[1]).toAbsolutePath()).isEqualTo(launch.launcher());
        ServerProcess server = machine.start(launch).ready();
        assertThat(server.out().strip()).isEqualTo(block(launch).strip());
    }

    @Test
    void theTestCommandIsTheBuildsOwn() {
        assertThat(commands().get(1)).isEqualTo("./mvnw verify");
    }

    @Test
    void everyPageItLinksToIsThere() {
        List<Path> links = LINK.matcher(readme)
                .results()
                .map(link -> Path.of(link.group(1)))
                .toList();

        assertThat(links).isNotEmpty().allMatch(Files::exists);
    }

    /** What the README shows, for another port and another folder. */
    private String block(Launch launch) {
        return readme.split("```\n", 3)[1]
                .replace(":8080", ":" + launch.port())
                .replace("/home/you/cofactor/data", launch.data().toString());
    }

    private List<String> commands() {
        String section = readme.split("## Try it", 2)[1].split("\n## ", 2)[0];
        return section.lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
    }

    private static String readme() {
        try {
            return Files.readString(Path.of("README.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

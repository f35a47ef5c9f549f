// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.ImageFile;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The image, unpacked and looked at: what a container engine would be given. */
class ImageIT {
    private static final Path PACKAGED = Path.of("target", "quarkus-app");
    private static final String FOLDER = "opt/cofactor/";
    private static ImageFile image;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @BeforeAll
    static void read() throws IOException {
        image = ImageFile.built();
    }

    @Test
    void itSaysHowItIsRun() {
        JsonNode run = image.config().path("config");

        assertThat(run.path("User").textValue()).isEqualTo("10001:10001");
        assertThat(run.path("Entrypoint")).hasSize(1);
        assertThat(run.path("Entrypoint").path(0).textValue()).isEqualTo("/opt/cofactor/cofactor");
        assertThat(run.path("Cmd")).as("words are the operator's").isEmpty();
        assertThat(run.path("Env"))
                .as("settings, and least of all secrets, come from outside")
                .isEmpty();
        assertThat(run.path("Volumes")).isEmpty();
        assertThat(image.manifest().path("RepoTags").path(0).textValue()).startsWith("cofactor:");
    }

    @Test
    void itsLayersAreThoseItNames() {
        List<String> named = new ArrayList<>();
        image.config().path("rootfs").path("diff_ids").forEach(id -> named.add(id.textValue()));

        assertThat(image.digests()).hasSize(2).isEqualTo(named);
    }

    /** Whoever runs in it can change nothing of it, and it says nothing of when and where it was made. */
    @Test
    void everyFileIsRootsAndOfOneMoment() {
        Instant moment = Instant.parse(image.config().path("created").textValue());
        List<String> odd = new ArrayList<>();
        image.each((entry, content) -> {
            boolean plain = entry.isDirectory() || entry.isFile();
            int mode = entry.isDirectory() || entry.getName().equals(FOLDER + "cofactor") ? 0755 : 0644;
            boolean rootsAlone = entry.getLongUserId() == 0 && entry.getLongGroupId() == 0;
            boolean then = entry.isDirectory()
                    || entry.getLastModifiedTime().toInstant().equals(moment);
            if (!plain || !rootsAlone || (entry.getMode() & 07777) != mode || !then) {
                odd.add(entry.getName() + " " + Integer.toOctalString(entry.getMode()) + " "
                        + entry.getLastModifiedTime());
            }
        });

        assertThat(odd).isEmpty();
        assertThat(moment).isBefore(Instant.parse("2100-01-01T00:00:00Z"));
        assertThat(image.config().path("history").toString())
                .as("where it was made")
                .doesNotContain(System.getProperty("user.dir"));
    }

    @Test
    void itHoldsWhatWasPackagedAndNothingElse() throws IOException {
        Map<String, String> held = new TreeMap<>();
        image.each((entry, content) -> {
            if (entry.isFile()) {
                assertThat(held.put(entry.getName(), ImageFile.digest(content)))
                        .as(entry.getName())
                        .isNull();
            }
        });

        assertThat(held).isEqualTo(packaged());
    }

    @Test
    void nothingInItIsSecret() {
        List<String> suspect = new ArrayList<>();
        image.each((entry, content) -> {
            if (entry.getName().matches(".*(\\.(key|pem|p12|jks|env|jsa)|password|credentials?)")
                    || holdsKey(entry, content)) {
                suspect.add(entry.getName());
            }
        });

        assertThat(suspect).isEmpty();
    }

    @Test
    void unpackedItStartsAsItsEntrypointSays() {
        try (DebianPostgres postgres = DebianPostgres.running()) {
            Path root = machine.folder("image");
            image.unpackInto(root);
            Operator operator = Operator.preparing(postgres);
            String entrypoint =
                    image.config().path("config").path("Entrypoint").path(0).textValue();
            Path installed = root.resolve(entrypoint.substring(1)).getParent();
            Path data = machine.folder("production");

            ServerProcess migration = machine.start(operator.migration(data).installedIn(installed), "migrate");
            assertThat(migration.ended()).as(migration.err()).isZero();

            ServerProcess server =
                    machine.start(operator.server(data).installedIn(installed)).ready();
            assertThat(server.page("/sign-in")).isEqualTo(200);
            // As the manifests for Kubernetes ask.
            assertThat(List.of("started", "ready", "live"))
                    .allMatch(probe -> server.health("/q/health/" + probe) == 200);
            assertThat(server.stop()).isEqualTo(128 + 15);
            assertThat(server.err()).doesNotContain("WARN", "ERROR");
        }
    }

    private static boolean holdsKey(TarArchiveEntry entry, byte[] content) {
        return !entry.getName().endsWith(".jar")
                && new String(content, StandardCharsets.ISO_8859_1).contains("PRIVATE KEY-----");
    }

    private static Map<String, String> packaged() throws IOException {
        Map<String, String> packaged = new TreeMap<>();
        try (Stream<Path> files = Files.walk(PACKAGED)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jsa"))
                    .forEach(file -> packaged.put(FOLDER + PACKAGED.relativize(file), digest(file)));
        }
        return packaged;
    }

    private static String digest(Path file) {
        try {
            return ImageFile.digest(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

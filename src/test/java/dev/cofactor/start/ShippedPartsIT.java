// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.fixtures.ImageFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every part in the package is known: by its digest, and by the licence it is taken under. */
class ShippedPartsIT {
    private static final Path PACKAGED = Path.of("target", "quarkus-app");

    /** What may be shipped, and the names by which its authors call it. */
    private static final Map<String, Pattern> ACCEPTABLE = Map.of(
            "Apache-2.0", Pattern.compile("Apache.*2(\\.0)?"),
            "MIT", Pattern.compile("MIT|Bouncy Castle Licence"),
            "MIT-0", Pattern.compile("MIT-0"),
            "0BSD", Pattern.compile("0BSD"),
            "BSD-2-Clause", Pattern.compile("BSD-2-Clause"),
            "BSD-3-Clause", Pattern.compile("BSD-3-Clause|EDL 1.0|Eclipse Distribution License.*1.0"),
            "EPL-2.0", Pattern.compile("EPL[- ]2.0|Eclipse Public License.*2.0"),
            "LicenseRef-Public-Domain", Pattern.compile("Public Domain"));

    /** A jar, its line, and what the list of parts says of it. */
    private record Part(String jar, String licence, Collection<String> declared, Collection<String> digests) {}

    @Test
    void everyJarHasALineOfAnAcceptableLicenceWhichItsAuthorsDeclare() throws IOException {
        Map<String, String> lines = lines();
        List<JsonNode> parts = parts();

        assertThat(jars()).hasSizeGreaterThan(100).allSatisfy(jar -> {
            Part part = part(jar, lines, parts);
            assertThat(ACCEPTABLE).containsKey(part.licence());
            assertThat(part.declared())
                    .anyMatch(name -> Objects.requireNonNull(ACCEPTABLE.get(part.licence()))
                            .matcher(name)
                            .find());
            assertThat(part.digests())
                    .as("the same file")
                    .containsExactly(
                            ImageFile.digest(Files.readAllBytes(path(jar))).replace("sha256:", ""));
        });
    }

    @Test
    void everyLineIsOfSomethingThatIsShipped() throws IOException {
        List<String> jars = jars();

        assertThat(lines().keySet())
                .allSatisfy(coordinate -> assertThat(jars).as(coordinate).anyMatch(jar -> isOf(jar, coordinate)));
    }

    /** Such as nothing loads: src/docs/adr/0065. */
    @Test
    void whatWasLeftOutIsNotThere() throws IOException {
        assertThat(jars())
                .noneMatch(jar -> jar.matches(
                        "(net\\.bytebuddy|com\\.aayushatharva|org\\.glassfish\\.jaxb|org\\.hdrhistogram|org\\.latencyutils)\\..*"
                                + "|.*(vertx-codegen|mutiny-generator|error_prone|jsr305|istack).*"));
    }

    @Test
    void theListSaysNothingOfWhenAndWhereItWasMade() throws IOException {
        String text = Files.readString(PACKAGED.resolve("cofactor.cdx.json"));

        assertThat(text).doesNotContain(System.getProperty("user.dir"), System.getProperty("user.home"));
        JsonNode made = new ObjectMapper().readTree(text).path("metadata").path("timestamp");
        assertThat(made.asText("2026-11-20T00:00:00Z")).isEqualTo("2026-11-20T00:00:00Z");
    }

    private static Part part(String jar, Map<String, String> lines, List<JsonNode> parts) {
        String coordinate = lines.keySet().stream()
                .filter(line -> isOf(jar, line))
                .findFirst()
                .orElseThrow(() -> new AssertionError("licences.txt has no line for " + jar));
        JsonNode part = parts.stream()
                .filter(each -> jar.equals(name(each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the list of parts lacks " + jar));
        return new Part(
                jar,
                Objects.requireNonNull(lines.get(coordinate)),
                Stream.concat(
                                part.findValuesAsText("id").stream(),
                                Stream.concat(
                                        part.path("licenses").findValuesAsText("name").stream(),
                                        part.path("licenses").findValuesAsText("expression").stream()))
                        .toList(),
                Stream.of(part.path("hashes"))
                        .flatMap(hashes -> hashes.valueStream())
                        .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                        .map(hash -> hash.path("content").asText())
                        .toList());
    }

    private static String name(JsonNode part) {
        return part.path("group").asText() + "." + part.path("name").asText() + "-"
                + part.path("version").asText() + ".jar";
    }

    private static boolean isOf(String jar, String coordinate) {
        String start = Stream.of(coordinate.replace(':', '.').split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[a-z0-9]+"));
        return jar.matches(start + "-[0-9].*\\.jar");
    }

    private static Map<String, String> lines() throws IOException {
        Map<String, String> lines = new TreeMap<>();
        for (String line : Files.readAllLines(PACKAGED.resolve("licences.txt"))) {
            if (!line.startsWith("#")) {
                String[] pair = line.split(" ");
                assertThat(pair).as(line).hasSize(2);
                lines.put(pair[0], pair[1]);
            }
        }
        return lines;
    }

    private static List<JsonNode> parts() throws IOException {
        return new ObjectMapper()
                .readTree(PACKAGED.resolve("cofactor.cdx.json").toFile())
                .path("components")
                .valueStream()
                .toList();
    }

    private static List<String> jars() throws IOException {
        try (Stream<Path> files = Files.walk(PACKAGED.resolve("lib"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".jar"))
                    .toList();
        }
    }

    private static Path path(String jar) {
        return Stream.of("main", "boot")
                .map(folder -> PACKAGED.resolve("lib").resolve(folder).resolve(jar))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new UncheckedIOException(new IOException(jar)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The maps of requirements name tests that are there, and none says that something is met without naming one. */
class RequirementsTest {
    private static final Path DOCUMENTS = Path.of("src/docs/design");
    private static final Path TESTS = Path.of("src/test/java");
    private static final String ASVS = "asvs-5.0.md";
    private static final Pattern NAMED = Pattern.compile("`(?:([a-z]+)/)?([A-Z]\\w+)(?:#(\\w+))?`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");

    /** One line of a map. */
    record Row(String requirement, String state, String how, String tests) {
        static List<Row> all(String document) {
            return read(DOCUMENTS.resolve(document))
                    .lines()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| requirement"))
                    .map(line -> line.split("\\|", -1))
                    .map(cells -> new Row(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip()))
                    .toList();
        }

        List<MatchResult> named() {
            return NAMED.matcher(tests).results().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {ASVS, "nist-800-63b-4.md"})
    void everyTestThatIsNamedIsThere(String document) {
        Map<String, List<Path>> classes = classes();
        List<String> missing = new ArrayList<>();
        for (Row row : Row.all(document)) {
            for (MatchResult named : row.named()) {
                missing.addAll(faults(row, named, classes));
            }
        }
        assertThat(missing).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {ASVS, "nist-800-63b-4.md"})
    void whatIsMetNamesATestAndWhatIsNotSaysWhy(String document) {
        List<Row> rows = Row.all(document);
        assertThat(rows).hasSizeGreaterThan(30).allSatisfy(row -> {
            String about = row.requirement();
            switch (row.state()) {
                case "met" -> assertThat(row.named()).as(about).isNotEmpty();
                case "partly" -> {
                    assertThat(row.named()).as(about).isNotEmpty();
                    assertThat(row.how()).as(about).isNotEmpty();
                }
                case "documented" -> assertThat(row.how()).as(about).containsPattern(LINK);
                case "not met", "n/a" -> {
                    assertThat(row.how()).as(about).isNotEmpty();
                    assertThat(row.tests()).as(about).isEmpty();
                }
                default -> throw new AssertionError(about + " is " + row.state());
            }
            assertThat(row.tests().replaceAll(NAMED.pattern(), "")).as(about).isBlank();
        });
        assertThat(rows.stream().map(Row::requirement).distinct()).hasSameSizeAs(rows);
    }

    @Test
    void requirementsOfAsvsHaveItsNumbersInTheirFullForm() {
        assertThat(Row.all(ASVS))
                .allSatisfy(row -> assertThat(row.requirement()).matches("v5\\.0\\.0-\\d+\\.\\d+\\.\\d+ .+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {ASVS, "nist-800-63b-4.md"})
    void everyDocumentThatIsLinkedIsThere(String document) {
        List<Path> links = LINK.matcher(read(DOCUMENTS.resolve(document)))
                .results()
                .map(link -> DOCUMENTS.resolve(link.group(1)))
                .toList();
        assertThat(links).isNotEmpty().allMatch(Files::exists);
    }

    /** Where two classes have one name, the room says which is meant. */
    private static List<String> faults(Row row, MatchResult named, Map<String, List<Path>> classes) {
        String room = named.group(1);
        String method = named.group(3);
        List<Path> found = classes.getOrDefault(named.group(2), List.of()).stream()
                .filter(file -> room == null
                        || room.equals(file.getParent().getFileName().toString()))
                .toList();
        if (found.isEmpty() || (room != null && found.size() > 1)) {
            return List.of(row.requirement() + ": no class " + named.group());
        }
        boolean there = method == null || found.stream().anyMatch(file -> isTest(file, method));
        return there ? List.of() : List.of(row.requirement() + ": no test " + named.group());
    }

    private static boolean isTest(Path file, String method) {
        return Pattern.compile("@(Test|ParameterizedTest|Property|TestFactory)\\b[^;]*\\bvoid " + method + "\\(")
                .matcher(read(file))
                .find();
    }

    private static Map<String, List<Path>> classes() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.groupingBy(
                            file -> file.getFileName().toString().replace(".java", ""),
                            TreeMap::new,
                            Collectors.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

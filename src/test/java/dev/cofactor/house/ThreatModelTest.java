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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each claim of the threat model names a test, and each test it names is there: as {@code Class}, or {@code Class.method}. */
class ThreatModelTest {
    private static final Path PAGE = Path.of("src", "docs", "threat-model.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final List<String> OF_CLAIMS = List.of("What holds now", "What is promised");
    private static final Pattern MARK = Pattern.compile("\\((?:tested|tested nightly): ([^)]*)\\)");
    private static final Pattern NAME =
            Pattern.compile("\\b([A-Z][A-Za-z0-9]*(?:Test|IT))(?:\\.([a-z][A-Za-z0-9]*))?\\b");

    private final Map<String, Path> sources = sources();

    @Test
    void eachClaimNamesATestThatIsThere() {
        String page = read(PAGE);
        assertThat(claims(page)).hasSizeGreaterThan(80);
        assertThat(faults(page)).isEmpty();
    }

    @Test
    void aClaimThatNamesNoneOrOneThatIsGoneIsFound() {
        assertThat(faults("## What holds now\n\n- All is well.\n")).hasSize(1);
        assertThat(faults("## What holds now\n\n- All is well (planned).\n")).hasSize(1);
        assertThat(faults("## What holds now\n\n- All is\n  well (tested: NeverWrittenTest).\n"))
                .hasSize(1);
        assertThat(faults("## What is promised\n\n| all is well | (tested: HouseTest.neverWritten) |\n"))
                .hasSize(1);
        assertThat(faults("## What is promised\n\n| all is well | (tested: HouseTest) |\n"))
                .isEmpty();
        assertThat(faults("Of no chapter (tested: NeverWrittenTest)")).hasSize(1);
    }

    private List<String> faults(String page) {
        List<String> faults = new ArrayList<>();
        for (String claim : claims(page)) {
            if (MARK.matcher(claim)
                    .results()
                    .noneMatch(mark -> names(mark).findAny().isPresent())) {
                faults.add("names no test: " + claim);
            }
        }
        MARK.matcher(page.replaceAll("\\s+", " "))
                .results()
                .filter(mark -> !mark.group(1).equals("ClassName"))
                .flatMap(ThreatModelTest::names)
                .filter(name -> !isThere(name.group(1), name.group(2)))
                .forEach(name -> faults.add("is not there: " + name.group()));
        return faults;
    }

    private static Stream<MatchResult> names(MatchResult mark) {
        return NAME.matcher(mark.group(1)).results();
    }

    private boolean isThere(String type, @org.jspecify.annotations.Nullable String method) {
        Path source = sources.get(type);
        return source != null && (method == null || read(source).matches("(?s).*\\bvoid " + method + "\\(.*"));
    }

    /** The points of its lists and the rows of its tables, each on one line. */
    private static List<String> claims(String page) {
        List<String> claims = new ArrayList<>();
        for (String chapter : page.split("(?m)^## ")) {
            if (OF_CLAIMS.stream().anyMatch(chapter::startsWith)) {
                String text = chapter.replaceAll("\\n  +", " ");
                text.lines()
                        .filter(line -> line.startsWith("- ") || line.startsWith("| "))
                        .filter(line -> !line.startsWith("| promise |"))
                        .forEach(claims::add);
            }
        }
        return claims;
    }

    private static Map<String, Path> sources() {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            file -> file,
                            (one, other) -> one));
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

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.words;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say stands in bundles, and nothing stands there that no page says. */
class WordsInBundlesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path FACE = Path.of("src/main/java/dev/cofactor/face");

    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/assets");

    /** The beginning of a sentence in quotes, or a number with words after it. */
    private static final Pattern SENTENCE =
            Pattern.compile("['\"`](?:\\$\\{[^}]*})? ?[A-Z][a-z]+(?: [a-z]+)+|['\"`]\\$\\{[^}]*} [a-z]+");

    private static List<Path> files(Path below, String ending) {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
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

    private static List<String> keys(Path bundle) {
        return read(bundle)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
    }

    @Test
    void noTemplateSaysAWordItself() {
        Set<String> written = new TreeSet<>();
        for (Path template : files(TEMPLATES, ".html")) {
            Written.in(read(template)).forEach(words -> written.add(TEMPLATES.relativize(template) + ": " + words));
        }
        assertThat(written).isEmpty();
    }

    @Test
    void scriptsReadTheirWordsFromThePage() {
        assertThat(files(SCRIPTS, ".js"))
                .filteredOn(script -> SENTENCE.matcher(read(script)).find())
                .extracting(script -> script.getFileName().toString())
                .isEmpty();
    }

    @Test
    void everyMessageIsSaidSomewhere() {
        String templates =
                files(TEMPLATES, ".html").stream().map(WordsInBundlesTest::read).collect(joining());
        String rooms = files(FACE, ".java").stream()
                .filter(file -> !read(file).contains("@MessageBundle"))
                .map(WordsInBundlesTest::read)
                .collect(joining());
        Set<String> unsaid = new TreeSet<>();
        for (Path bundle : files(MESSAGES, "_en.properties")) {
            String name = bundle.getFileName().toString().replace("_en.properties", "");
            for (String key : keys(bundle)) {
                boolean said = Pattern.compile("\\b" + name + ":" + key + "\\b")
                                .matcher(templates)
                                .find()
                        || Pattern.compile("(?:\\bwords(?:\\.|::)|Words\\.class\\)\\s*\\.)" + key + "\\b")
                                .matcher(rooms)
                                .find();
                if (!said) {
                    unsaid.add(name + ":" + key);
                }
            }
        }
        assertThat(unsaid).isEmpty();
    }

    /** The later of two would be passed over in silence. */
    @Test
    void noKeyStandsTwiceInABundle() {
        for (Path bundle : files(MESSAGES, ".properties")) {
            assertThat(keys(bundle)).as(bundle.toString()).doesNotHaveDuplicates();
        }
    }

    /** What comes into them is then escaped by the page they stand on, once, like everything else there. */
    @Test
    void messagesAreTextAndNoMarkup() {
        for (Path bundle : files(MESSAGES, ".properties")) {
            assertThat(read(bundle))
                    .as(bundle.toString())
                    .doesNotContainPattern("<[A-Za-z/!]|&#?\\w+;|\\.raw\\b|\\.safe\\b");
        }
        for (Path template : files(TEMPLATES, ".html")) {
            assertThat(read(template)).as(template.toString()).doesNotContainPattern("\\.raw\\b|\\.safe\\b");
        }
    }

    @Test
    void everyBundleSaysItsLanguageAndBelongsToARoom() {
        List<String> declared = files(FACE, ".java").stream()
                .map(WordsInBundlesTest::read)
                .flatMap(source -> Pattern.compile("@MessageBundle\\(\"(\\w+)\"\\)")
                        .matcher(source)
                        .results())
                .map(found -> found.group(1))
                .sorted()
                .toList();
        assertThat(files(MESSAGES, "_en.properties"))
                .extracting(file -> file.getFileName().toString().replace("_en.properties", ""))
                .containsExactlyElementsOf(declared);
        assertThat(read(MESSAGES.resolve("language_" + Languages.FIRST.toLanguageTag() + ".properties"))
                        .strip())
                .isEqualTo("tag=" + Languages.FIRST.toLanguageTag().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Hello</p>",
                "<p>{name} left</p>",
                "<b>{web:signIn}</b> now",
                "<input placeholder=\"Narrow the list\">",
                "<a aria-label=\"Remove {app.label}\">{self:remove}</a>",
                "<p data-after=\"You can try again now.\">",
                "<input value=\"{#if label}{label}{#else}My phone{/if}\">",
                "{#password id='new' label='New password' /}",
                "{#if state == 'wrong'}{web:no}{#else}Yes{/if}",
                "<p>Cofactor is not ready</p>",
                "<button\n  class=\"{#if a > 1}x{/if}\">Go</button>",
            })
    void aWordInATemplateIsFound(String template) {
        assertThat(Written.in(template)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<p class=\"quiet small\" id=\"hint\">{web:signIn} · Cofactor</p>",
                "<code>Authorization: Bearer …</code>, {self:to}.",
                "<button name=\"result\" value=\"not-used\" data-keep=\"copy\">{#icon 'copy' /}{self:copy}</button>",
                "{! what it needs !}{@java.lang.String csrf}{#include layout/page}{#if a == 'It is'}{a}{/if}{/include}",
                "<form data-options=\"/sign-in/passkey challenge\" method=\"post\">&nbsp;<!-- why --></form>",
                "{#password id='new' label=self:newPassword wrong='notice' /}",
            })
    void whatIsNoWordIsNone(String template) {
        assertThat(Written.in(template)).isEmpty();
    }
}

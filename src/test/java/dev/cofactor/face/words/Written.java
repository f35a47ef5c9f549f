// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the words that a template says itself, instead of leaving them to a bundle. */
final class Written {
    private static final Pattern COMMENT = Pattern.compile("(?s)\\{!.*?!}|<!--.*?-->");

    /** A section, an end, a declaration or an output, with texts in quotes that may hold braces. */
    private static final Pattern QUTE = Pattern.compile("\\{[#/@A-Za-z_](?:[^{}'\"]|'[^']*'|\"[^\"]*\")*}");

    /** What a tag of ours is given to say. */
    private static final Pattern GIVEN =
            Pattern.compile("\\b(?:label|title|placeholder|heading|hint|words|text|verb|why)='([^']*)'");

    /** Shown as they are typed, in every language; or not shown at all. */
    private static final Pattern SILENT = Pattern.compile("(?s)<(code|kbd|samp|svg|script|style)\\b.*?</\\1>");

    private static final Pattern TAG = Pattern.compile("<[A-Za-z/!](?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\b([A-Za-z][\\w-]*)=\"([^\"]*)\"");
    private static final Pattern ALWAYS_WORDS = Pattern.compile(
            "aria-label|aria-description|aria-roledescription|aria-valuetext|title|alt|placeholder|label");
    private static final Pattern MAYBE_WORDS = Pattern.compile("data-[\\w-]+|value");

    /** A capital letter with others after it, or two words. */
    private static final Pattern LIKE_WORDS = Pattern.compile("[A-Z][a-z]+.*|.*[a-z,.] [a-z].*");

    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");
    private static final String NAME = "Cofactor";
    private static final Pattern ENTITY = Pattern.compile("&#?\\w+;");

    private Written() {}

    static List<String> in(String template) {
        List<String> found = new ArrayList<>();
        String text = COMMENT.matcher(template).replaceAll("");
        Matcher qute = QUTE.matcher(text);
        while (qute.find()) {
            GIVEN.matcher(qute.group()).results().map(given -> given.group(1)).forEach(given -> add(found, given));
        }
        text = SILENT.matcher(QUTE.matcher(text).replaceAll("")).replaceAll("");
        TAG.matcher(text).results().forEach(tag -> attributes(found, tag.group()));
        TAG.matcher(text).replaceAll("\n").lines().forEach(line -> add(found, line));
        return found;
    }

    private static void attributes(List<String> found, String tag) {
        ATTRIBUTE
                .matcher(tag)
                .results()
                .filter(one -> isWords(one.group(1), one.group(2)))
                .forEach(one -> add(found, one.group(2)));
    }

    private static boolean isWords(String name, String value) {
        return ALWAYS_WORDS.matcher(name).matches()
                || (MAYBE_WORDS.matcher(name).matches()
                        && LIKE_WORDS.matcher(value).matches()
                        && !value.matches(".*[/=].*"));
    }

    private static void add(List<String> found, String text) {
        if (LETTERS.matcher(ENTITY.matcher(text).replaceAll("").replace(NAME, ""))
                .find()) {
            found.add(text.strip());
        }
    }
}

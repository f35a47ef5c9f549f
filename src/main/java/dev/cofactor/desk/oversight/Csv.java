// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.events.CanonicalJson;
import dev.cofactor.ledger.records.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Entries as a table for spreadsheets (RFC 4180). These take a cell that begins like a formula for one, and run it: such a
 * cell gets an apostrophe before it, which they hide. Whoever needs every byte takes the JSON lines.
 */
public final class Csv {
    static final List<String> HEADER = List.of(
            "index",
            "state",
            "time",
            "class",
            "outcome",
            "actorKind",
            "actor",
            "actsFor",
            "aboutKind",
            "about",
            "address",
            "session",
            "trace",
            "reason",
            "ticket",
            "details");

    /** Also their full-width forms, which some spreadsheets turn into the others, and what is skipped before them. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private Csv() {}

    static byte[] header() {
        return row(HEADER);
    }

    static byte[] row(Entry entry) {
        return switch (entry) {
            case Entry.Sound sound -> row(cells(sound));
            case Entry.Altered altered -> row(unsound(altered, "altered: " + String.join(" ", altered.parts())));
            case Entry.Shut shut -> row(unsound(shut, "erased: " + shut.cause().word()));
        };
    }

    private static List<String> cells(Entry.Sound sound) {
        Entry.Columns row = sound.columns();
        Entry.Contents contents = sound.contents();
        return List.of(
                Long.toString(row.index()),
                EntryJson.state(sound),
                row.time().toString(),
                row.kind(),
                row.outcome(),
                contents.actorKind(),
                row.actor().toString(),
                text(contents.actsFor().map(UUID::toString)),
                text(contents.aboutKind()),
                text(row.about().map(UUID::toString)),
                text(contents.address()),
                text(contents.session()),
                text(contents.trace()),
                detail(contents, "reason"),
                detail(contents, "ticket"),
                new String(CanonicalJson.write(contents.details()), UTF_8));
    }

    private static List<String> unsound(Entry entry, String state) {
        List<String> cells =
                new ArrayList<>(List.of(Long.toString(entry.columns().index()), state));
        while (cells.size() < HEADER.size()) {
            cells.add("");
        }
        return cells;
    }

    private static String detail(Entry.Contents contents, String name) {
        return text(Optional.ofNullable(contents.details().get(name)).map(Object::toString));
    }

    private static String text(Optional<String> cell) {
        return cell.orElse("");
    }

    public static byte[] row(List<String> cells) {
        return (cells.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n").getBytes(UTF_8);
    }

    static String cell(String text) {
        String harmless = startsLikeAFormula(text) ? "'" + text : text;
        boolean plain = harmless.equals(text) && text.chars().noneMatch(c -> c == '"' || c == ',' || c < ' ');
        return plain ? text : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /** Blanks before it do not count: some programs strip them. */
    private static boolean startsLikeAFormula(String text) {
        String stripped = text.stripLeading();
        return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
                || (!stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0);
    }
}

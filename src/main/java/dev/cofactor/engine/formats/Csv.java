// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table with a line of names above it (RFC 4180), cells in quotes or not. A cell that a spreadsheet would run is text here
 * like any other, and nothing here writes a table. Overwrites its cells once it is closed.
 */
final class Csv implements AutoCloseable {
    private static final int MOST_COLUMNS = 100;

    private final List<List<Chars>> rows = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final char[] in;
    private int at;

    /** @param file stays the caller's */
    private Csv(Chars file) {
        in = file.all();
    }

    static Csv read(Chars file) {
        Csv table = new Csv(file);
        try {
            while (table.at < table.in.length) {
                table.line();
            }
            table.name();
            return table;
        } catch (RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** The names in the first line; nothing where there is no table. */
    static List<String> names(Chars file) {
        try (Csv table = new Csv(file)) {
            table.line();
            return table.rows.isEmpty()
                    ? List.of()
                    : table.rows.getFirst().stream().map(Csv::spelled).toList();
        } catch (FormatRefused e) {
            return List.of();
        }
    }

    private static String spelled(Chars name) {
        return name.shown().toLowerCase(Locale.ROOT);
    }

    private void name() {
        if (rows.isEmpty()) {
            throw FormatRefused.malformed("the file is empty");
        }
        List<Chars> names = rows.removeFirst();
        for (int i = 0; i < names.size(); i++) {
            columns.putIfAbsent(spelled(names.get(i)), i);
        }
        names.forEach(Chars::close);
    }

    List<List<Chars>> rows() {
        return rows;
    }

    /** By the first of these names that there is. */
    Optional<Chars> cell(List<Chars> row, List<String> names) {
        for (String name : names) {
            @Nullable Integer column = columns.get(name);
            if (column != null) {
                return column < row.size()
                        ? Optional.of(row.get(column)).filter(cell -> !cell.isBlank())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void line() {
        List<Chars> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            if (cells.size() == MOST_COLUMNS) {
                cells.forEach(Chars::close);
                throw FormatRefused.tooDeep();
            }
            cells.add(at < in.length && in[at] == '"' ? quoted() : bare());
            more = at < in.length && in[at] == ',';
            at += more ? 1 : 0;
        }
        end();
        if (cells.size() == 1 && cells.getFirst().isBlank()) {
            return;
        }
        if (rows.size() > Lot.MOST) {
            cells.forEach(Chars::close);
            throw FormatRefused.tooMany();
        }
        rows.add(cells);
    }

    private void end() {
        if (at < in.length && in[at] == '\r') {
            at++;
        }
        if (at < in.length && in[at] == '\n') {
            at++;
        } else if (at < in.length && in[at - 1] != '\r') {
            throw FormatRefused.malformed("the file is no table: a cell goes on behind its closing quote");
        }
    }

    private Chars bare() {
        int begin = at;
        while (at < in.length && in[at] != ',' && in[at] != '\n' && in[at] != '\r') {
            at++;
        }
        return new Chars(Arrays.copyOfRange(in, begin, at));
    }

    private Chars quoted() {
        int begin = ++at;
        int doubled = 0;
        while (at < in.length && (in[at] != '"' || (at + 1 < in.length && in[at + 1] == '"'))) {
            doubled += in[at] == '"' ? 1 : 0;
            at += in[at] == '"' ? 2 : 1;
        }
        if (at >= in.length) {
            throw FormatRefused.malformed("the file is no table: a quote is not closed");
        }
        char[] cell = new char[at - begin - doubled];
        for (int from = begin, to = 0; from < at; to++) {
            cell[to] = in[from];
            from += in[from] == '"' ? 2 : 1;
        }
        at++;
        return new Chars(cell);
    }

    @Override
    public void close() {
        rows.forEach(row -> row.forEach(Chars::close));
    }
}

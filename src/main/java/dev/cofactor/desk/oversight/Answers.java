// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.ground.events.CanonicalJson;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.History;
import dev.cofactor.ledger.records.Paging;
import dev.cofactor.ledger.records.Records;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** How what was found is written, an entry at a time. */
final class Answers {
    private Answers() {}

    static void page(OutputStream out, Records.Page page, Paging paging) throws IOException {
        ascii(out, "{\"events\":");
        array(out, page.entries().iterator());
        if (page.more()) {
            long last = page.entries().getLast().columns().index();
            ascii(out, ",\"next\":{\"" + (paging.upwards() ? "after" : "before") + "\":" + last + "}");
        }
        ascii(out, "}");
    }

    /** The verdict comes last: it is known only when all has been counted. An answer that breaks off has none. */
    static void history(OutputStream out, UUID subject, History history) throws IOException {
        ascii(out, "{\"events\":");
        array(out, history);
        ascii(out, ",\"subject\":\"" + subject + "\",\"verdict\":");
        out.write(CanonicalJson.write(members(history.verdict())));
        ascii(out, "}");
    }

    private static Map<String, Object> members(History.Verdict verdict) {
        return Map.of(
                "complete", verdict.complete(),
                "counted", verdict.counted(),
                "altered", verdict.altered(),
                "erased", verdict.shut(),
                "outOfOrder", verdict.broken(),
                "endAltered", verdict.endAltered(),
                "missing", verdict.missing().stream().map(Answers::members).toList());
    }

    private static Map<String, Object> members(History.Gap gap) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("from", gap.from());
        members.put("until", gap.until());
        gap.lastAt().ifPresent(index -> members.put("lastAt", index));
        return members;
    }

    static void lines(OutputStream out, Iterator<Entry> entries) throws IOException {
        while (entries.hasNext()) {
            out.write(EntryJson.of(entries.next()));
            out.write('\n');
        }
    }

    static void table(OutputStream out, Iterator<Entry> entries) throws IOException {
        out.write(Csv.header());
        while (entries.hasNext()) {
            out.write(Csv.row(entries.next()));
        }
    }

    private static void array(OutputStream out, Iterator<Entry> entries) throws IOException {
        out.write('[');
        for (boolean first = true; entries.hasNext(); first = false) {
            if (!first) {
                out.write(',');
            }
            out.write(EntryJson.of(entries.next()));
        }
        out.write(']');
    }

    private static void ascii(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(US_ASCII));
    }
}

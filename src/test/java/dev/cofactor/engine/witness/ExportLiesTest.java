// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.fixtures.Paper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each way to lie that the page forbids is found, and the first place that lies is named. */
class ExportLiesTest {
    private static final int SIZE = 40;
    private static final int AT = 17;

    private final Paper paper = new Paper(SIZE);
    private final List<String> lines = paper.lines();

    private void liesAfter(Consumer<List<String>> change, String place) {
        List<String> changed = new ArrayList<>(lines);
        change.accept(changed);
        Verdicts.lies(String.join("", changed), paper, place);
    }

    /** @param from what stands in the line of the entry */
    private void changed(String from, String to, String place) {
        String line = lines.get(AT + 1);
        org.assertj.core.api.Assertions.assertThat(line).contains(from);
        liesAfter(all -> all.set(AT + 1, line.replace(from, to)), place);
    }

    @Test
    void eachColumnIsHeldAgainstTheBody() {
        changed(
                "\"about\":\"" + Paper.id("secret", AT % 7),
                "\"about\":\"" + Paper.id("secret", 6),
                "entry 17: the column about");
        changed("\"about\":\"" + Paper.id("secret", AT % 7) + "\",", "", "entry 17: the column about");
        changed(
                "\"actor\":\"" + Paper.id("person", AT % 5),
                "\"actor\":\"" + Paper.id("person", 9),
                "entry 17: the column actor");
        changed("\"addressHash\":\"ab", "\"addressHash\":\"ac", "entry 17: the column addressHash");
        changed("\"class\":\"code-released", "\"class\":\"code-expired", "entry 17: the column class");
        changed(
                "\"event\":\"" + Paper.id("event", AT),
                "\"event\":\"" + Paper.id("event", 99),
                "entry 17: the column event");
        changed("\"outcome\":\"done", "\"outcome\":\"failed", "entry 17: the column outcome is not what the body says");
        changed("\"time\":1", "\"time\":2", "entry 17: the column time is not what the leaf says");
        changed(
                "\"bodyKey\":\"" + Paper.id("key", 0),
                "\"bodyKey\":\"" + Paper.id("key", 1),
                "entry 17: its month has another");
        changed("\"index\":17", "\"index\":18", "entry 17: it bears another index");
    }

    @Test
    void saltBodyAndLeafHoldTogether() {
        changed("\"salt\":\"AAAA", "\"salt\":\"AAAB", "entry 17: its leaf commits to another salt or body");
        changed("\"salt\":\"AAAA", "\"salt\":\"", "entry 17: its salt has not 32 bytes");
        String body = member("body");
        String other = Paper.base64(new String(Base64.getDecoder().decode(body), UTF_8)
                .replace("\"details\":{}", "\"details\":{\"step\":1}")
                .getBytes(UTF_8));
        changed(body, other, "entry 17: its leaf commits to another salt or body");
        String leaf = member("leaf");
        String tagged = new String(Base64.getDecoder().decode(leaf), UTF_8);
        String altered = Paper.base64(tagged.replaceFirst("\\[\"..", "[\"AA").getBytes(UTF_8));
        changed(leaf, altered, "checkpoint: the entries lead to another root");
    }

    private String member(String name) {
        String line = lines.get(AT + 1);
        int from = line.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return line.substring(from, line.indexOf('"', from));
    }

    @Test
    void noEntryIsLeftOutAddedOrMoved() {
        liesAfter(all -> all.remove(AT + 1), "entry 17: it bears another index");
        liesAfter(all -> all.add(AT + 1, all.get(AT + 1)), "entry 18: it bears another index");
        liesAfter(all -> Collections.swap(all, AT + 1, AT + 2), "entry 17: it bears another index");
        liesAfter(all -> all.remove(SIZE), "entry 39: it has not the members");
        liesAfter(all -> all.remove(SIZE + 1), "checkpoint: the export ends before it");
        liesAfter(all -> all.subList(AT + 1, all.size()).clear(), "entry 17: the export ends before it");
        liesAfter(
                all -> all.set(0, all.get(0).replace("\"size\":40", "\"size\":39")),
                "checkpoint: it has not the members");
        liesAfter(
                all -> all.set(0, all.get(0).replace("\"size\":40", "\"size\":41")),
                "entry 40: it has not the members");
        liesAfter(List::clear, "header: the export ends before it");
        liesAfter(all -> all.add("\n"), "checkpoint: something follows it");
        liesAfter(all -> all.add("x"), "checkpoint: the export ends inside this line");
        String cut = lines.get(AT + 1).substring(0, 300);
        liesAfter(
                all -> {
                    all.subList(AT + 1, all.size()).clear();
                    all.add(cut);
                },
                "entry 17: the export ends inside this line");
    }

    @Test
    void thereIsOneSpellingOfEachLine() {
        changed("{\"body\"", "{ \"body\"", "entry 17: its JSON is not in the one spelling");
        changed("}\n", "}\r\n", "entry 17: its JSON is not in the one spelling");
        changed("}\n", "} {}\n", "entry 17: it is not JSON");
        changed("\"index\":17", "\"index\":17.0", "entry 17: its JSON holds what it may not hold");
        changed("\"index\":17", "\"index\":1.7e1", "entry 17: its JSON holds what it may not hold");
        changed("\"index\":17", "\"index\":99999999999999999999", "entry 17: it is not JSON");
        changed("\"index\":17", "\"index\":16,\"index\":17", "entry 17: it is not JSON");
        changed("\"index\":17", "\"index\":\"17\"", "entry 17: its member index is no integer");
        changed("\"index\":17", "\"index\":null", "entry 17: its JSON holds what it may not hold");
        changed("\"outcome\":\"done", "\"outcome\":\"d\\u006fne", "entry 17: its JSON is not in the one spelling");
        changed("\"outcome\":\"done", "\"more\":1,\"outcome\":\"done", "entry 17: it has not the members");
        changed(
                "\"actor\":\"" + Paper.id("person", 2),
                "\"actor\":\"1-2-3-4-5",
                "entry 17: its member actor is no UUID");
        changed(
                "\"salt\":\"" + "A".repeat(43) + "=",
                "\"salt\":\"" + "A".repeat(42) + "B=",
                "entry 17: its member salt is no");
        liesAfter(all -> all.set(0, "\ufeff" + all.get(0)), "header: it is not JSON");
        liesAfter(all -> all.set(AT + 1, "[".repeat(100_000) + "\n"), "entry 17: it is not JSON");
        liesAfter(
                all -> all.set(0, all.get(0).replace("\"v\":1", "\"v\":2")),
                "header: the export is of another version");
        liesAfter(all -> all.set(0, all.get(0).replace("\"epoch\":1", "\"epoch\":2")), "header: its epoch is not");
        liesAfter(
                all -> all.set(SIZE + 1, all.get(SIZE + 1).replaceFirst("\\\\n40\\\\n", "\\\\n41\\\\n")),
                "checkpoint: a known key's signature does not verify");
    }

    /** What not even the signer may say. */
    @Test
    void aLogThatLiesItselfIsFound() {
        Map<Consumer<Paper.Draft>, String> lies = Map.of(
                d -> d.leafTime = d.time - 1, "entry 17: the column time is not what the leaf says",
                d -> d.time -= 5000, "entry 17: it is earlier than the one before",
                d -> d.event = Paper.id("event", 3), "entry 17: its event is on the log already",
                d -> d.tags = 1, "entry 17: its leaf has not one tag for each chain",
                d -> d.skip = 1, "entry 17: its chain does not count on",
                d -> d.skip = -1, "entry 17: its chain does not count on",
                d -> d.previousOff = -1, "entry 17: its chain names another entry as the one before",
                d -> d.epoch = 2, "entry 17: its body is of another epoch",
                d -> d.details = "{\"b\":1,\"a\":1}", "entry 17: the body: its JSON is not in the one spelling",
                d -> d.details = "{\"a\":1,\"a\":1}", "entry 17: the body: it is not JSON");
        lies.forEach((lie, place) -> Verdicts.lies(new Paper(SIZE).draft(AT, lie), place));
    }

    /** A chain that leaves one out counts on, but names the wrong one before; or the right one, and skips. */
    @Test
    void anEntryCannotBeLeftOutOfItsChain() {
        Paper hidden = new Paper(SIZE).draft(AT, d -> d.about = Paper.id("secret", 50));
        Verdicts.of(hidden.text(), hidden);
        Paper gap = new Paper(SIZE).draft(24, d -> d.skip = 1);
        Verdicts.lies(gap, "entry 24: its chain does not count on from where it stood");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.Hash;
import dev.cofactor.ground.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Verifies an export, as the log's page has it, reading it once. Stops at the first entry that lies. */
public final class Export {
    private static final Set<String> HEADER = Set.of("epoch", "kind", "origin", "size", "v");

    private final Lines lines;
    private final Pinned pinned;
    private final Growth tree;
    private final Erasures erasures = new Erasures();
    private final Chains chains;
    private final IdTable events;
    private long time;

    private record Header(long epoch, long size) {}

    private Export(InputStream in, Pinned pinned, Optional<Checkpoint> since, long seed) {
        this.lines = new Lines(in);
        this.pinned = pinned;
        this.tree = new Growth(since);
        this.chains = new Chains(erasures, seed);
        this.events = new IdTable(0, seed);
    }

    /**
     * @param since an earlier checkpoint of the same log, verified
     * @param seed a random number
     * @throws Untrue at the first place that does not hold
     */
    public static Verdict verify(InputStream in, Pinned pinned, Optional<Checkpoint> since, long seed)
            throws IOException {
        return new Export(in, pinned, since, seed).verify();
    }

    private Verdict verify() throws IOException {
        Header header = header();
        for (long index = 0; index < header.size(); index++) {
            try {
                entry(Entry.parse(line()), index, header.epoch());
            } catch (Problem e) {
                throw Untrue.at("entry " + index, e);
            }
        }
        Checkpoint signed = checkpoint();
        erasures.requireExplained();
        return new Verdict(pinned.origin(), signed.head(), erasures.counts());
    }

    private String line() throws IOException {
        @Nullable String line = lines.next();
        if (line == null) {
            throw Untrue.because("the export ends before it");
        }
        return line;
    }

    private Header header() throws IOException {
        try {
            Json json = Json.read(line()).with(HEADER, Set.of());
            Untrue.unless(json.text("kind").equals("cofactor-log"), "this is no export of a log");
            Untrue.unless(json.number("v") == 1, "the export is of another version");
            Untrue.unless(json.text("origin").equals(pinned.origin()), "the export is of another log");
            long epoch = json.number("epoch");
            Untrue.unless(pinned.origin().endsWith("/" + epoch), "its epoch is not its origin's");
            Untrue.unless(json.number("size") >= 0, "its size is below zero");
            return new Header(epoch, json.number("size"));
        } catch (Problem e) {
            throw Untrue.at("header", e);
        }
    }

    private void entry(Entry entry, long index, long epoch) {
        Untrue.unless(entry.index() == index, "it bears another index");
        Row row = entry.row();
        Untrue.unless(row.time() == entry.leaf().time(), "the column time is not what the leaf says");
        Untrue.unless(row.time() >= time, "it is earlier than the one before");
        time = row.time();
        Untrue.unless(events.add(row.event()), "its event is on the log already");
        switch (entry.content()) {
            case Entry.Content.Opened opened -> opened(entry, opened, epoch);
            case Entry.Content.Erased erased -> {
                erasures.erased(entry, erased.cause());
                chains.erased(entry.leaf());
            }
        }
        tree.append(Hash.ofLeaf(entry.leafBytes()));
    }

    private void opened(Entry entry, Entry.Content.Opened opened, long epoch) {
        entry.leaf().requireCommits(opened.salt(), opened.body());
        Body body;
        try {
            body = Body.read(opened.body());
        } catch (Untrue e) {
            throw Untrue.at("the body", e);
        }
        body.requirePlace(entry.index(), entry.row().time());
        Untrue.unless(body.epoch() == epoch, "its body is of another epoch");
        body.requireRow(entry.row());
        body.links(entry.leaf().tags()).forEach(link -> chains.follow(link, entry.index()));
        erasures.opened(entry);
        if (body.destroysKey()) {
            erasures.destroyed(body.about());
        }
    }

    private Checkpoint checkpoint() throws IOException {
        try {
            Json json = Json.read(line()).with(Set.of("checkpoint"), Set.of());
            Checkpoint signed = pinned.open(json.text("checkpoint").getBytes(UTF_8));
            tree.requireEnd(signed.head());
            Untrue.unless(lines.next() == null, "something follows it");
            return signed;
        } catch (Problem e) {
            throw Untrue.at("checkpoint", e);
        }
    }
}

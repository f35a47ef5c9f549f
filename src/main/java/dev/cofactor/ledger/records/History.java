// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import dev.cofactor.ground.events.Place;
import dev.cofactor.ground.sealing.Tags;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * All about one subject, oldest first, and then whether anything was left out: its events count 0, 1, 2 … in sealed bodies
 * and, for whoever has the key, in the leaves, so what is hidden leaves a hole.
 */
public final class History implements Iterator<Entry> {
    private static final int GAPS = 1000;
    /** How far ahead an entry that does not open is looked for by its tag. */
    private static final int REACH = 4096;

    private final UUID subject;
    private final Iterator<Entry> entries;
    private final Tags tags;
    private final Optional<Extent.End> end;

    private final List<Gap> gaps = new ArrayList<>();
    private long expected;
    private long last = Place.NONE;
    private long counted;
    private long altered;
    private long shut;
    private long broken;

    History(UUID subject, Iterator<Entry> entries, Tags tags, Optional<Extent.End> end) {
        this.subject = subject;
        this.entries = entries;
        this.tags = tags;
        this.end = end;
    }

    /**
     * Events that are not there.
     *
     * @param lastAt the index at which the last of them was, if that is known
     */
    public record Gap(long from, long until, OptionalLong lastAt) {}

    /**
     * What the counting came to.
     *
     * @param counted how many have their place in the chain, altered and erased ones too if their leaf proves it
     * @param altered how many are not what was recorded
     * @param shut how many nobody can open; their leaf alone says that they belong here
     * @param broken how many have a place twice, or name another one before them than there is
     * @param endAltered whether the table of chains' ends says something else than the entries
     */
    public record Verdict(long counted, long altered, long shut, long broken, List<Gap> missing, boolean endAltered) {
        /** Nothing is missing, altered or out of order. */
        public boolean complete() {
            return missing.isEmpty() && altered == 0 && broken == 0 && !endAltered;
        }
    }

    @Override
    public boolean hasNext() {
        return entries.hasNext();
    }

    @Override
    public Entry next() {
        Entry entry = entries.next();
        switch (entry) {
            case Entry.Sound sound ->
                sound.contents().links().stream()
                        .filter(link -> link.subject().id().equals(subject))
                        .findFirst()
                        .ifPresent(link -> count(link.sequence(), OptionalLong.of(link.previous()), sound.columns()));
            case Entry.Shut closed -> {
                shut++;
                byTag(closed.leaf(), closed.columns());
            }
            case Entry.Altered changed -> {
                altered++;
                byTag(changed.leaf(), changed.columns());
            }
        }
        return entry;
    }

    private void count(long sequence, OptionalLong previous, Entry.Columns at) {
        if (sequence > expected) {
            gap(sequence - 1, previous);
        } else if (sequence < expected || (previous.isPresent() && previous.getAsLong() != last)) {
            broken++;
        }
        expected = Math.max(expected, sequence + 1);
        last = at.index();
        counted++;
    }

    private void byTag(byte[] leaf, Entry.Columns at) {
        List<String> there = BodyText.tagsOfLeaf(leaf);
        for (long sequence = expected; sequence < expected + REACH; sequence++) {
            String tag = Base64.getEncoder().encodeToString(tags.of(at.epoch(), subject, sequence));
            if (there.contains(tag)) {
                count(sequence, OptionalLong.empty(), at);
                return;
            }
        }
    }

    private void gap(long until, OptionalLong lastAt) {
        if (gaps.size() < GAPS) {
            gaps.add(new Gap(expected, until, lastAt));
        }
    }

    /** Only when there is nothing next: before that it would call missing what is still to come. */
    public Verdict verdict() {
        if (hasNext()) {
            throw new IllegalStateException("the history is not told yet");
        }
        long count = expected;
        end.filter(known -> known.sequence() >= count)
                .ifPresent(known -> gap(known.sequence(), OptionalLong.of(known.index())));
        expected = Math.max(count, end.map(known -> known.sequence() + 1).orElse(0L));
        boolean endAltered = end.map(known ->
                        known.sequence() < count - 1 || (known.sequence() == count - 1 && known.index() != last))
                .orElse(counted > 0);
        return new Verdict(counted, altered, shut, broken, List.copyOf(gaps), endAltered);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the parts of one export of Google Authenticator, in any order. Owns the parts it was given until they are taken.
 * For one caller at a time.
 */
public final class Migration implements AutoCloseable {
    private final SortedMap<Integer, MigrationPart> parts = new TreeMap<>();
    private @Nullable MigrationPart first;

    /**
     * A part that is here already is closed and changes nothing.
     *
     * @throws OtpRefused if it belongs to another export; it then stays the caller's
     */
    public void add(MigrationPart part) {
        if (first == null) {
            first = part;
        }
        if (!first.isOfSameBatch(part)) {
            throw OtpRefused.otherBatch();
        }
        MigrationPart here = parts.putIfAbsent(part.index(), part);
        if (here != null && !here.equals(part)) {
            part.close();
        }
    }

    /** Counted from 1, as people count them; empty before the first part. */
    public List<Integer> missing() {
        return IntStream.rangeClosed(1, size())
                .filter(number -> !parts.containsKey(number - 1))
                .boxed()
                .toList();
    }

    /** How many parts the export has; 0 before the first one. */
    public int size() {
        return first == null ? 0 : first.size();
    }

    public boolean isComplete() {
        return !parts.isEmpty() && parts.size() == size();
    }

    /** Such as {@code 2 of 3 parts are here, add part 3}. */
    public String progress() {
        String here = parts.size() + " of " + size() + (size() == 1 ? " part is here" : " parts are here");
        List<String> missing = missing().stream().map(String::valueOf).toList();
        return switch (missing.size()) {
            case 0 -> here;
            case 1 -> here + ", add part " + missing.getFirst();
            default -> here + ", add parts " + String.join(", ", missing);
        };
    }

    /**
     * The parts in their order, now the caller's to close; this is empty afterwards.
     *
     * @throws OtpRefused while parts are missing
     */
    public List<MigrationPart> take() {
        if (!isComplete()) {
            throw OtpRefused.incomplete(parts.isEmpty() ? "there is no part of an export yet" : progress());
        }
        List<MigrationPart> taken = new ArrayList<>(parts.values());
        parts.clear();
        first = null;
        return taken;
    }

    @Override
    public void close() {
        parts.values().forEach(MigrationPart::close);
        parts.clear();
        first = null;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import java.util.UUID;

/**
 * Ids with two numbers each, or with none, in one array: a quarter of what a map of objects takes. Whoever made the ids
 * must not know the seed, or could let them all collide.
 */
final class IdTable {
    private static final UUID NIL = new UUID(0, 0);
    private static final int ID = 2;

    private final int stride;
    private final long seed;
    private long[] slots;
    private int capacity = 1024;
    private int used;
    private boolean nil;

    /** @param numbers how many go with an id */
    IdTable(int numbers, long seed) {
        this.stride = ID + numbers;
        this.seed = seed;
        this.slots = new long[(capacity + 1) * stride];
    }

    /** @return false if it was there */
    boolean add(UUID id) {
        if (used * 4L >= capacity * 3L) {
            grow();
        }
        int slot = find(id);
        if (taken(slot)) {
            return false;
        }
        slots[slot * stride] = id.getMostSignificantBits();
        slots[slot * stride + 1] = id.getLeastSignificantBits();
        nil |= id.equals(NIL);
        used++;
        return true;
    }

    long number(UUID id, int which) {
        return slots[find(id) * stride + ID + which];
    }

    void put(UUID id, long first, long second) {
        int slot = find(id) * stride + ID;
        slots[slot] = first;
        slots[slot + 1] = second;
    }

    /** Where the id is, or is to be. A free slot is all zero, so the id that is all zero has the slot behind the last. */
    private int find(UUID id) {
        if (id.equals(NIL)) {
            return capacity;
        }
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        int slot = (int) mix(high ^ mix(low ^ seed)) & (capacity - 1);
        while (taken(slot) && (slots[slot * stride] != high || slots[slot * stride + 1] != low)) {
            slot = (slot + 1) & (capacity - 1);
        }
        return slot;
    }

    private boolean taken(int slot) {
        return slot == capacity ? nil : slots[slot * stride] != 0 || slots[slot * stride + 1] != 0;
    }

    private long mix(long value) {
        long mixed = (value ^ (value >>> 31)) * (seed | 1);
        mixed = (mixed ^ (mixed >>> 29)) * 0x9e3779b97f4a7c15L;
        return mixed ^ (mixed >>> 32);
    }

    private void grow() {
        long[] old = slots;
        int before = capacity;
        capacity = Math.multiplyExact(capacity, 2);
        slots = new long[Math.multiplyExact(capacity + 1, stride)];
        System.arraycopy(old, before * stride, slots, capacity * stride, stride);
        for (int from = 0; from < before * stride; from += stride) {
            if (old[from] != 0 || old[from + 1] != 0) {
                System.arraycopy(old, from, slots, find(new UUID(old[from], old[from + 1])) * stride, stride);
            }
        }
    }
}

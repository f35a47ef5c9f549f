// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.merkle;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** RFC 6962 §2.1 word for word, over lists, with nothing of the room's own code but the type it answers with. */
final class NaiveTree {
    private NaiveTree() {}

    static List<byte[]> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16), 'e'})
                .toList();
    }

    /** MTH(D[n]). */
    static byte[] root(List<byte[]> d) {
        if (d.isEmpty()) {
            return sha256();
        }
        if (d.size() == 1) {
            return sha256(new byte[] {0}, d.getFirst());
        }
        int k = split(d.size());
        return sha256(new byte[] {1}, root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    /** PATH(m, D[n]). */
    static List<Hash> path(int m, List<byte[]> d) {
        List<Hash> path = new ArrayList<>();
        if (d.size() > 1) {
            int k = split(d.size());
            List<byte[]> left = d.subList(0, k);
            List<byte[]> right = d.subList(k, d.size());
            path.addAll(m < k ? path(m, left) : path(m - k, right));
            path.add(Hash.of(root(m < k ? right : left)));
        }
        return path;
    }

    /** PROOF(m, D[n]). */
    static List<Hash> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<Hash> subproof(int m, List<byte[]> d, boolean whole) {
        List<Hash> proof = new ArrayList<>();
        if (m == d.size()) {
            if (!whole) {
                proof.add(Hash.of(root(d)));
            }
            return proof;
        }
        int k = split(d.size());
        List<byte[]> left = d.subList(0, k);
        List<byte[]> right = d.subList(k, d.size());
        proof.addAll(m <= k ? subproof(m, left, whole) : subproof(m - k, right, false));
        proof.add(Hash.of(root(m <= k ? right : left)));
        return proof;
    }

    /** The largest power of two smaller than n. */
    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] sha256(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

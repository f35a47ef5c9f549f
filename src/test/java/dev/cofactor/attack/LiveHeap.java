// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.ground.plaintext.Plaintext;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What this process still holds after a full collection, as the bytes of a dump. */
public final class LiveHeap {
    private static final int AT_A_TIME = 1 << 20;
    private static final int OVERLAP = 4096;

    private LiveHeap() {}

    /**
     * Which of these are in it, and how written. They are unmasked only once the dump is there, and what is given besides
     * by {@code held} is held while it is made: what is searched for that way must be found.
     */
    public static Set<String> holds(Map<String, Masked> those, Object held) throws IOException {
        Path folder = TestFolder.fresh("heap");
        Path dump = folder.resolve("live.hprof");
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
            java.lang.ref.Reference.reachabilityFence(held);
            return search(dump, those);
        } finally {
            TestFolder.delete(folder);
        }
    }

    private static Set<String> search(Path dump, Map<String, Masked> those) throws IOException {
        Canaries canaries = new Canaries();
        those.forEach((name, masked) -> spell(canaries, name, masked));
        Set<String> found = new TreeSet<>();
        byte[] window = new byte[OVERLAP + AT_A_TIME];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(dump), AT_A_TIME)) {
            int read = in.readNBytes(window, OVERLAP, AT_A_TIME);
            while (read > 0) {
                found.addAll(canaries.in(Arrays.copyOf(window, OVERLAP + read)));
                System.arraycopy(window, read, window, 0, OVERLAP);
                read = in.readNBytes(window, OVERLAP, AT_A_TIME);
            }
        }
        return found;
    }

    private static void spell(Canaries canaries, String name, Masked masked) {
        try (Plaintext bytes = masked.bytes();
                Plaintext key = masked.base32()) {
            canaries.put(name, bytes.reveal());
            canaries.put(name, key.reveal());
        }
    }
}

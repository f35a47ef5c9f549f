// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A process of its own that reads pictures while something else fills a hundred megabytes of its heap. */
final class ReadingProcess {
    /** The Java machine's own, which are there before, and the one that ImageIO has for its disposals. */
    private static final Set<String> KNOWN = Set.of("Java2D Disposer");

    private ReadingProcess() {}

    public static void main(String[] files) throws IOException {
        List<byte[]> ballast = new ArrayList<>();
        for (int i = 0; i < 1_600; i++) {
            ballast.add(new byte[64 << 10]);
        }
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        QrReader reader = new QrReader(Clock.systemUTC());
        for (String file : files) {
            try (Readings found = reader.read(Files.readAllBytes(Path.of(file)))) {
                System.out.println(found.all().isEmpty() ? "EMPTY" : "READ");
            } catch (PictureRefused e) {
                System.out.println(e.code());
            }
        }
        long left = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && !KNOWN.contains(thread.getName()))
                .count();
        System.out.println("threads left: " + left);
        Reference.reachabilityFence(ballast);
    }
}

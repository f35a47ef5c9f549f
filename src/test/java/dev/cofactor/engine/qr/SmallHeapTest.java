// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.qr.Photograph.Circumstances;
import dev.cofactor.fixtures.TestFolder;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a telephone takes is read within the launcher's heap, most of which others need. */
@Tag("nightly")
class SmallHeapTest {
    private final Random chance = new Random(3);
    private final Path folder = TestFolder.fresh("pictures");

    @Test
    void largePhotographsFitIntoASmallHeap() throws Exception {
        BufferedImage taken = Photograph.of(screen(), 2000, 1500, Circumstances.GOOD, chance);
        BufferedImage smaller = enlarged(taken, 2);
        BufferedImage larger = enlarged(taken, 4);
        List<Path> files = List.of(
                write("12mp", Encoded.jpeg(smaller, 0.8, false)),
                write("12mp-progressive", Encoded.jpeg(smaller, 0.8, true)),
                write("27mp", Encoded.jpeg(enlarged(taken, 3), 0.8, false)),
                write("48mp", Encoded.jpeg(larger, 0.6, false)),
                write("48mp-progressive", Encoded.jpeg(larger, 0.6, true)),
                write(
                        "14mp.png",
                        Encoded.png(new Canvas(5120, 2880, 255).code(Texts.account(chance), 900, 700, 500, 0, 255))));

        assertThat(said(files))
                .containsExactly("READ", "READ", "READ", "READ", "picture-too-many-pixels", "READ", "threads left: 0");
    }

    private Canvas screen() {
        Canvas screen = new Canvas(800, 600, 250).furniture(chance, 60, 270, 170, 260);
        return screen.code(Texts.account(chance), 280, 180, 240, 10, 250);
    }

    private Path write(String name, byte[] picture) throws IOException {
        assertThat(picture.length).isLessThan(QrReader.MAX_BYTES);
        return Files.write(folder.resolve(name), picture);
    }

    private static BufferedImage enlarged(BufferedImage from, int times) {
        int width = times * from.getWidth();
        BufferedImage to = new BufferedImage(width, times * from.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[width];
        for (int y = 0; y < to.getHeight(); y++) {
            if (y % times == 0) {
                int[] line = from.getRGB(0, y / times, from.getWidth(), 1, null, 0, from.getWidth());
                Arrays.setAll(row, x -> line[x / times]);
            }
            to.setRGB(0, y, width, 1, row, 0, width);
        }
        return to;
    }

    private List<String> said(List<Path> files) throws Exception {
        Path said = folder.resolve("said");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                ReadingProcess.class.getName()));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        process.waitFor();
        return Files.readAllLines(said);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cofactor.fixtures.Nightly;
import dev.cofactor.ground.problem.Problem;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file made to do harm is refused, soon and by name, and what it holds is not repeated. */
class HostilePicturesTest {
    private static final String CANARY = "canary-7f3a";

    private final QrReader reader = new QrReader(Clock.systemUTC());
    private final Random chance = new Random(2);
    private final Canvas screenshot = new Canvas(400, 400, 255).code(Texts.account(chance), 60, 60, 280, 0, 255);

    private static byte[] bytes(String latin) {
        return latin.getBytes(ISO_8859_1);
    }

    private Problem refusal(byte[] picture) {
        PictureRefused refused = catchThrowableOfType(
                PictureRefused.class, () -> reader.read(picture).close());
        assertThat(refused).as("is refused").isNotNull();
        assertThat(refused).hasNoCause();
        assertThat(refused.getMessage()).doesNotContain(CANARY);
        return refused;
    }

    @ParameterizedTest
    @CsvSource({
        "ISO heic,HEIC",
        "ISO mif1,HEIC",
        "ISO avif,AVIF",
        "RIFF1234WEBPVP8 ,WebP",
        "BM123456,BMP",
        "'II*\0',TIFF",
        "MM\0*,TIFF",
        "%PDF-1.7,PDF",
        "<?xml version='1.0'?><svg/>,SVG",
        "<html>,unknown kind",
        "PK\u0003\u0004,unknown kind"
    })
    void otherFormatsAreRefusedByName(String start, String name) {
        String real = start.replace("ISO ", "\0\0\0\u0018ftyp");
        Problem refusal = refusal(bytes(real + CANARY));

        assertThat(refusal.code()).isEqualTo("picture-format");
        assertThat(refusal.getMessage()).contains(name).contains("PNG or JPEG");
    }

    @Test
    void nothingAndZerosAreNoPictures() {
        assertThat(refusal(new byte[0]).code()).isEqualTo("picture-format");
        assertThat(refusal(new byte[QrReader.MAX_BYTES]).code()).isEqualTo("picture-format");
        assertThat(refusal(new byte[16 << 20]).code()).isEqualTo("picture-too-large");
    }

    @Test
    void aSmallFileOfManyPixelsIsRefusedUndecoded() {
        byte[] bomb = MadePictures.emptyPng(30_000, 30_000, 30_000);

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThat(refusal(bomb).code()).isEqualTo("picture-too-many-pixels");
        assertThat(refusal(MadePictures.emptyPng(50_000_000, 1, 1)).code()).isEqualTo("picture-too-many-pixels");
    }

    @Test
    void aHeaderThatLiesIsRefused() {
        assertThat(refusal(MadePictures.emptyPng(7_000, 7_000, 3)).code()).isIn("picture-damaged", "no-qr-code");
        assertThat(refusal(MadePictures.emptyPng(10, 10, 3_000_000)).code()).isIn("picture-damaged", "no-qr-code");
        assertThat(refusal(MadePictures.emptyPng(0, 10, 1)).code()).isEqualTo("picture-damaged");
        assertThat(refusal(MadePictures.emptyPng(-1, 10, 1)).code()).isEqualTo("picture-damaged");
    }

    @Test
    void aChunkThatClaimsMoreThanTheFileHoldsIsRefused() {
        byte[] picture = Encoded.png(screenshot);
        ByteBuffer.wrap(picture).putInt(33, Integer.MAX_VALUE - 100);

        assertThat(refusal(picture).code()).isEqualTo("picture-damaged");
    }

    @Test
    void ofAnAnimationOnlyTheFirstPictureIsDecoded() {
        byte[] one = Encoded.as("gif", Encoded.grey(screenshot));
        byte[] frames = new byte[one.length + 1_000 * 1_000];
        System.arraycopy(one, 0, frames, 0, one.length - 1);
        // A frame whose data is nonsense: whoever decodes it fails.
        Arrays.fill(frames, one.length - 1, frames.length, (byte) 0x2c);

        try (Readings found = reader.read(frames)) {
            assertThat(found.all()).hasSize(1);
        }
    }

    @Test
    void filesThatWereCutOffAreRefusedOrReadAsFarAsTheyGo() {
        for (String format : List.of("png", "jpeg", "gif")) {
            byte[] whole = Encoded.as(format, Encoded.grey(screenshot));
            for (int length : new int[] {4, 9, 20, 30, whole.length / 10, whole.length / 3}) {
                assertThat(refusal(Arrays.copyOf(whole, length)).code())
                        .isIn("picture-damaged", "picture-format", "no-qr-code");
            }
        }
    }

    @Test
    void nonsenseBehindARealBeginningIsRefused() {
        assertThat(refusal(bytes("\u00ff\u00d8\u00ff\u00e0" + CANARY.repeat(50)))
                        .code())
                .isEqualTo("picture-damaged");
        assertThat(refusal(bytes("\u0089PNG\r\n\u001a\n<html>" + CANARY + "</html>"))
                        .code())
                .isEqualTo("picture-damaged");
        assertThat(refusal(bytes("GIF89a" + CANARY.repeat(50))).code()).isEqualTo("picture-damaged");
    }

    @Test
    void aJpegOfCountlessScansIsRefusedUndecoded() {
        byte[] one = Encoded.jpeg(Encoded.grey(screenshot), 0.8, true);
        byte[] scan = bytes("\u00ff\u00da\0\u0008\u0001\u0001\0\0\u003f\0\0");
        ByteBuffer many = ByteBuffer.allocate(one.length + 100_000 * scan.length);
        many.put(one, 0, one.length - 2);
        while (many.remaining() > scan.length + 2) {
            many.put(scan);
        }

        assertThat(refusal(many.array()).code()).isEqualTo("picture-damaged");
    }

    @Test
    void aBrokenColourProfileIsPassedOver() {
        byte[] one = Encoded.jpeg(Encoded.grey(screenshot), 0.8, false);
        byte[] profile = bytes("\u00ff\u00e2\0\u0040ICC_PROFILE\0\u0001\u0001" + CANARY.repeat(4) + "1234");
        byte[] broken = ByteBuffer.allocate(one.length + profile.length)
                .put(one, 0, 2)
                .put(profile)
                .put(one, 2, one.length - 2)
                .array();

        try (Readings found = reader.read(broken)) {
            assertThat(found.all()).hasSize(1);
        }
    }

    @Test
    void picturesOfAlmostNothingHoldNoCode() {
        for (Canvas canvas : List.of(new Canvas(1, 1, 0), new Canvas(3, 2000, 80), new Canvas(30, 30, 255))) {
            assertThat(refusal(Encoded.png(canvas)).code()).isEqualTo("no-qr-code");
        }
    }

    /** Corners of codes and nothing else: tried in threes they would take for ever. */
    @Test
    void aPictureMadeOfCornersIsGivenUp() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int module : IntStream.of(2, 3, 1, 6).limit(Nightly.or(2, 4)).toArray()) {
            Canvas corners = new Canvas(1_500, 1_500, 255);
            for (int y = 0; y + 8 * module <= 1_500; y += 8 * module) {
                for (int x = 0; x + 8 * module <= 1_500; x += 8 * module) {
                    corners.box(x, y, 7 * module, 7 * module, 0)
                            .box(x + module, y + module, 5 * module, 5 * module, 255)
                            .box(x + 2 * module, y + 2 * module, 3 * module, 3 * module, 0);
                }
            }
            long start = threads.getCurrentThreadCpuTime();

            assertThat(refusal(Encoded.png(corners)).code()).isIn("no-qr-code", "picture-took-too-long");
            assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start))
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void theSearchEndsWhenItsTimeIsUp() {
        QrReader impatient = new QrReader(Clock.systemUTC(), Duration.ofMillis(-1), Duration.ofSeconds(1));

        assertThat(catchThrowableOfType(
                                PictureRefused.class,
                                () -> impatient.read(Encoded.png(screenshot)).close())
                        .code())
                .isEqualTo("picture-took-too-long");
    }

    @Test
    void oneAtATimeIsReadAndTheOthersHearSo() throws InterruptedException {
        CountDownLatch isReading = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        Thread first = Thread.ofPlatform()
                .start(() -> new QrReader(
                                new StandingClock(isReading, mayGoOn), Duration.ofSeconds(10), Duration.ofSeconds(1))
                        .read(Encoded.png(screenshot))
                        .close());
        isReading.await();
        QrReader second = new QrReader(Clock.systemUTC(), Duration.ofSeconds(10), Duration.ofMillis(20));

        PictureRefused busy = catchThrowableOfType(
                PictureRefused.class, () -> second.read(Encoded.png(screenshot)).close());
        mayGoOn.countDown();
        first.join();

        assertThat(busy.code()).isEqualTo("busy");
        assertThat(busy.kind()).isEqualTo(Problem.Kind.TOO_MANY);
        assertThat(busy.retryAfter()).isPresent();
        second.read(Encoded.png(screenshot)).close();
    }

    /** Whatever happens to a picture, the only failure is a refusal, and no file is left or even made. */
    @Test
    void alteredPicturesAreReadOrRefusedAndLeaveNoFile() throws IOException {
        List<byte[]> pictures = List.of(
                Encoded.png(screenshot),
                Encoded.as("gif", Encoded.grey(screenshot)),
                Encoded.jpeg(Encoded.grey(screenshot), 0.7, false),
                Encoded.jpeg(Encoded.grey(screenshot), 0.7, true),
                MadePictures.inks(screenshot, true));
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<String> before = names(temporary);
        int refused = 0;
        for (int round = 0; round < Nightly.or(60, 2_000); round++) {
            byte[] altered = pictures.get(round % pictures.size()).clone();
            for (int i = 0; i <= chance.nextInt(8); i++) {
                altered[chance.nextInt(round % 2 == 0 ? Math.min(200, altered.length) : altered.length)] =
                        (byte) chance.nextInt();
            }
            try (Readings found = reader.read(altered)) {
                assertThat(found.all()).isNotEmpty();
            } catch (PictureRefused e) {
                refused++;
            }
        }

        assertThat(refused).isPositive();
        assertThat(names(temporary)).noneMatch(name -> name.startsWith("imageio") && !before.contains(name));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}

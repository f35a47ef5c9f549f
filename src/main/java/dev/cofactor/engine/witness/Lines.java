// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8, each ended by a newline and none longer than allowed: a line without end costs no more memory. */
final class Lines {
    static final int LONGEST = 2_097_152;

    private final InputStream in;
    private final byte[] block = new byte[64 * 1024];
    private int at;
    private int end;
    private byte[] line = new byte[4096];
    private int length;

    Lines(InputStream in) {
        this.in = in;
    }

    /** @return null after the last one */
    @Nullable
    String next() throws IOException {
        length = 0;
        while (fill()) {
            int from = at;
            while (at < end && block[at] != '\n') {
                at++;
            }
            append(from, at);
            if (at < end) {
                at++;
                return decode(line, length);
            }
        }
        Untrue.unless(length == 0, "the export ends inside this line");
        return null;
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(block));
        }
        return at < end;
    }

    private void append(int from, int to) {
        Untrue.unless(length + to - from <= LONGEST, "this line is longer than any may be");
        if (length + to - from > line.length) {
            line = Arrays.copyOf(line, Math.min(LONGEST, Math.max(2 * line.length, length + to - from)));
        }
        System.arraycopy(block, from, line, length, to - from);
        length += to - from;
    }

    static String decode(byte[] bytes, int length) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw Untrue.because("it is not UTF-8");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads one message of protobuf's wire format, field by field, and looks at nothing outside it. */
final class Wire {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int type;

    private Wire(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.at = from;
        this.end = to;
    }

    static Wire of(Plaintext message) {
        return new Wire(message.reveal(), 0, message.reveal().length);
    }

    /** The number of the next field, 0 at the end. Its value has to be read or skipped before the next call. */
    int next() {
        if (at == end) {
            return 0;
        }
        long tag = rawVarint();
        type = (int) (tag & 7);
        long field = tag >>> 3;
        if (field == 0 || field >= 1 << 29) {
            throw broken();
        }
        return (int) field;
    }

    long varint() {
        require(type == VARINT);
        return rawVarint();
    }

    Wire message() {
        int length = length();
        at += length;
        return new Wire(bytes, at - length, at);
    }

    Plaintext bytes() {
        int length = length();
        at += length;
        return Plaintext.owning(Arrays.copyOfRange(bytes, at - length, at));
    }

    String text() {
        int length = length();
        at += length;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, at - length, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw broken();
        }
    }

    void skip() {
        switch (type) {
            case VARINT -> rawVarint();
            case FIXED64 -> skip(Long.BYTES);
            case LENGTH -> skip(length());
            case FIXED32 -> skip(Integer.BYTES);
            default -> throw broken();
        }
    }

    private void skip(int length) {
        require(length <= end - at);
        at += length;
    }

    private int length() {
        require(type == LENGTH);
        long length = rawVarint();
        require(length >= 0 && length <= end - at);
        return (int) length;
    }

    private long rawVarint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            require(at < end);
            byte b = bytes[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw broken();
    }

    private static void require(boolean held) {
        if (!held) {
            throw broken();
        }
    }

    private static OtpRefused broken() {
        return OtpRefused.migration("the export is damaged; scan or copy it again");
    }
}

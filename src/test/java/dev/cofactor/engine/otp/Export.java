// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.plaintext.Plaintext;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.Base64;

/** Writes protobuf, right and wrong, as Google Authenticator exports it. */
final class Export {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Export part(int batch, int index, int size, Export... entries) {
        Export part = new Export();
        for (Export entry : entries) {
            part.bytes(1, entry.message());
        }
        return part.number(2, 1).number(3, size).number(4, index).number(5, batch);
    }

    static Export entry(String seed, String name, String issuer) {
        return new Export().bytes(1, seed.getBytes(UTF_8)).text(2, name).text(3, issuer);
    }

    Export number(int field, long value) {
        return varint((long) field << 3).varint(value);
    }

    Export text(int field, String value) {
        return bytes(field, value.getBytes(UTF_8));
    }

    Export bytes(int field, byte[] value) {
        varint(((long) field << 3) | 2).varint(value.length).bytes.writeBytes(value);
        return this;
    }

    Export raw(int... values) {
        for (int value : values) {
            bytes.write(value);
        }
        return this;
    }

    private Export varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    byte[] message() {
        return bytes.toByteArray();
    }

    String base64() {
        return Base64.getEncoder().encodeToString(message());
    }

    String uri() {
        return "otpauth-migration://offline?data=" + URLEncoder.encode(base64(), UTF_8);
    }

    MigrationPart read() {
        return MigrationPart.read(Plaintext.owning(uri().getBytes(UTF_8)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.cofactor.ground.plaintext.Plaintext;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a field. It is never a string, does not print, and is overwritten when it is taken. */
@Schema(type = SchemaType.STRING)
public final class Entered {
    private final char[] characters;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Entered(char[] characters) {
        this.characters = characters;
    }

    /** In UTF-8. */
    Plaintext take() {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(characters));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            Arrays.fill(encoded.array(), (byte) 0);
            return Plaintext.owning(bytes);
        } catch (CharacterCodingException e) {
            throw SecretRefused.invalid("a value holds half a character");
        } finally {
            wipe();
        }
    }

    /** Also of what was refused before anybody read it. */
    static void wipe(@Nullable Map<String, @Nullable Entered> given) {
        if (given != null) {
            for (@Nullable Entered entered : given.values()) {
                if (entered != null) {
                    entered.wipe();
                }
            }
        }
    }

    void wipe() {
        Arrays.fill(characters, '\0');
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is said to KMS and what it answers. Keys go from bytes to bytes, without a text in between that would stay. */
final class KmsJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private KmsJson() {}

    /** The two fields that matter here. */
    record Answer(String keyId, byte[] bytes) {}

    static byte[] request(String keyId, String field, byte[] bytes, Map<String, String> context) {
        var out = new WipedOutput();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("KeyId", keyId);
            json.writeFieldName(field);
            json.writeBinary(bytes);
            json.writeObjectFieldStart("EncryptionContext");
            for (var entry : new TreeMap<>(context).entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.taken();
    }

    /** Empty for whatever is not an object with both fields and nothing after it. */
    static Optional<Answer> answer(byte[] body, String field) {
        String keyId = null;
        byte[] bytes = null;
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                boolean text = json.nextToken() == JsonToken.VALUE_STRING;
                if (name.equals("KeyId") && text) {
                    keyId = json.getText();
                } else if (name.equals(field) && text) {
                    bytes = json.getBinaryValue();
                } else {
                    json.skipChildren();
                }
            }
            boolean ended = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
            return ended && keyId != null && bytes != null ? Optional.of(new Answer(keyId, bytes)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The kind of failure, without the name space before it; null if none is told. */
    static @Nullable String failure(byte[] body) {
        try (JsonParser json = JSON.createParser(body)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean kind = json.currentName().equals("__type");
                if (json.nextToken() == JsonToken.VALUE_STRING && kind) {
                    String type = json.getText();
                    return type.substring(type.lastIndexOf('#') + 1);
                }
                json.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }

    /** Overwrites what it held once it has been taken. */
    private static final class WipedOutput extends ByteArrayOutputStream {
        byte[] taken() {
            byte[] copy = toByteArray();
            java.util.Arrays.fill(buf, (byte) 0);
            return copy;
        }
    }
}

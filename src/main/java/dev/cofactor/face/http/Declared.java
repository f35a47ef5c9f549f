// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names fields the way this program declares them. Keys of maps and unknown fields are the caller's words: left out. */
final class Declared {
    private Declared() {}

    static Map<String, String> violation(ConstraintViolation<?> violation) {
        return Map.of("field", path(violation.getPropertyPath()), "message", message(violation));
    }

    /** Like {@code fields[2].name}; a parameter is named only when nothing within it can be. */
    static String path(Path path) {
        StringBuilder text = new StringBuilder();
        @Nullable String parameter = null;
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            }
            if (node.isInIterable()) {
                text.append('[')
                        .append(node.getIndex() == null ? "" : node.getIndex().toString())
                        .append(']');
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                text.append(text.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return text.isEmpty() && parameter != null ? parameter : text.toString();
    }

    /** The text its author wrote, unless it could have the value spliced in. */
    private static String message(ConstraintViolation<?> violation) {
        String declared = violation.getConstraintDescriptor().getMessageTemplate();
        boolean plain = declared.equals(violation.getMessageTemplate()) && !declared.contains("${");
        return plain ? violation.getMessage() : "is not acceptable";
    }

    /** As far as the path is ours; empty if not even its first name is. */
    static Optional<String> path(JsonMappingException thrown, ObjectMapper mapper) {
        StringBuilder text = new StringBuilder();
        for (JsonMappingException.Reference step : thrown.getPath()) {
            if (step.getIndex() >= 0) {
                text.append('[').append(step.getIndex()).append(']');
            } else if (isDeclared(step, mapper)) {
                text.append(text.isEmpty() ? "" : ".").append(step.getFieldName());
            } else {
                break;
            }
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static boolean isDeclared(JsonMappingException.Reference step, ObjectMapper mapper) {
        @Nullable Object from = step.getFrom();
        if (from == null || from instanceof Map) {
            return false;
        }
        JavaType type = mapper.constructType(from instanceof Class<?> owner ? owner : from.getClass());
        return !type.isMapLikeType()
                && mapper.getDeserializationConfig().introspect(type).findProperties().stream()
                        .anyMatch(property -> property.getName().equals(step.getFieldName()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.ground.problem.Problem;
import java.util.Map;

/** A template, or a value under it, that is not as it should be. What is named is the template's; of a value, nothing is. */
public final class TemplateRefused extends Problem {
    private static final long serialVersionUID = 1;

    private TemplateRefused(Kind kind, String code, String message, Map<String, Object> members) {
        super(kind, code, message, null, members, null);
    }

    static void unless(boolean holds, String rule) {
        if (!holds) {
            throw new TemplateRefused(Kind.INVALID, "template-invalid", rule, Map.of());
        }
    }

    static TemplateRefused missing() {
        return new TemplateRefused(Kind.INVALID, "template-invalid", "something that is needed is not there", Map.of());
    }

    static TemplateRefused unknown() {
        return new TemplateRefused(Kind.INVALID, "template-invalid", "a word is none of those known here", Map.of());
    }

    /** Of a field that is refused its place is named: its name is the caller's. */
    static TemplateRefused at(int position, String rule) {
        return new TemplateRefused(Kind.INVALID, "template-invalid", rule, Map.of("position", position));
    }

    /** @param field by its name in the template */
    static TemplateRefused value(Field field, String rule) {
        return new TemplateRefused(Kind.INVALID, "field-invalid", rule, Map.of("field", field.name()));
    }

    static TemplateRefused inUse(Map<String, Object> users) {
        return new TemplateRefused(Kind.CONFLICT, "template-in-use", "secrets are made from this template", users);
    }
}

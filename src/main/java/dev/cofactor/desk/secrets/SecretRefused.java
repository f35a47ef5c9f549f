// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.templates.Field;
import dev.cofactor.ground.problem.Problem;
import java.util.Map;

/** What cannot be done with a secret. Of what was sent nothing is repeated; fields are named as the template names them. */
final class SecretRefused extends Problem {
    private static final long serialVersionUID = 1;

    private SecretRefused(Kind kind, String code, String message, Map<String, Object> members) {
        super(kind, code, message, null, members, null);
    }

    static SecretRefused invalid(String rule) {
        return new SecretRefused(Kind.INVALID, "secret-invalid", rule, Map.of());
    }

    static SecretRefused missing() {
        return invalid("something that is needed is not there");
    }

    static SecretRefused unknownField() {
        return new SecretRefused(
                Kind.INVALID, "field-unknown", "the template has no field of one of these names or ids", Map.of());
    }

    static SecretRefused elsewhere(Field field, String where) {
        return new SecretRefused(
                Kind.INVALID, "field-elsewhere", "this field is entered at " + where, Map.of("field", field.name()));
    }

    static SecretRefused changedMeanwhile() {
        return new SecretRefused(
                Kind.CHANGED_MEANWHILE, "changed-meanwhile", "the secret has been changed meanwhile", Map.of());
    }

    static SecretRefused conditionMissing() {
        return new SecretRefused(
                Kind.CONDITION_MISSING, "if-match-required", "say in If-Match which state you have seen", Map.of());
    }

    static SecretRefused draft() {
        return new SecretRefused(
                Kind.CONFLICT,
                "secret-draft",
                "this secret is a draft and serves nobody until it is complete",
                Map.of());
    }

    static SecretRefused notUp() {
        return new SecretRefused(
                Kind.CONFLICT, "template-version", "a secret moves to a later version of its template", Map.of());
    }

    static SecretRefused stranded() {
        return new SecretRefused(
                Kind.CONFLICT,
                "template-version-lacks-seed",
                "this version has no field for the secret's seed or backup codes, and neither is ever dropped unasked",
                Map.of());
    }

    static SecretRefused folderGone() {
        return new SecretRefused(
                Kind.CONFLICT,
                "folder-gone",
                "the folder it lay in is gone: say in folder where it is to lie",
                Map.of());
    }

    static SecretRefused windowOver() {
        return new SecretRefused(
                Kind.CONFLICT, "restore-window-over", "it was deleted too long ago to be brought back", Map.of());
    }

    /** The rows are not those that were written: neither this nor anything like it is served. */
    static SecretRefused altered() {
        return new SecretRefused(
                Kind.UNAVAILABLE,
                "altered",
                "what is stored is not what was recorded; tell whoever runs this installation",
                Map.of());
    }

    static SecretRefused notFound() {
        return new SecretRefused(
                Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see", Map.of());
    }

    static SecretRefused unauthenticated() {
        return new SecretRefused(Kind.UNAUTHENTICATED, "unauthenticated", "a valid credential is needed", Map.of());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ledger.catalogue.Description;
import java.util.UUID;

/**
 * One field of one version of a template.
 *
 * @param id the same in every version of the template, so that values can follow
 * @param required whether a secret must have it
 * @param open in clear and searchable, as against sealed
 */
public record Field(
        UUID id, String name, String description, FieldType type, boolean required, boolean open, FieldRules rules) {

    public Field {
        name = DisplayName.of(name).value();
        description = Description.of(description).value();
        TemplateRefused.unless(!open || type.mayBeOpen(), "a field of this type is sealed");
        TemplateRefused.unless(fits(type, rules), "the rules of a field are those of its type");
    }

    private static boolean fits(FieldType type, FieldRules rules) {
        return switch (rules) {
            case FieldRules.None none -> type != FieldType.PASSWORD && type != FieldType.SEED;
            case FieldRules.Password password -> type == FieldType.PASSWORD;
            case FieldRules.Otp otp -> type == FieldType.SEED;
            case FieldRules.BackupCodes codes -> type == FieldType.BACKUP_CODES;
        };
    }

    /** Of backup codes: how many of the last ones leave only if others have agreed. */
    public int lastByApproval() {
        return rules instanceof FieldRules.BackupCodes codes ? codes.lastByApproval() : 0;
    }

    /** The same under another id, for another template. */
    Field under(UUID other) {
        return new Field(other, name, description, type, required, open, rules);
    }

    /** Whether a value of that field is one of this as well. */
    boolean takesValuesOf(Field before) {
        return type == before.type && open == before.open;
    }
}

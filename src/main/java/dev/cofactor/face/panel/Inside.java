// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import java.util.List;

/**
 * What is in a secret, as whoever may read it sees it. Of what is sealed, nothing but whether it is there.
 *
 * @param direct whether nothing is missing to have something sealed shown but what is said for it
 */
public record Inside(List<FieldLook> fields, boolean direct, Wanted wanted) {
    public Inside {
        fields = List.copyOf(fields);
    }

    /** Whether something can be shown here one by one. */
    public boolean isShowable() {
        return fields.stream().anyMatch(FieldLook::reveals);
    }

    /**
     * A field of a secret.
     *
     * @param value of an open one; empty of a sealed one
     * @param reveals whether the reader may have it shown
     */
    public record FieldLook(
            String id, String name, String value, boolean open, boolean link, boolean set, boolean reveals) {}

    /** What he has to say before a sealed field is shown. @param least of a reason, 0 where none; {@code ticket}: how one looks */
    public record Wanted(int least, String ticket) {
        static final Wanted NOTHING = new Wanted(0, "");
    }
}

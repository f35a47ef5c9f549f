// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import java.util.List;

/** Codes as they are easiest to read and to type. */
public final class Digits {
    private static final int WHOLE = 5;

    private Digits() {}

    /** In two halves, the shorter first: 3 and 3, 3 and 4, 4 and 4; Steam's five stay together. */
    public static List<String> grouped(String code) {
        if (code.length() <= WHOLE) {
            return List.of(code);
        }
        int half = code.length() / 2;
        return List.of(code.substring(0, half), code.substring(half));
    }
}

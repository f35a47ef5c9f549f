// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

/** What there is, by the word that stands on the log. */
enum Tool {
    GENERATE("otp-generate"),
    CODES("otp-codes"),
    VERIFY("otp-verify"),
    KEEP("otp-keep"),
    DRAW("barcode");

    private final String word;

    Tool(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}

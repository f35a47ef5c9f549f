// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

/** What a key is for. A key of one purpose opens nothing of another: the purpose is bound to the key when it is wrapped. */
enum Purpose {
    /** The readable bodies of the log: a key each month, so that a month can be erased. */
    LOG_BODY("log-body"),

    /** The tags by which the events of one subject are found in the tree. */
    LOG_TAG("log-tag"),

    /** Network addresses, which are compared but not kept. */
    ADDRESS("address"),

    /** Wraps the data keys of values. */
    VALUE("value"),

    /** By what two seeds are known to be one. */
    FINGERPRINT("fingerprint"),

    /** Ties the columns of a row to each other. */
    ROW_MAC("row-mac");

    /** As it stands in tables and in what is bound: never changed. */
    final String word;

    Purpose(String word) {
        this.word = word;
    }
}

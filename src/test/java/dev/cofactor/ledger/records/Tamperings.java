// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** What the owner of a database can do to a log, in SQL. K is the entry it is done to. */
final class Tamperings {
    private static final List<String> COLUMNS = List.of(
            "leaf",
            "leaf_hash",
            "event",
            "time",
            "class",
            "actor",
            "about",
            "outcome",
            "address_hash",
            "body_key",
            "body");

    private Tamperings() {}

    static String set(String assignments) {
        return "update log_entry set " + assignments + " where index = K";
    }

    /** Of the entry after it. */
    static String ofNext(String column) {
        return "(select " + column + " from log_entry where index = K + 1)";
    }

    /** Another leaf, with the hash that it has. */
    static String leaf(String leaf) {
        return "leaf = " + leaf + ", leaf_hash = sha256('\\x00'::bytea || " + leaf + ")";
    }

    /** Between it and another. */
    static String swapped(String... columns) {
        String taken = Arrays.stream(columns).map(each -> each + " = o." + each).collect(Collectors.joining(", "));
        return keyless("update log_entry e set " + taken + " from log_entry o where e.epoch = o.epoch"
                + " and (e.index, o.index) in ((K, K + 7), (K + 7, K))");
    }

    /** What the primary key would not have. */
    static String keyless(String sql) {
        return "alter table log_entry drop constraint log_entry_pkey; " + sql;
    }

    /** The entry after it, once more. */
    static String again(String index, String event) {
        String values = COLUMNS.stream()
                .map(each -> each.equals("event") ? event : each)
                .collect(Collectors.joining(", "));
        return "insert into log_entry (epoch, index, " + String.join(", ", COLUMNS) + ") select epoch, " + index + ", "
                + values + " from log_entry where index = K + 1";
    }

    /** In its place, with all behind it moved on. */
    static String inserted(String event) {
        return keyless("update log_entry set index = index + 1 where index >= K; " + again("K", event));
    }

    /** A head and a checkpoint that cover one more than there were. */
    static String larger() {
        return "; update log_head set size = size + 1; insert into checkpoint (epoch, size, root, note)"
                + " select epoch, size + 1, root, replace(note, chr(10) || L || chr(10), chr(10) || (L + 1) || chr(10))"
                + " from checkpoint where size = L";
    }

    static String cut(String size) {
        return "delete from log_entry where index >= " + size + "; update log_head set size = " + size;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.postgresql.PGStatement;

/** Conditions joined by "and", with their values. Only what stands in this room's own texts becomes SQL. */
final class Condition {
    private final StringJoiner sql = new StringJoiner(" and ");
    private final List<Object> values = new ArrayList<>();

    Condition and(String text, Object... itsValues) {
        sql.add(text);
        values.addAll(List.of(itsValues));
        return this;
    }

    Condition and(Condition other) {
        sql.add(other.sql.toString());
        values.addAll(other.values);
        return this;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }

    static PreparedStatement prepare(Connection connection, String sql, List<Object> values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        // Planned anew for each: a plan that fits every filter fits none, and would read the whole log.
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) instanceof String[] words) {
                statement.setArray(i + 1, connection.createArrayOf("text", words));
            } else {
                statement.setObject(i + 1, values.get(i));
            }
        }
        return statement;
    }
}

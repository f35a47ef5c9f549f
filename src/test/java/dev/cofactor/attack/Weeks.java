// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import dev.cofactor.fixtures.Roles;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The time that has to pass before a key may go. */
final class Weeks {
    private Weeks() {}

    static void pass(Roles roles) throws SQLException {
        try (Connection superuser = roles.superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("update sealing_key_promotion set promoted_at = promoted_at - interval '8 days'");
            statement.execute("update sealing_key_wrap set created_at = created_at - interval '8 days'");
        }
    }
}

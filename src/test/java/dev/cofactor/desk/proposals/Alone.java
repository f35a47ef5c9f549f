// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.fixtures.Roles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** For as long as it is open, everybody but one is as if he had never come: invited, and no more. */
final class Alone implements AutoCloseable {
    private final Connection superuser;

    Alone(Roles roles, UUID one) throws SQLException {
        superuser = roles.superuser();
        Roles.execute(
                superuser,
                "create temp table put_aside as select id, active, activated_at from person where removed_at is null"
                        + " and id <> '" + one + "'");
        Roles.execute(
                superuser,
                "update person set active = false, activated_at = null where id in (select id from put_aside)");
        gone(-1);
    }

    /** Whoever has gone went a month earlier. */
    private void gone(int months) throws SQLException {
        Roles.execute(
                superuser,
                "update membership set since = since + " + months + " * interval '30 days', until = until + " + months
                        + " * interval '30 days' where member in (select id from person where removed_at is not null)");
    }

    @Override
    public void close() throws SQLException {
        Roles.execute(
                superuser,
                "update person p set active = a.active, activated_at = a.activated_at from put_aside a"
                        + " where p.id = a.id");
        gone(1);
        superuser.close();
    }
}

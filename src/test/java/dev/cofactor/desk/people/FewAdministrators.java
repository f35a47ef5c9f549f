// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.fixtures.Roles;
import dev.cofactor.ledger.rulebook.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** For as long as it is open, nobody but these is an administrator who is active. */
final class FewAdministrators implements AutoCloseable {
    private final Connection superuser;

    FewAdministrators(Roles roles, UUID... these) throws SQLException {
        String names = Arrays.stream(these).map(one -> "'" + one + "'").collect(Collectors.joining(","));
        superuser = roles.superuser();
        Roles.execute(
                superuser,
                "create temp table put_aside as select id from person where active and id not in (" + names
                        + ") and id in (select member from membership where group_id = '" + Role.ADMINISTRATOR.group()
                        + "' and until is null)");
        Roles.execute(superuser, "update person set active = false where id in (select id from put_aside)");
    }

    @Override
    public void close() throws SQLException {
        Roles.execute(superuser, "update person set active = true where id in (select id from put_aside)");
        superuser.close();
    }
}

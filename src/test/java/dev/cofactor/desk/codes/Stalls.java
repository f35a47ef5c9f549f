// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.fixtures.Roles;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** What makes commits take their time, or cuts them off. */
@Singleton
class Stalls {
    private final Roles roles;

    Stalls(Roles roles) {
        this.roles = roles;
    }

    /** @param only how many rows there are when a commit is slow, for so long; 0 for each */
    AutoCloseable slow(String table, String column, UUID which, int only, int seconds) throws SQLException {
        String name = "slow_" + which.toString().replace('-', '_');
        asOwner("""
                create function %1$s() returns trigger language plpgsql security definer as $$ begin
                    if %4$d in (0, (select count(*) from %2$s where %3$s = new.%3$s)) then perform pg_sleep(%6$d.2); end if;
                    return null; end $$;
                create constraint trigger %1$s after insert or update on %2$s deferrable initially deferred
                    for each row when (new.%3$s = '%5$s') execute function %1$s()
                """.formatted(name, table, column, only, which, seconds));
        return () -> asOwner("drop function " + name + " cascade");
    }

    /** Of the events that are recorded from now on this one takes its time. */
    AutoCloseable slowAsThe(int event) throws SQLException {
        asOwner("""
                create sequence recorded_since;
                create function slow_event() returns trigger language plpgsql security definer as $$ begin
                    if nextval('recorded_since') = %d then perform pg_sleep(0.6); end if;
                    return null; end $$;
                create trigger slow_event after insert on log_event for each row execute function slow_event()
                """.formatted(event));
        return () -> asOwner("drop function slow_event cascade; drop sequence recorded_since");
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, sql);
        }
    }

    /** As a database that goes down in the middle of a commit. */
    void cutOff() throws SQLException, InterruptedException {
        try (Connection superuser = roles.superuser();
                var statement = superuser.createStatement()) {
            for (int i = 0; i < 400; i++) {
                try (var row = statement.executeQuery(
                        "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'")) {
                    if (row.next()) {
                        return;
                    }
                }
                Thread.sleep(5);
            }
        }
        throw new AssertionError("nobody was committing");
    }
}

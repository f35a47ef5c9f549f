// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Door;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody can sign in any more, and whoever has the host lets somebody in, beside a server that runs. */
class RecoverIT {
    private static DebianPostgres postgres;
    private static Operator operator;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @BeforeAll
    static void prepare() {
        postgres = DebianPostgres.running();
        operator = Operator.preparing(postgres);
        Machine machine = Machine.ofBriefServers();
        ServerProcess migration = machine.start(operator.migration(machine.folder("recover")), "migrate");
        assertThat(migration.ended()).as(migration.err()).isZero();
    }

    @AfterAll
    static void tidyUp() {
        if (postgres != null) {
            postgres.close();
        }
    }

    private Launch server() {
        return operator.server(machine.folder("recover"));
    }

    @Test
    void theOldPasswordIsDeadAndTheNewOneOpensWhileTheServerRuns() {
        String first = said(machine.start(server(), "admin", "create", "anna"));
        Launch launch = server();
        machine.start(launch).ready();
        Door door = new Door("http://127.0.0.1:" + launch.port(), Operator.HOME);
        assertThat(door.opensTo("anna", first)).isTrue();

        String second = said(machine.start(server(), "admin", "recover", "anna"));

        assertThat(second).isNotEqualTo(first);
        assertThat(door.opensTo("anna", first)).isFalse();
        assertThat(door.opensTo("anna", second)).isTrue();
        Faultless.refuses(machine.start(server(), "admin", "recover", "bert"), "nobody has this account name");
        assertThat(door.opensTo("bert", said(machine.start(server(), "admin", "recover", "--new", "bert"))))
                .isTrue();
        Faultless.refuses(machine.start(server(), "admin", "recover", "--new", "bert"), "already");
        assertThat(postgres.ask(
                        Operator.DATABASE,
                        "select string_agg(class, ' ' order by index) from log_entry where class in"
                                + " ('host-acted', 'person-added', 'person-changed')"))
                .isEqualTo("person-added host-acted person-changed host-acted person-added");
    }

    private static String said(ServerProcess command) {
        assertThat(command.ended()).as(command.err()).isZero();
        assertThat(command.out().lines()).hasSize(1);
        assertThat(command.err()).doesNotContain(command.out().strip());
        return command.out().strip();
    }
}

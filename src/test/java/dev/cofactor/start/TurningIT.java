// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Household;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.Waiting;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Keys get new versions and everything comes under them while codes are pulled through two servers, and nobody notices. */
@Tag("nightly")
class TurningIT {
    private static final String KEYS = "/api/v1/keys/";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @Test
    void noFetchFailsWhileKeysAreTurned() {
        DebianPostgres postgres = DebianPostgres.running();
        machine.afterwards(postgres);
        Operator operator = Operator.preparing(postgres);
        succeeded(machine.start(operator.migration(machine.folder("migration")), "migrate"));
        Launch one = server(operator);
        Launch two = server(operator);
        succeeded(machine.start(one, "admin", "create", "anna"));
        Household household = new Household(postgres);
        household.moveIn(4);
        machine.start(one).ready();
        ServerProcess other = machine.start(two);
        household.furnish(one.port(), 3, 60);
        other.ready();

        Pullers pullers = new Pullers(household, List.of(one.port(), two.port()));
        machine.afterwards(pullers);
        pullers.waitForMore(30);
        for (String kind : List.of("values", "row-codes")) {
            int version = administered(household, one, "POST", kind + "/versions")
                    .get("number")
                    .asInt();
            pullers.waitForMore(15);
            administered(household, one, "POST", kind + "/versions/" + version + "/promotion");
            pullers.waitForMore(15);
            comeUnder(household, two, kind, version);
            pullers.waitForMore(15);
        }
        pullers.stop();

        pullers.requireRight();
        assertThat(pullers.timesUnavailable()).isZero();
        assertThat(postgres.ask(
                        Operator.DATABASE, "select count(distinct key) from sealed_value where key is not null"))
                .isEqualTo("1");
    }

    /** By the other server, which hears within a minute that there is a new version. */
    private static void comeUnder(Household household, Launch server, String kind, int version) {
        Waiting.until(
                Duration.ofSeconds(90),
                () -> {
                    JsonNode run = administered(household, server, "POST", kind + "/rewrap");
                    return run.get("version").asInt() == version
                            && run.get("left").asInt() == 0;
                },
                () -> kind + " do not come under version " + version);
    }

    private Launch server(Operator operator) {
        return operator.server(machine.folder("server"))
                .with("COFACTOR_LIMITS_PER_ACTOR", "1000000")
                .with("COFACTOR_LIMITS_PER_SECRET", "2000000");
    }

    private static JsonNode administered(Household household, Launch server, String method, String what) {
        HttpResponse<String> answer = Household.send(server.port(), household.administrator(), method, KEYS + what, "");
        assertThat(answer.statusCode()).as(what + answer.body()).isBetween(200, 201);
        return Household.read(answer);
    }

    private static void succeeded(ServerProcess command) {
        assertThat(command.ended()).as(command.err()).isZero();
    }
}

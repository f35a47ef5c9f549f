// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Household;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A server, then the database under all of them, is killed while codes are pulled; and what goes on is the same log. */
@Tag("nightly")
class FailoverIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String WAITS_FOR_ONE = "alter system set synchronous_standby_names = 'ANY 1 (*)'";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    @SuppressWarnings("NullAway.Init")
    private Path key;

    @SuppressWarnings("NullAway.Init")
    private Operator operator;

    private Map<String, String> several = Map.of();

    @Test
    void nothingThatWasAnsweredIsLostOrGoesOutTwice() throws IOException {
        DebianPostgres first = database();
        List<DebianPostgres> followers = List.of(standby(first), standby(first));
        List<DebianPostgres> all = List.of(first, followers.get(0), followers.get(1));
        all.forEach(each -> each.administer("postgres", WAITS_FOR_ONE, "select pg_reload_conf()"));
        prepare(first, all, true);
        String verifier = signing();
        Household household = new Household(first);
        household.moveIn(4);
        Launch one = server();
        Launch two = server();
        machine.start(one).ready();
        ServerProcess killed = machine.start(two);
        household.furnish(one.port(), 3, 60);
        killed.ready();
        Path since = checkpoint(first);

        Pullers pullers = new Pullers(household, List.of(one.port(), two.port()));
        machine.afterwards(pullers);
        pullers.waitForMore(40);
        killed.kill();
        pullers.waitForMore(40);
        machine.start(two).ready();
        pullers.waitForMore(20);
        DebianPostgres next = failedOver(first, followers, pullers);
        Collection<Pullers.Got> got = pullers.stop();

        pullers.requireRight();
        assertThat(pullers.timesUnavailable()).isPositive();
        requireOnTheLog(next, got);
        requireOneLog(next, one, verifier, since);
    }

    /** What a person would do, or a tool. */
    private static DebianPostgres failedOver(DebianPostgres first, List<DebianPostgres> followers, Pullers pullers) {
        first.kill();
        long killed = System.nanoTime();
        DebianPostgres next = followers.stream()
                .max(Comparator.comparingLong(DebianPostgres::received))
                .orElseThrow();
        next.promote();
        followers.stream().filter(other -> other != next).forEach(other -> other.follow(next));
        pullers.waitForMore(1);
        Duration outage = Duration.ofNanos(System.nanoTime() - killed);
        pullers.waitForMore(40);
        assertThat(outage).isLessThan(Duration.ofSeconds(60));
        System.out.println("the first code " + outage.toMillis() + " ms after the primary was killed, "
                + pullers.timesUnavailable() + " times 503");
        return next;
    }

    @Test
    void aStandbyThatLagsIsNotTakenForTheSameLog() throws IOException {
        DebianPostgres first = database();
        DebianPostgres lagging = standby(first);
        prepare(first, List.of(first, lagging), false);
        signing();
        Waiting.until(PATIENCE, () -> isSigned(first), () -> "not signed");
        lagging.stop();
        succeeded(machine.start(server(), "admin", "recover", "--new", "bert"));
        Waiting.until(PATIENCE, () -> isSigned(first), () -> "not signed");

        first.kill();
        lagging.start();
        lagging.promote();

        Waiting.until(PATIENCE, () -> !stopped(lagging).isEmpty(), () -> "the log goes on without what was signed");
        assertThat(stopped(lagging)).containsPattern("were signed|seen with [0-9]+ entries");
        assertThat(machine.start(server(), "admin", "recover", "--new", "carl").ended())
                .isEqualTo(Cofactor.UNEXPECTED);
        Faultless.refuses(
                machine.start(server().with(Map.of("COFACTOR_LOG_SYNCHRONOUS", "true", "COFACTOR_MODE", "migrate"))),
                "COFACTOR_LOG_SYNCHRONOUS",
                "standby");
    }

    private static String stopped(DebianPostgres postgres) {
        return postgres.ask(Operator.DATABASE, "select coalesce(stopped, '') from log_head");
    }

    private DebianPostgres database() {
        DebianPostgres postgres = DebianPostgres.running();
        machine.afterwards(postgres);
        return postgres;
    }

    private DebianPostgres standby(DebianPostgres of) {
        DebianPostgres standby = of.standby();
        machine.afterwards(standby);
        return standby;
    }

    private void prepare(DebianPostgres primary, List<DebianPostgres> all, boolean synchronous) {
        operator = Operator.preparing(primary);
        succeeded(machine.start(operator.migration(machine.folder("migration")), "migrate"));
        String hosts = all.stream().map(one -> "127.0.0.1:" + one.port()).collect(Collectors.joining(","));
        String url = "jdbc:postgresql://" + hosts + "/cofactor?targetServerType=primary&hostRecheckSeconds=1";
        several = Map.of(
                "COFACTOR_DATABASE_URL", url,
                "COFACTOR_LOG_SYNCHRONOUS", Boolean.toString(synchronous),
                "COFACTOR_LOG_PUBLIC", "true",
                "COFACTOR_LIMITS_PER_ACTOR", "1000000",
                "COFACTOR_LIMITS_PER_SECRET", "2000000");
        succeeded(machine.start(server(), "admin", "create", "anna"));
        key = machine.folder("signer").resolve("log.key");
    }

    private Launch server() {
        return operator.server(machine.folder("server")).with(several);
    }

    private String signing() {
        Launch signer = server().with("COFACTOR_LOG_KEY_FILE", key.toString()).without("COFACTOR_ROOT_KEY_FILE");
        String verifier = succeeded(machine.start(signer, "log-key", "create", key.toString()))
                .out()
                .strip();
        machine.start(signer, "signer");
        return verifier;
    }

    private boolean isSigned(DebianPostgres postgres) {
        return postgres.ask(
                        Operator.DATABASE,
                        "select (select coalesce(max(size), 0) from checkpoint) = size and size > 0 from log_head")
                .equals("t");
    }

    private Path checkpoint(DebianPostgres postgres) throws IOException {
        Waiting.until(PATIENCE, () -> isSigned(postgres), () -> "not signed");
        return Files.writeString(
                machine.folder("since").resolve("checkpoint"),
                postgres.ask(Operator.DATABASE, "select note from checkpoint order by size desc limit 1"));
    }

    private static void requireOnTheLog(DebianPostgres postgres, Collection<Pullers.Got> got) {
        String receipts =
                got.stream().map(one -> "('" + one.receipt() + "'::uuid)").collect(Collectors.joining(","));
        assertThat(postgres.ask(
                        Operator.DATABASE,
                        "select count(*) from (values " + receipts + ") as r (event) join log_entry e using (event)"
                                + " where e.class in ('code-released', 'backup-code-taken') and e.outcome = 'done'"))
                .isEqualTo(Integer.toString(got.size()));
    }

    /** Gapless, signed to its end, and grown out of what was signed before anything was killed. */
    private void requireOneLog(DebianPostgres postgres, Launch server, String verifier, Path since) {
        Waiting.until(PATIENCE, () -> isSigned(postgres), () -> "not signed: " + stopped(postgres));
        assertThat(stopped(postgres)).isEmpty();
        assertThat(postgres.ask(
                        Operator.DATABASE,
                        "select count(*) = max(index) + 1 and count(*) = (select size from log_head) and (select count(*)"
                                + " from log_epoch) = 1 from log_entry"))
                .isEqualTo("t");
        ServerProcess verified = machine.start(
                Launch.on(machine.folder("verify")),
                "verify",
                "log",
                "http://127.0.0.1:" + server.port() + "/log/1",
                "--origin",
                verifier.split("\\+")[0],
                "--key",
                verifier,
                "--since",
                since.toString());
        assertThat(verified.ended()).as(verified.err()).isZero();
    }

    private static ServerProcess succeeded(ServerProcess command) {
        assertThat(command.ended()).as(command.err()).isZero();
        return command;
    }
}

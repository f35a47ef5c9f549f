// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Door;
import dev.cofactor.fixtures.Household;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The drill of the run book: a dump, a cluster of nothing, the dump in it, a new log; everything that could have been ended or used
 * since the dump is ended or locked; nothing leaves until the host's administrator has confirmed it; then codes leave.
 */
@Tag("nightly")
class PutBackIT {
    private static final String ROWS = """
            set session_replication_role = replica;
            insert into agent values (gen_random_uuid(), 'An agent', true, now());
            insert into federation (id, service, name, preset, issuer, active, terms, event, created_at)
                select gen_random_uuid(), id, 'Somebody''s word', 'other', 'https://issuer.example', true, 1, id, now()
                  from service limit 1;
            insert into federation_terms (federation, number, audiences, algorithms, claims, patterns, event)
                select id, 1, '{cofactor}', '{RS256}', '{sub}', '{somebody}', id from federation;
            insert into invitation (id, person, hash, created_at, expires_at)
                select gen_random_uuid(), id, sha256('a link'), now(), now() + interval '1 hour' from person limit 1;
            insert into recovery_set (id, person, recipe, session, made_at, kept_at)
                select gen_random_uuid(), id, 'argon2id', id, now(), now() from person limit 1;
            insert into recovery_code (set, number, key, hash) select id, 1, id, 'sealed' from recovery_set
            """;

    private static final String STANDING = """
            select concat_ws(' ', (select count(*) from session), (select count(*) from service where active),
                                  (select count(*) from agent where active), (select count(*) from federation where active),
                                  (select count(*) from invitation where ended_at is null),
                                  (select count(*) from recovery_set) + (select count(*) from recovery_code),
                                  (select count(*) from access_grant where ended is null),
                                  (select count(*) from claim_unsure), (select count(*) from log_epoch))
            """;

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    private final Path key = machine.folder("signer").resolve("log.key");

    @SuppressWarnings("NullAway.Init")
    private DebianPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private Operator operator;

    @SuppressWarnings("NullAway.Init")
    private Household household;

    @Test
    void aDumpInAFreshClusterGivesNothingUntilItIsConfirmedAndThenCodes() throws IOException {
        begin();
        Path dump = machine.folder("backup").resolve("cofactor.dump");
        Launch launch = server();
        ServerProcess server = machine.start(launch).ready();
        ServerProcess signer = machine.start(signer(), "signer");
        household.furnish(launch.port(), 1, 10);
        postgres.administer(Operator.DATABASE, ROWS);
        assertThat(fetched(launch, "code/" + Household.COUNTER).statusCode()).isEqualTo(200);
        postgres.dump(Operator.DATABASE, dump);
        assertThat(fetched(launch, "code/" + Household.COUNTER).statusCode()).isEqualTo(200);
        assertThat(fetched(launch, "backup-code/" + Household.POOL).statusCode())
                .isEqualTo(200);
        waitUntilSigned(signer, 1);
        server.stop();
        signer.stop();

        putBack(dump);
        Path note = stoppedUntilANewLogIsOpened();
        succeeded(machine.start(operator.migration(machine.folder("owner")), "log", "reopen", note.toString()));
        assertThat(postgres.ask(Operator.DATABASE, STANDING)).isEqualTo("0 0 0 0 0 0 0 2 2");

        ServerProcess onward = machine.start(signer(), "signer");
        Launch again = server();
        machine.start(again).ready();
        nobodyIsLetInByWhatHeHad(again);
        household.admit();
        servicesAreResumed(again);
        nothingLeaves(again);
        confirm();
        codesLeave(again);
        waitUntilSigned(onward, 2);
        requireThatTheNewLogVerifies(again);
    }

    private void begin() {
        postgres = DebianPostgres.running();
        machine.afterwards(postgres);
        operator = Operator.preparing(postgres);
        succeeded(machine.start(operator.migration(machine.folder("migration")), "migrate"));
        succeeded(machine.start(server(), "admin", "create", "anna"));
        succeeded(machine.start(server(), "log-key", "create", key.toString()));
        household = new Household(postgres);
        household.moveIn(2);
    }

    private void putBack(Path dump) {
        DebianPostgres fresh = DebianPostgres.running();
        machine.afterwards(fresh);
        operator = operator.movedTo(fresh);
        fresh.restore(Operator.DATABASE, dump);
        postgres = fresh;
        household.movedTo(fresh);
    }

    /** The signer knows more than the copy does. */
    private Path stoppedUntilANewLogIsOpened() throws IOException {
        ServerProcess signer = machine.start(signer(), "signer");
        signer.waitFor(
                "the log is stopped",
                () -> !ask("select coalesce(stopped, '') from log_head").isEmpty());
        signer.stop();
        Launch launch = server();
        ServerProcess server = machine.start(launch).ready();
        HttpResponse<String> refused = fetched(launch, "code/" + Household.timed(0));
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("log-unavailable");
        server.stop();
        Path note = machine.folder("note").resolve("checkpoint");
        return Files.writeString(
                note,
                succeeded(machine.start(signer(), "log-key", "checkpoint", key.toString()))
                        .out(),
                StandardCharsets.UTF_8);
    }

    private void nobodyIsLetInByWhatHeHad(Launch launch) {
        assertThat(fetched(launch, "code/" + Household.timed(0)).statusCode()).isEqualTo(401);
        assertThat(Household.send(launch.port(), household.administrator(), "GET", "/api/v1/services", "")
                        .statusCode())
                .isEqualTo(401);
        String password = succeeded(machine.start(server(), "admin", "recover", "anna"))
                .out()
                .strip();
        assertThat(new Door("http://127.0.0.1:" + launch.port(), Operator.HOME).opensTo("anna", password))
                .isTrue();
        postgres.administer(Operator.DATABASE, "update password set initial = false");
    }

    private void servicesAreResumed(Launch launch) {
        for (String service :
                ask("select string_agg(id::text, ' ') from service").split(" ")) {
            assertThat(administered(launch, "PATCH", "services/" + service, "{\"active\": true}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private void nothingLeaves(Launch launch) {
        for (String what :
                new String[] {"code/" + Household.timed(0), "code/" + Household.COUNTER, "backup-code/" + Household.POOL
                }) {
            HttpResponse<String> refused = fetched(launch, what);
            assertThat(refused.statusCode()).as(what).isEqualTo(503);
            assertThat(refused.body()).as(what).contains("\"restored-unconfirmed\"");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(ask("select count(*) from log_entry where epoch = 2 and outcome = 'refused'"
                        + " and actor in (select id from service)"))
                .isEqualTo("3");
    }

    private void confirm() {
        String facts = succeeded(machine.start(server(), "admin", "recover", "--restored"))
                .out();
        assertThat(facts)
                .contains("unconfirmed true\n", "services-suspended 0\n", "counters-locked 1\n", "pools-locked 1\n");
        String edition = ask("select max(number) from edition");
        assertThat(facts).contains("edition " + edition + "\n");
        Faultless.refuses(machine.start(server(), "admin", "recover", "--confirm", "999"), "edition " + edition);
        assertThat(ask("select unconfirmed from log_head")).isEqualTo("t");
        succeeded(machine.start(server(), "admin", "recover", "--confirm", edition));
    }

    /** What counts stays locked until somebody has been to the site. */
    private void codesLeave(Launch launch) {
        HttpResponse<String> timed = fetched(launch, "code/" + Household.timed(0));
        assertThat(timed.statusCode()).as(timed.body()).isEqualTo(200);
        long step = Household.read(timed).get("step").asLong();
        assertThat(Household.read(timed).get("code").asText()).isEqualTo(household.timedCode(0, step));
        assertThat(step).isCloseTo(Instant.now().getEpochSecond() / Household.TIMED.period(), within(1L));
        assertThat(fetched(launch, "code/" + Household.COUNTER).body()).contains("\"restored\"");
        assertThat(fetched(launch, "backup-code/" + Household.POOL).body()).contains("\"restored\"");

        assertThat(administered(launch, "PUT", secret(launch, Household.COUNTER) + "/seed/counter", "{\"counter\": 40}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> counted = fetched(launch, "code/" + Household.COUNTER);
        assertThat(Household.read(counted).get("code").asText()).isEqualTo(household.countedCode(40));
        assertThat(administered(
                                launch,
                                "PUT",
                                secret(launch, Household.POOL) + "/backup-codes",
                                "{\"text\": \"fresh0x-1\\nfresh0x-2\", \"lowWater\": 0}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Household.read(fetched(launch, "backup-code/" + Household.POOL))
                        .get("code")
                        .asText())
                .startsWith("fresh0x-");
    }

    private String secret(Launch launch, String path) {
        return "secrets/"
                + Household.read(administered(launch, "GET", "secrets/" + path, ""))
                        .get("id")
                        .asText();
    }

    private void requireThatTheNewLogVerifies(Launch launch) {
        String verifier = succeeded(machine.start(server(), "log-key", "show", key.toString()))
                .out()
                .strip();
        ServerProcess verified = machine.start(
                Launch.on(machine.folder("verify")),
                "verify",
                "log",
                "http://127.0.0.1:" + launch.port() + "/log/2",
                "--origin",
                verifier.split("\\+")[0],
                "--key",
                verifier);
        assertThat(verified.ended()).as(verified.err()).isZero();
    }

    private HttpResponse<String> fetched(Launch launch, String what) {
        return Household.send(launch.port(), household.token(0), "POST", "/api/v1/" + what, "{}");
    }

    private HttpResponse<String> administered(Launch launch, String method, String what, String body) {
        return Household.send(launch.port(), household.administrator(), method, "/api/v1/" + what, body);
    }

    private void waitUntilSigned(ServerProcess signer, int epoch) {
        signer.waitFor(
                "all is signed",
                () -> ask("select (select coalesce(max(size), 0) from checkpoint where epoch = " + epoch
                                + ") = size and epoch = " + epoch + " from log_head")
                        .equals("t"));
    }

    private String ask(String question) {
        return postgres.ask(Operator.DATABASE, question);
    }

    private Launch server() {
        return operator.server(machine.folder("server")).with("COFACTOR_LOG_PUBLIC", "true");
    }

    private Launch signer() {
        return server().with("COFACTOR_LOG_KEY_FILE", key.toString()).without("COFACTOR_ROOT_KEY_FILE");
    }

    private static ServerProcess succeeded(ServerProcess command) {
        assertThat(command.ended()).as(command.err()).isZero();
        return command;
    }
}

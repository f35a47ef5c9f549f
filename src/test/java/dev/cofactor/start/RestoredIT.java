// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.engine.merkle.NoteVerifier;
import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Door;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A backup is put back in production: the signer stops the log, and the documented step begins a new one. */
class RestoredIT {
    private static final String COUNTING = "11111111-1111-4111-8111-111111111111";
    private static final String POOL = "22222222-2222-4222-8222-222222222222";

    @RegisterExtension
    final Machine machine = Machine.ofBriefServers();

    private final DebianPostgres postgres = DebianPostgres.running();
    private final Operator operator = Operator.preparing(postgres);
    private final Path key = machine.folder("signer").resolve("log.key");

    @AfterEach
    void tidyUp() {
        postgres.close();
    }

    @Test
    void aRestoredDatabaseIsNotSignedUntilANewLogNamesTheOldOne() throws IOException {
        succeeded(machine.start(operator.migration(machine.folder("migration")), "migrate"));
        String password = succeeded(machine.start(server(), "admin", "create", "anna"))
                .out()
                .strip();
        String verifier = succeeded(machine.start(server(), "log-key", "create", key.toString()))
                .out()
                .strip();
        ServerProcess signer = machine.start(signer(), "signer");
        signIn(password);
        waitUntilSigned(signer, 1);
        signer.stop();
        enterWhatCounts();
        backUp();
        ServerProcess further = machine.start(signer(), "signer");
        signIn(password);
        waitUntilSigned(further, 1);
        further.stop();
        long signedBefore = signed(1);

        restore();
        requireThatTheSignerStopsIt(password);
        Path note = lastCheckpoint(verifier, signedBefore);
        String origin = succeeded(
                        machine.start(operator.migration(machine.folder("owner")), "log", "reopen", note.toString()))
                .out()
                .strip();
        assertThat(origin).endsWith("/2");
        assertThat(ask("select string_agg(object::text, ' ' order by object) from claim_unsure"))
                .isEqualTo(COUNTING + " " + POOL);
        requireThatTheNewLogIsSigned(origin, password);
    }

    @Test
    void aNoteThatIsNotTheLogsBeginsNothing() throws IOException {
        succeeded(machine.start(operator.migration(machine.folder("migration")), "migrate"));
        Path note = machine.folder("note").resolve("checkpoint");
        Files.writeString(note, "another/log\n5\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\n— another/log AAAA\n");
        Faultless.refuses(
                machine.start(operator.migration(machine.folder("owner")), "log", "reopen", note.toString()),
                "log-key checkpoint");
        assertThat(ask("select max(epoch) from log_epoch")).isEqualTo("1");
    }

    private void requireThatTheSignerStopsIt(String password) {
        ServerProcess again = machine.start(signer(), "signer");
        again.waitFor(
                "the log is stopped",
                () -> !ask("select coalesce(stopped, '') from log_head").isEmpty());
        assertThat(ask("select stopped from log_head")).contains("were signed");
        again.stop();
        assertThat(knocked(password)).isEqualTo(503);
    }

    private Path lastCheckpoint(String verifier, long size) throws IOException {
        Path note = machine.folder("note").resolve("checkpoint");
        Files.writeString(
                note,
                succeeded(machine.start(signer(), "log-key", "checkpoint", key.toString()))
                        .out());
        Checkpoint last = Checkpoint.open(
                Files.readAllBytes(note), verifier.split("\\+")[0], List.of(NoteVerifier.parse(verifier)));
        assertThat(last.head().size()).isEqualTo(size);
        return note;
    }

    private void requireThatTheNewLogIsSigned(String origin, String password) {
        ServerProcess onward = machine.start(signer(), "signer");
        signIn(password);
        waitUntilSigned(onward, 2);
        assertThat(ask("select count(*) from session")).isEqualTo("1");
        String shown = succeeded(machine.start(server(), "log-key", "show", key.toString()))
                .out();
        assertThat(shown).startsWith(origin + "+");
        String newest = ask("select note from checkpoint where epoch = 2 order by size desc limit 1");
        Checkpoint.open(newest.getBytes(StandardCharsets.UTF_8), origin, List.of(NoteVerifier.parse(shown.strip())));
    }

    private Launch server() {
        return operator.server(machine.folder("server"));
    }

    private Launch signer() {
        return server().with("COFACTOR_LOG_KEY_FILE", key.toString()).without("COFACTOR_ROOT_KEY_FILE");
    }

    private void signIn(String password) {
        assertThat(knocked(password)).isEqualTo(303);
    }

    private int knocked(String password) {
        Launch launch = server();
        try (ServerProcess server = machine.start(launch).ready()) {
            return new Door("http://127.0.0.1:" + launch.port(), Operator.HOME).knock("anna", password);
        }
    }

    private void waitUntilSigned(ServerProcess signer, int epoch) {
        signer.waitFor(
                "all is signed",
                () -> signed(epoch) == Long.parseLong(ask("select size from log_head"))
                        && ask("select epoch from log_head").equals(Integer.toString(epoch)));
    }

    private long signed(int epoch) {
        return Long.parseLong(ask("select coalesce(max(size), 0) from checkpoint where epoch = " + epoch));
    }

    private String ask(String question) {
        return postgres.ask(Operator.DATABASE, question);
    }

    private void backUp() {
        postgres.administer("postgres", "drop database if exists backup", "create database backup template cofactor");
    }

    /** A seed that counts and codes that are used up: what else they belong to does not matter here. */
    private void enterWhatCounts() {
        postgres.administer(
                Operator.DATABASE,
                "set session_replication_role = replica",
                "insert into seed (value, entry, secret, field, fingerprint, kind, algorithm, digits, period, counter, issuer,"
                        + " account, state, entered_at, entered_by, proved_at, proved_by, mac) select '" + COUNTING
                        + "', id, id, id, sha256(''), 'hotp', 'SHA1', 6, 0, 0, '', '', 'serving', now(), id, now(), id, ''"
                        + " from gen_random_uuid() as id",
                "insert into backup_pool (pool, secret, field, total, low_water, made_at, made_by) select '" + POOL
                        + "', id, id, 10, 3, now(), id from gen_random_uuid() as id");
    }

    /** As a dump that is put back: everything as it was then, under the same name. */
    private void restore() {
        postgres.administer(
                "postgres",
                "drop database cofactor with (force)",
                "create database cofactor template backup owner " + Operator.OWNER);
    }

    private static ServerProcess succeeded(ServerProcess command) {
        assertThat(command.ended()).as(command.err()).isZero();
        return command;
    }
}

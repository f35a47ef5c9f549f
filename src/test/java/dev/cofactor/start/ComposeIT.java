// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cofactor.fixtures.Authority;
import dev.cofactor.fixtures.DebianPostgres;
import dev.cofactor.fixtures.Launch;
import dev.cofactor.fixtures.Machine;
import dev.cofactor.fixtures.Needs;
import dev.cofactor.fixtures.Operator;
import dev.cofactor.fixtures.ServerProcess;
import dev.cofactor.fixtures.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compose file without its containers: what it prepares and says is given to the packaged server and a real database. */
class ComposeIT {
    private static final Path FOLDER = Path.of("deploy", "compose");
    private static final JsonNode FILE = read();

    @RegisterExtension
    final Machine machine = new Machine();

    @ParameterizedTest
    @ValueSource(strings = {"migrate", "server", "signer"})
    void cofactorIsLockedIn(String name) {
        JsonNode service = FILE.path("services").path(name);

        assertThat(service.path("read_only").booleanValue()).isTrue();
        assertThat(service.path("user").textValue()).isEqualTo("10001:10001");
        assertThat(service.path("cap_drop").toString()).isEqualTo("[\"ALL\"]");
        assertThat(service.path("security_opt").toString()).contains("no-new-privileges:true");
        assertThat(service.has("ports"))
                .as("only the proxy is reached from outside")
                .isFalse();
        assertThat(service.path("stop_grace_period").textValue()).isEqualTo("90s");
        assertThat(service.path("environment").toString()).doesNotContainPattern("_PASSWORD\"");
        assertThat(service.path("secrets").toString().contains("owner"))
                .as("knows the owner")
                .isEqualTo(name.equals("migrate"));
    }

    @Test
    void whatIsPreparedIsEnoughToRun() throws IOException {
        Needs.root("making files of other users");
        Path secrets = machine.folder("compose").resolve("secrets");
        Shell.run("sh", FOLDER.resolve("prepare.sh").toString(), secrets.toString());
        assertThat(Shell.attempt(Map.of(), "sh", FOLDER.resolve("prepare.sh").toString(), secrets.toString())
                        .exit())
                .as("never a second time")
                .isNotZero();
        try (DebianPostgres postgres = DebianPostgres.running()) {
            makeRoles(postgres, secrets);
            run(new Ground(postgres, secrets));
        }
    }

    private void run(Ground ground) {
        ServerProcess migration = machine.start(ground.launch("migrate"), "migrate");
        assertThat(migration.ended()).as(migration.err()).isZero();
        Path rootKey = ground.secrets().resolve("own/root.key");
        assertThat(machine.start(ground.launch("server"), "key", "create", rootKey.toString())
                        .ended())
                .isZero();
        Path logKey = ground.secrets().resolve("signer/log.key");
        ServerProcess made = machine.start(ground.launch("signer"), "log-key", "create", logKey.toString());
        assertThat(made.ended()).as(made.err()).isZero();

        Launch launch = ground.launch("server");
        ServerProcess server = machine.start(launch).ready();
        assertThat(server.page("/sign-in")).isEqualTo(200);
        assertThat(healthy(launch)).isTrue();
        server.stop();
        assertThat(healthy(launch)).isFalse();
    }

    private static void makeRoles(DebianPostgres postgres, Path secrets) throws IOException {
        Files.writeString(secrets.resolve("superuser-password"), postgres.superuserPassword());
        Shell.Outcome roles = Shell.attempt(
                Map.of(
                        "COFACTOR_SECRETS",
                        secrets.toString(),
                        "PGHOST",
                        "127.0.0.1",
                        "PGPORT",
                        Integer.toString(postgres.port()),
                        "PATH",
                        DebianPostgres.programs() + ":" + System.getenv("PATH")),
                FOLDER.resolve("roles.sh").toString());
        assertThat(roles.exit()).as(roles.said()).isZero();
        assertThat(roles.said()).isEmpty();
        Path key = secrets.resolve("database.key");
        Files.setAttribute(key, "unix:uid", 0); // who runs this database is root to the outside
        postgres.shows(new Authority.Signed(secrets.resolve("database.pem"), key));
    }

    /** As a container engine asks, on the port that it has here. */
    private static boolean healthy(Launch launch) {
        List<String> words = new ArrayList<>();
        FILE.path("services")
                .path("server")
                .path("healthcheck")
                .path("test")
                .forEach(word ->
                        words.add(word.textValue().replace("$$", "$").replace("/9000", "/" + launch.management())));
        assertThat(words.removeFirst()).isEqualTo("CMD");
        return Shell.attempt(Map.of(), words.toArray(String[]::new)).exit() == 0;
    }

    /** What the file's words stand for on this machine. */
    private record Ground(DebianPostgres postgres, Path secrets) {
        Launch launch(String service) {
            Map<String, String> environment = new TreeMap<>();
            FILE.path("services")
                    .path(service)
                    .path("environment")
                    .properties()
                    .forEach(setting -> environment.put(
                            setting.getKey(), here(setting.getValue().asText())));
            environment.put("COFACTOR_HOST", "127.0.0.1");
            environment.put("COFACTOR_JAVA_OPTIONS", "-Djdk.net.hosts.file=" + hosts());
            return Launch.on(secrets.resolve("data")).with(environment);
        }

        private String here(String value) {
            String text = value.replace("database:5432", "database:" + postgres.port())
                    .replace(
                            "/var/lib/cofactor-signer",
                            secrets.resolve("signer").toString())
                    .replaceFirst("^\\$\\{COFACTOR_URL:.*}$", Operator.HOME);
            for (var secret : FILE.path("secrets").properties()) {
                String file = secret.getValue().path("file").textValue().replace("./compose/secrets", "");
                text = text.replaceFirst("/run/secrets/" + secret.getKey() + "$", secrets + file);
            }
            return text;
        }

        private Path hosts() {
            try {
                return Files.writeString(secrets.resolve("hosts"), "127.0.0.1 database localhost\n");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static JsonNode read() {
        try {
            Object file = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(Files.readString(Path.of("deploy", "compose.yaml")));
            return new ObjectMapper().valueToTree(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import static dev.cofactor.start.Manifests.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests, as far as they can be judged without a cluster. */
class KubernetesTest {
    static Stream<Path> files() {
        return Manifests.files().stream();
    }

    static Stream<JsonObject> pods() {
        return Manifests.all().stream()
                .filter(object -> List.of("Job", "Deployment", "StatefulSet").contains(Manifests.kind(object)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void theClustersOwnTypesKnowEveryLine(Path file) {
        assertThat(Manifests.in(Manifests.text(file)))
                .isNotEmpty()
                .allSatisfy(object -> assertThat(Manifests.fault(object)).isEmpty())
                .filteredOn(object -> !Manifests.kind(object).equals("Namespace"))
                .allMatch(object ->
                        at(object, "metadata", "namespace").getAsString().equals("cofactor"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            readOnlyRootFilesystem | readOnlyRootFileSystem
            'replicas: 2'          | 'replica: 2'
            'replicas: 2'          | 'replicas: two'
            'drop: [ALL]'          | 'drop: ALL'
            'periodSeconds: 5'     | 'periodSeconds: [5]'
            'httpGet: {path'       | 'httpGet: {pfad'
            'apps/v1'              | 'apps/v1beta1'
            'kind: Deployment'     | 'kind: Development'
            """)
    void aMistakeIsFound(String right, String wrong) {
        String text = Manifests.text(Path.of("deploy/kubernetes/40-server.yaml"));

        assertThat(text).contains(right);
        assertThat(Manifests.in(text.replace(right, wrong)))
                .anySatisfy(object -> assertThat(Manifests.fault(object)).isPresent());
    }

    @ParameterizedTest
    @MethodSource("pods")
    void everyPodIsLockedIn(JsonObject workload) {
        JsonObject pod = pod(workload);
        assertThat(at(pod, "automountServiceAccountToken").getAsBoolean()).isFalse();
        // The cluster would say COFACTOR_PORT=tcp://… for the service's sake, and that is a setting.
        assertThat(at(pod, "enableServiceLinks").getAsBoolean()).isFalse();
        assertThat(at(pod, "securityContext", "runAsNonRoot").getAsBoolean()).isTrue();
        assertThat(at(pod, "securityContext", "runAsUser").getAsInt()).isEqualTo(10001);
        assertThat(at(pod, "securityContext", "seccompProfile", "type").getAsString())
                .isEqualTo("RuntimeDefault");
        assertThat(pod.toString()).doesNotContain("hostPath", "hostNetwork", "hostPID", "privileged\":");
        assertThat(containers(pod)).isNotEmpty().allSatisfy(container -> {
            JsonElement context = at(container, "securityContext");
            assertThat(at(context, "allowPrivilegeEscalation").getAsBoolean()).isFalse();
            assertThat(at(context, "readOnlyRootFilesystem").getAsBoolean()).isTrue();
            assertThat(at(context, "capabilities", "drop").toString()).isEqualTo("[\"ALL\"]");
            assertThat(at(container, "resources", "limits", "memory")).isNotNull();
        });
    }

    @Test
    void noSecretStandsInAFile() {
        assertThat(Manifests.all())
                .noneMatch(object -> Manifests.kind(object).equals("Secret"))
                .noneMatch(object -> object.toString().matches(".*_PASSWORD\".*"));
    }

    @Test
    void onlyTheMigrationKnowsTheOwner() {
        assertThat(Manifests.all())
                .filteredOn(object -> object.toString().toLowerCase(Locale.ROOT).contains("owner"))
                .singleElement()
                .satisfies(object ->
                        assertThat(at(object, "metadata", "name").getAsString()).isEqualTo("cofactor-migrate"));
        assertThat(pods().filter(object -> object.toString().contains("root-key"))
                        .map(Manifests::kind))
                .containsExactly("Deployment");
    }

    @Test
    void oneServerIsThereWhenOthersGo() {
        JsonObject server = Manifests.named("Deployment", "cofactor");
        JsonObject budget = Manifests.named("PodDisruptionBudget", "cofactor");
        JsonObject pod = pod(server);
        JsonElement container = containers(pod).getFirst();

        assertThat(at(server, "spec", "replicas").getAsInt())
                .isGreaterThan(at(budget, "spec", "minAvailable").getAsInt());
        assertThat(at(budget, "spec", "minAvailable").getAsInt()).isPositive();
        assertThat(at(budget, "spec", "selector")).isEqualTo(at(server, "spec", "selector"));
        assertThat(at(server, "spec", "strategy", "rollingUpdate", "maxUnavailable")
                        .getAsInt())
                .isZero();
        Map.of("startupProbe", "started", "readinessProbe", "ready", "livenessProbe", "live")
                .forEach((probe, path) -> assertThat(
                                at(container, probe, "httpGet", "path").getAsString())
                        .isEqualTo("/q/health/" + path));
        // Requests in flight have 60 seconds (cofactor.shutdown-timeout), which begin when nobody is sent here any
        // more.
        assertThat(at(pod, "terminationGracePeriodSeconds").getAsInt())
                .isGreaterThan(60
                        + at(container, "lifecycle", "preStop", "sleep", "seconds")
                                .getAsInt());
    }

    @Test
    void thereIsOneSigner() {
        JsonObject signer = Manifests.named("StatefulSet", "cofactor-signer");

        assertThat(at(signer, "spec", "replicas").getAsInt()).isEqualTo(1);
        assertThat(at(Manifests.named("PersistentVolumeClaim", "cofactor-signer"), "spec", "accessModes")
                        .toString())
                .isEqualTo("[\"ReadWriteOncePod\"]");
        assertThat(at(pod(signer), "securityContext", "fsGroupChangePolicy").getAsString())
                .isEqualTo("OnRootMismatch");
    }

    @Test
    void whatNoPolicyNamesIsForbidden() {
        JsonObject nobody = Manifests.named("NetworkPolicy", "nobody");

        assertThat(at(nobody, "spec").toString())
                .isEqualTo("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}");
        assertThat(pods())
                .allSatisfy(workload -> assertThat(
                                at(workload, "spec", "template", "metadata", "labels", "app.kubernetes.io/part-of")
                                        .getAsString())
                        .as("is let through to the database")
                        .isEqualTo("cofactor"));
    }

    @Test
    void theSettingsAreSafe() {
        JsonElement server =
                containers(pod(Manifests.named("Deployment", "cofactor"))).getFirst();
        Map<String, String> settings = new TreeMap<>();
        at(server, "envFrom")
                .getAsJsonArray()
                .forEach(from -> Manifests.named(
                                "ConfigMap", at(from, "configMapRef", "name").getAsString())
                        .getAsJsonObject("data")
                        .entrySet()
                        .forEach(setting -> settings.put(
                                setting.getKey().toLowerCase(Locale.ROOT).replace('_', '.'),
                                setting.getValue().getAsString())));
        settings.remove("cofactor.database.password.file"); // is not here
        settings.put("cofactor.root-key.credential", settings.remove("cofactor.root.key.credential"));

        assertThat(UnsafeSettings.of(new SmallRyeConfigBuilder()
                        .withDefaultValues(settings)
                        .withMapping(Settings.class)
                        .withValidateUnknown(false)
                        .build()
                        .getConfigMapping(Settings.class)))
                .isEmpty();
    }

    private static JsonObject pod(JsonObject workload) {
        return at(workload, "spec", "template", "spec").getAsJsonObject();
    }

    private static List<JsonElement> containers(JsonObject pod) {
        List<JsonElement> containers =
                new ArrayList<>(pod.getAsJsonArray("containers").asList());
        if (pod.has("initContainers")) {
            containers.addAll(pod.getAsJsonArray("initContainers").asList());
        }
        return containers;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.start;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The manifests for Kubernetes, and what its own types say of each: an unknown field, a missing one, or one of another shape. */
final class Manifests {
    private static final Path FOLDER = Path.of("deploy", "kubernetes");
    private static final Gson GSON = new GsonBuilder()
            .registerTypeAdapter(OffsetDateTime.class, TypeAdapter.class.cast(new Gson().getAdapter(String.class)))
            .create();

    /** What is said of one kind of object, by the type that stands for it. */
    private record Kind(String apiVersion, Class<?> type, Check check) {}

    private interface Check {
        void of(JsonElement object) throws IOException;
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("Namespace", new Kind("v1", V1Namespace.class, V1Namespace::validateJsonElement)),
            Map.entry("ServiceAccount", new Kind("v1", V1ServiceAccount.class, V1ServiceAccount::validateJsonElement)),
            Map.entry("ConfigMap", new Kind("v1", V1ConfigMap.class, V1ConfigMap::validateJsonElement)),
            Map.entry("Service", new Kind("v1", V1Service.class, V1Service::validateJsonElement)),
            Map.entry(
                    "PersistentVolumeClaim",
                    new Kind("v1", V1PersistentVolumeClaim.class, V1PersistentVolumeClaim::validateJsonElement)),
            Map.entry("Job", new Kind("batch/v1", V1Job.class, V1Job::validateJsonElement)),
            Map.entry("Deployment", new Kind("apps/v1", V1Deployment.class, V1Deployment::validateJsonElement)),
            Map.entry("StatefulSet", new Kind("apps/v1", V1StatefulSet.class, V1StatefulSet::validateJsonElement)),
            Map.entry(
                    "PodDisruptionBudget",
                    new Kind("policy/v1", V1PodDisruptionBudget.class, V1PodDisruptionBudget::validateJsonElement)),
            Map.entry(
                    "NetworkPolicy",
                    new Kind("networking.k8s.io/v1", V1NetworkPolicy.class, V1NetworkPolicy::validateJsonElement)),
            Map.entry("Ingress", new Kind("networking.k8s.io/v1", V1Ingress.class, V1Ingress::validateJsonElement)));

    private Manifests() {}

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonObject> all() {
        return files().stream().flatMap(file -> in(text(file)).stream()).toList();
    }

    static List<JsonObject> in(String yaml) {
        Iterable<Object> documents = new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(yaml);
        return StreamSupport.stream(documents.spliterator(), false)
                .map(document -> GSON.toJsonTree(document).getAsJsonObject())
                .toList();
    }

    static JsonObject named(String kind, String name) {
        return all().stream()
                .filter(object -> kind(object).equals(kind))
                .filter(object -> at(object, "metadata", "name").getAsString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String kind(JsonObject object) {
        return object.get("kind").getAsString();
    }

    static JsonElement at(JsonElement object, String... path) {
        JsonElement found = object;
        for (String step : path) {
            found = found.getAsJsonObject().get(step);
        }
        return found;
    }

    /** Why Kubernetes would not take it, if so. */
    static Optional<String> fault(JsonObject object) {
        Kind kind = KINDS.get(kind(object));
        if (kind == null || !kind.apiVersion().equals(object.get("apiVersion").getAsString())) {
            return Optional.of("unknown: " + object.get("apiVersion") + " " + object.get("kind"));
        }
        try {
            kind.check().of(object);
            Object read = GSON.fromJson(object, kind.type());
            return read == null ? Optional.of("empty") : Optional.empty();
        } catch (IllegalArgumentException | JsonParseException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}

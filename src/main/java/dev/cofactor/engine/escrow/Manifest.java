// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.escrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.engine.documents.CanonicalJson;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.ground.plaintext.Plaintext;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is in a bundle, by name: it lies in it sealed, for which accounts somebody has is his own affair. */
public record Manifest(String name, List<Secret> secrets) {
    public Manifest {
        secrets = List.copyOf(secrets);
    }

    /**
     * One secret.
     *
     * @param codes in the order in which they leave here: from the end of the pool, since a server takes from its beginning
     */
    public record Secret(UUID secret, String path, String name, Optional<Seed> seed, List<BackupCode> codes) {
        public Secret {
            codes = codes.stream()
                    .sorted(Comparator.comparingInt(BackupCode::number).reversed())
                    .toList();
        }
    }

    /** How a seed becomes codes, in the words of its URI. */
    public record Seed(UUID value, UUID field, String kind, String algorithm, int digits, int period) {}

    /** @param number its place in its pool, from 1 on */
    public record BackupCode(UUID value, UUID field, int number) {}

    public Plaintext text() {
        String json = CanonicalJson.object(Map.of(
                "name",
                CanonicalJson.text(name),
                "secrets",
                CanonicalJson.list(secrets.stream().map(Manifest::spelled))));
        return Plaintext.owning(json.getBytes(UTF_8));
    }

    private static String spelled(Secret secret) {
        Map<String, String> members = new HashMap<>(Map.of(
                "codes",
                CanonicalJson.list(secret.codes().stream().map(Manifest::spelled)),
                "name",
                CanonicalJson.text(secret.name()),
                "path",
                CanonicalJson.text(secret.path()),
                "secret",
                id(secret.secret())));
        secret.seed().ifPresent(seed -> members.put("seed", spelled(seed)));
        return CanonicalJson.object(members);
    }

    private static String spelled(BackupCode code) {
        return CanonicalJson.object(Map.of(
                "field", id(code.field()), "number", CanonicalJson.number(code.number()), "value", id(code.value())));
    }

    private static String spelled(Seed seed) {
        return CanonicalJson.object(Map.of(
                "algorithm",
                CanonicalJson.text(seed.algorithm()),
                "digits",
                CanonicalJson.number(seed.digits()),
                "field",
                id(seed.field()),
                "kind",
                CanonicalJson.text(seed.kind()),
                "period",
                CanonicalJson.number(seed.period()),
                "value",
                id(seed.value())));
    }

    static String id(UUID id) {
        return CanonicalJson.text(id.toString());
    }

    /** Of what was sealed; it stays the caller's. */
    public static Manifest read(Plaintext text) {
        try {
            Placed root = Placed.document(text.reveal());
            root.onlyWith("name", "secrets");
            return new Manifest(
                    root.member("name").text(),
                    List.copyOf(root.member("secrets").each(Manifest::secret)));
        } catch (PolicyRefused e) {
            throw EscrowRefused.altered("what is in the bundle");
        }
    }

    private static Secret secret(Placed json) {
        json.onlyWith("codes", "name", "path", "secret", "seed");
        return new Secret(
                json.member("secret").id(),
                json.member("path").text(),
                json.member("name").text(),
                json.optional("seed").map(Manifest::seed),
                List.copyOf(json.member("codes").each(Manifest::code)));
    }

    private static BackupCode code(Placed json) {
        json.onlyWith("field", "number", "value");
        return new BackupCode(
                json.member("value").id(),
                json.member("field").id(),
                json.member("number").number());
    }

    private static Seed seed(Placed json) {
        json.onlyWith("algorithm", "digits", "field", "kind", "period", "value");
        return new Seed(
                json.member("value").id(),
                json.member("field").id(),
                json.member("kind").text(),
                json.member("algorithm").text(),
                json.member("digits").number(),
                json.member("period").number());
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

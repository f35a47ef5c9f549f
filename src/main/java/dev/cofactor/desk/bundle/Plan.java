// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.engine.escrow.BundleFile;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bundle as two people agree to it: whose seeds and pools, each by its id, and whose keys. What comes later is not in it, and
 * what is another by then stops it.
 *
 * @param author who proposed it
 */
record Plan(UUID author, String name, int threshold, List<Holder> holders, List<Chosen> secrets) {
    static final String KIND = "bundle-agreed";

    static final int MOST_SECRETS = 100;
    static final int MOST_VALUES = 600;

    private static final String NONE = "-";

    public Plan {
        holders = List.copyOf(holders);
        secrets = List.copyOf(secrets);
    }

    /** One who holds a share: the first has the first. @param fingerprint of his key */
    public record Holder(UUID key, UUID person, String fingerprint) {}

    /** One secret, with what of it was there when it was chosen. */
    public record Chosen(UUID secret, Optional<UUID> seed, List<UUID> pools) {}

    /** As it is kept until somebody else agrees, and afterwards for ever. */
    Proposed proposed() {
        return Proposed.of(
                KIND,
                Map.of(
                        "author",
                        author.toString(),
                        "holders",
                        holders.stream()
                                .map(one -> one.key() + ":" + one.person() + ":" + one.fingerprint())
                                .collect(Collectors.joining(" ")),
                        "name",
                        name,
                        "secrets",
                        secrets.stream().map(Plan::spelled).collect(Collectors.joining(" ")),
                        "threshold",
                        Integer.toString(threshold)));
    }

    private static String spelled(Chosen one) {
        return one.secret() + ":" + one.seed().map(UUID::toString).orElse(NONE) + ":"
                + one.pools().stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    static Plan of(Proposed change) {
        return new Plan(
                change.id("author"),
                change.text("name"),
                Integer.parseInt(change.text("threshold")),
                Arrays.stream(change.text("holders").split(" "))
                        .map(Plan::holder)
                        .toList(),
                Arrays.stream(change.text("secrets").split(" "))
                        .map(Plan::chosen)
                        .toList());
    }

    private static Holder holder(String text) {
        String[] parts = text.split(":");
        return new Holder(UUID.fromString(parts[0]), UUID.fromString(parts[1]), parts[2]);
    }

    private static Chosen chosen(String text) {
        String[] parts = text.split(":", -1);
        return new Chosen(
                UUID.fromString(parts[0]),
                Optional.of(parts[1]).filter(seed -> !seed.equals(NONE)).map(UUID::fromString),
                Stream.of(parts[2].split(","))
                        .filter(pool -> !pool.isEmpty())
                        .map(UUID::fromString)
                        .toList());
    }

    /** By it the log knows what was agreed to. */
    static String hash(UUID bundle, String document) {
        return HexFormat.of().formatHex(BundleFile.digest((bundle + "\n" + document).getBytes(UTF_8)));
    }

    List<UUID> ids() {
        return secrets.stream().map(Chosen::secret).toList();
    }
}

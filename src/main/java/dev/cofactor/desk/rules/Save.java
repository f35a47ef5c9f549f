// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.cofactor.engine.documents.CanonicalJson;
import dev.cofactor.engine.documents.Placed;
import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a save does: every policy that it adds, changes or withdraws, as it was and as it is to be. It can be kept as a
 * document and made later, as long as those policies are then still as they were; all others may have changed meanwhile.
 *
 * @param from the number of the edition its author has seen
 */
public record Save(long from, List<Piece> pieces) {
    /** An event that names each of thousands of policies would be an edition of its own. */
    private static final int MOST_SAID = 100;

    public Save {
        pieces = List.copyOf(pieces);
    }

    /** @param then absent where the policy is withdrawn */
    static Save of(Edition from, UUID policy, Optional<Policy> then) {
        Piece piece = new Piece(policy, find(from, policy), then);
        return new Save(from.number(), piece.changesNothing() ? List.of() : List.of(piece));
    }

    /** All that differs, in the order of the ids. */
    public static Save between(Edition from, PolicySet next) {
        return new Save(from.number(), differing(from.policies(), next));
    }

    static List<Piece> differing(PolicySet before, PolicySet after) {
        Map<UUID, Policy> was = byId(before);
        Map<UUID, Policy> is = byId(after);
        return Stream.concat(before.policies().stream(), after.policies().stream())
                .map(Policy::id)
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .map(id -> new Piece(id, Optional.ofNullable(was.get(id)), Optional.ofNullable(is.get(id))))
                .filter(piece -> !piece.changesNothing())
                .toList();
    }

    static Optional<Policy> find(Edition edition, UUID policy) {
        return edition.policies().policies().stream()
                .filter(one -> one.id().equals(policy))
                .findFirst();
    }

    public boolean changesNothing() {
        return pieces.isEmpty();
    }

    /**
     * The set that comes of it; empty where a policy that it is about is not as its author has seen it.
     *
     * @throws dev.cofactor.engine.documents.PolicyRefused where all together are no set
     */
    public Optional<PolicySet> onto(Edition now) {
        Map<UUID, Policy> policies = new TreeMap<>(byId(now.policies()));
        for (Piece piece : pieces) {
            if (!Optional.ofNullable(policies.get(piece.policy())).equals(piece.before())) {
                return Optional.empty();
            }
            piece.after()
                    .ifPresentOrElse(
                            policy -> policies.put(piece.policy(), policy), () -> policies.remove(piece.policy()));
        }
        return Optional.of(new PolicySet(List.copyOf(policies.values())));
    }

    /** What is to be there afterwards and is not there now, or not so: what has to be looked at before it is saved. */
    List<Policy> written() {
        return pieces.stream().flatMap(piece -> piece.after().stream()).toList();
    }

    /** What it does, by the names of parts: what stands in them is in the editions. Of several policies with their ids. */
    public List<String> parts() {
        if (pieces.size() == 1) {
            return pieces.getFirst().parts();
        }
        List<String> said = new ArrayList<>();
        pieces.stream()
                .limit(MOST_SAID)
                .forEach(piece -> piece.parts().forEach(part -> said.add(piece.policy() + " " + part)));
        if (pieces.size() > MOST_SAID) {
            said.add("and " + (pieces.size() - MOST_SAID) + " more");
        }
        return said;
    }

    /** To be kept, and read again by {@link #read}. */
    public byte[] document() {
        return CanonicalJson.object(Map.of(
                        "from", CanonicalJson.text(Long.toString(from)),
                        "before", spelled(pieces.stream().flatMap(piece -> piece.before().stream())),
                        "after", spelled(pieces.stream().flatMap(piece -> piece.after().stream()))))
                .getBytes(UTF_8);
    }

    public static Save read(byte[] document) {
        Placed root = Placed.document(document);
        root.onlyWith("from", "before", "after");
        return new Save(
                Long.parseLong(root.member("from").text()),
                differing(set(root.member("before")), set(root.member("after"))));
    }

    private static String spelled(Stream<Policy> policies) {
        return new String(new PolicySet(policies.toList()).canonical(), UTF_8);
    }

    private static PolicySet set(Placed json) {
        return PolicySet.read(json.document());
    }

    private static Map<UUID, Policy> byId(PolicySet set) {
        return set.policies().stream().collect(toMap(Policy::id, identity()));
    }
}

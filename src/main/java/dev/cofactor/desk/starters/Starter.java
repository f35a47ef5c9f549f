// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.starters;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.desk.wording.Sentences;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A policy to start from. Where somebody or something has to be chosen its document has a hole: {@code "{on-call}"} where an
 * id will stand.
 *
 * @param key its name in addresses
 * @param document a draft, with holes
 */
public record Starter(String key, String name, List<Hole> holes, String document) {
    public Starter {
        holes = List.copyOf(holes);
    }

    /** Of what kind that is which has to be chosen. */
    public enum Kind {
        GROUP("group"),
        SERVICE("service"),
        FOLDER("folder"),
        FEDERATION("federation");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /**
     * Something that has to be chosen.
     *
     * @param key as it stands in the document, without its braces
     * @param what for whom or what it stands, in words
     */
    public record Hole(String key, Kind kind, String what) {
        String written() {
            return "\"{" + key + "}\"";
        }

        /** Stands for whatever will be chosen, so that the pattern is the policy's own sentence. */
        private UUID stand() {
            return UUID.nameUUIDFromBytes(key.getBytes(UTF_8));
        }
    }

    /** The sentence it will be, with a name in braces for each that is to be chosen. */
    public String pattern() {
        Map<String, UUID> stands = new HashMap<>();
        Map<Subject, String> subjects = new HashMap<>();
        Map<Resource, String> resources = new HashMap<>();
        Map<UUID, String> issuers = new HashMap<>();
        for (Hole hole : holes) {
            String shown = "{" + hole.key() + "}";
            stands.put(hole.key(), hole.stand());
            switch (hole.kind()) {
                case GROUP -> subjects.put(new Subject.Group(hole.stand()), shown);
                case SERVICE -> subjects.put(new Subject.Service(hole.stand()), shown);
                case FOLDER -> resources.put(new Resource.Folder(hole.stand()), shown);
                case FEDERATION -> issuers.put(hole.stand(), shown);
            }
        }
        Starters.ROLES.forEach((group, called) -> subjects.put(new Subject.Group(group), called));
        return Sentences.of(filled(stands, new UUID(0, 0)), new Names(subjects, resources, issuers, Map.of()));
    }

    /**
     * The policy, with what was chosen in its holes.
     *
     * @throws PolicyRefused where something is missing, or was chosen for no hole
     */
    public Policy filled(Map<String, UUID> chosen, UUID id) {
        Set<String> known = Set.copyOf(holes.stream().map(Hole::key).toList());
        if (!known.containsAll(chosen.keySet())) {
            throw new PolicyRefused("/chosen", "has a member that the policy has no hole for");
        }
        String whole = document;
        for (Hole hole : holes) {
            UUID one = chosen.get(hole.key());
            if (one == null) {
                throw new PolicyRefused("/chosen", "has no member " + hole.key());
            }
            whole = whole.replace(hole.written(), "\"" + one + "\"");
        }
        return RuleDesk.written(whole.getBytes(UTF_8), id);
    }
}

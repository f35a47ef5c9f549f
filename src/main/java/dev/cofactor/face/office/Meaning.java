// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.desk.people.GroupDesk;
import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.web.Frame;
import dev.cofactor.ledger.directory.Group;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What standing in a group that came along gives, said from the policies in force. No place is named. */
@Singleton
class Meaning {
    private final GroupDesk desk;
    private final Frame frame;

    Meaning(GroupDesk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    /** For whoever may edit groups: by its id, of each that came along. */
    Map<UUID, String> all() {
        Map<UUID, List<Policy>> allowing = desk.allowing(frame.caller());
        return allowing.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> sentence(entry.getValue())));
    }

    String of(Group group) {
        return group.builtIn() ? all().getOrDefault(group.id(), "") : "";
    }

    static String sentence(List<Policy> policies) {
        Set<Verb> own = EnumSet.noneOf(Verb.class);
        Set<Verb> shared = EnumSet.noneOf(Verb.class);
        for (Policy policy : policies) {
            boolean personal = policy.on().equals(Set.of(new Resource.OwnPersonalFolder()));
            (personal ? own : shared).addAll(policy.actions());
        }
        if (own.isEmpty() && shared.isEmpty()) {
            return "No policy gives it anything.";
        }
        String first = shared.isEmpty() ? "" : RuleDesk.words(shared);
        String second = own.isEmpty() ? "" : RuleDesk.words(own) + " in their own personal folder";
        return "May " + (first.isEmpty() || second.isEmpty() ? first + second : first + "; may " + second) + ".";
    }
}

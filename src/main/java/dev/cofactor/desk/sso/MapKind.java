// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import dev.cofactor.desk.proposals.Kind;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Groups;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** A value of the provider's claim that gives a group, which whoever maps it may come with. */
@ApplicationScoped
class MapKind implements Kind {
    private final GroupMap map;
    private final Groups groups;

    MapKind(GroupMap map, Groups groups) {
        this.map = map;
        this.groups = groups;
    }

    @Override
    public String word() {
        return GroupMap.MAPPED;
    }

    @Override
    public Verb verb() {
        return Verb.PEOPLE_EDIT;
    }

    @Override
    public Optional<Sight> look(Proposed change, Caller caller) {
        return map.there(change.id(GroupMap.GROUP));
    }

    @Override
    public List<String> words(Proposed change) {
        String group =
                groups.find(change.id(GroupMap.GROUP)).map(Group::name).orElse("a group that is gone");
        return List.of("Whoever signs in with the claim " + change.text(GroupMap.CLAIM) + " stands in the group " + group
                + " for that session.");
    }

    @Override
    public void apply(Proposed change, Caller by) {
        map.add(by, change);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.ledger.directory.Group;
import java.util.List;

/** How groups are spoken of outside. */
final class GroupJson {
    private GroupJson() {}

    record Listed(String id, String name, boolean builtIn) {
        static Listed of(Group group) {
            return new Listed(group.id().toString(), group.name(), group.builtIn());
        }
    }

    record Listing(List<Listed> groups) {
        static Listing of(List<Group> groups) {
            return new Listing(groups.stream().map(Listed::of).toList());
        }
    }

    record Member(String id, String kind, String name) {}

    /** @param through who stands in it through other groups alone */
    record Shown(Listed group, List<Member> members, List<Member> through) {
        static Shown of(GroupDesk.Seen seen) {
            return new Shown(Listed.of(seen.group()), all(seen.members()), all(seen.through()));
        }

        private static List<Member> all(List<GroupDesk.Member> members) {
            return members.stream()
                    .map(member ->
                            new Member(member.id().toString(), member.kind().word(), member.name()))
                    .toList();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How single sign-on is spoken of outside. */
final class SsoJson {
    private SsoJson() {}

    /** A value that is to give a group. */
    record Given(@Nullable String claim, @Nullable String group) {
        GroupMap.Wanted wanted() {
            if (claim == null || group == null) {
                throw SsoRefused.invalid("a value of the claim and a group are needed");
            }
            return new GroupMap.Wanted(claim, id(group));
        }
    }

    record Mapped(String id, String claim, String group, String groupName) {
        static Mapped of(GroupMap.Mapping mapping) {
            return new Mapped(
                    mapping.id().toString(), mapping.claim(), mapping.group().toString(), mapping.groupName());
        }
    }

    record Listing(List<Mapped> groups) {
        static Listing of(List<GroupMap.Mapping> groups) {
            return new Listing(groups.stream().map(Mapped::of).toList());
        }
    }

    record Linked(String issuer, String subject, Instant since) {
        static Linked of(Links.Link link) {
            return new Linked(link.issuer(), link.subject(), link.since());
        }
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw SsoRefused.notFound();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who stands in which group. What that allows is written elsewhere. */
@ApplicationScoped
public class Groups {
    /** The group of every person; its id is the same in every installation. */
    public static final UUID EVERYONE = UUID.fromString("00000000-0000-8000-8000-000000000006");

    private final MembershipRows memberships;

    Groups(MembershipRows memberships) {
        this.memberships = memberships;
    }

    /** All groups somebody stands in, directly or through others. */
    @Transactional
    public Set<UUID> of(UUID member) {
        return memberships.groupsOf(member);
    }

    /** What all groups are called. */
    @Transactional
    public Map<UUID, String> names() {
        return memberships.names();
    }

    /** Part of a change, whose transaction is open: groups are of the world. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void join(UUID group, UUID member, Instant since) {
        if (!memberships.stands(group, member)) {
            memberships.persist(new MembershipRow(group, member, since));
        }
    }
}

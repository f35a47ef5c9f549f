// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import java.util.UUID;

/**
 * A role is a built-in group and nothing more: what its members may do stands in predefined policies, which can be edited
 * like all others. The ids are the same in every installation, and for ever. They are of UUID version 8, which nothing
 * else here makes, so no group that is added can meet them.
 */
public enum Role {
    ADMINISTRATOR("administrator", 1),
    TEMPLATE_AUTHOR("template-author", 2),
    POLICY_AUTHOR("policy-author", 3),
    APPROVER("approver", 4),
    AUDITOR("auditor", 5),
    /** Every person, and no machine. */
    USER("user", 6);

    private static final long BUILT_IN = 0x8000L;
    private static final long GROUPS = 0x8000_0000_0000_0000L;
    private static final long POLICIES = 0x8001_0000_0000_0000L;

    private final String code;
    private final int number;

    Role(String code, int number) {
        this.code = code;
        this.number = number;
    }

    public String code() {
        return code;
    }

    /** 00000000-0000-8000-8000-00000000000n. */
    public UUID group() {
        return new UUID(BUILT_IN, GROUPS + number);
    }

    /** The predefined policy: 00000000-0000-8000-8001-00000000000n. */
    UUID policy() {
        return new UUID(BUILT_IN, POLICIES + number);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with a channel. */
final class ChannelRefused extends Problem {
    private static final long serialVersionUID = 1;

    private ChannelRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static ChannelRefused invalid(String rule) {
        return new ChannelRefused(Kind.INVALID, "channel-invalid", rule);
    }

    static ChannelRefused changed() {
        return new ChannelRefused(
                Kind.CHANGED_MEANWHILE, "changed-meanwhile", "somebody has changed it since you looked");
    }

    static ChannelRefused ended() {
        return new ChannelRefused(Kind.CONFLICT, "channel-removed", "it was removed; what was removed is not changed");
    }

    static ChannelRefused unsigned() {
        return new ChannelRefused(Kind.CONFLICT, "channel-unsigned", "only what goes to a webhook is signed");
    }

    static ChannelRefused unseen() {
        return new ChannelRefused(
                Kind.CONDITION_MISSING, "if-match-required", "say in If-Match which state you have seen");
    }

    static ChannelRefused notFound() {
        return new ChannelRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}

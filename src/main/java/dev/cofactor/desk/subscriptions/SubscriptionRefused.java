// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.subscriptions;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with a channel's subscriptions and deliveries. */
final class SubscriptionRefused extends Problem {
    private static final long serialVersionUID = 1;

    private SubscriptionRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static SubscriptionRefused invalid(String rule) {
        return new SubscriptionRefused(Kind.INVALID, "subscription-invalid", rule);
    }

    static SubscriptionRefused noWebhook() {
        return new SubscriptionRefused(Kind.CONFLICT, "no-webhook", "only a webhook is told of the log's events");
    }

    static SubscriptionRefused removed() {
        return new SubscriptionRefused(
                Kind.CONFLICT, "channel-removed", "it was removed; what was removed is not changed");
    }

    static SubscriptionRefused underWay() {
        return new SubscriptionRefused(
                Kind.CONFLICT, "delivery-under-way", "it has not ended yet: it is tried again by itself");
    }

    static SubscriptionRefused changed() {
        return new SubscriptionRefused(
                Kind.CHANGED_MEANWHILE, "changed-meanwhile", "somebody has changed it since you looked");
    }

    static SubscriptionRefused unseen() {
        return new SubscriptionRefused(
                Kind.CONDITION_MISSING, "if-match-required", "say in If-Match which state you have seen");
    }

    static SubscriptionRefused notFound() {
        return new SubscriptionRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}

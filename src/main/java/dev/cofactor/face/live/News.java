// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.live;

import dev.cofactor.ground.identity.PublicId;
import java.util.Locale;
import java.util.UUID;

/** What a stream tells. Numbers, ids and words of ours alone: names are on the pages, for whoever may read them then. */
sealed interface News {
    /** As scripts listen for it. */
    String name();

    /** JSON that needs no escaping. */
    String json();

    /** How much waits: said first, and whenever it changes. */
    record Waiting(long toDecide, long unread) implements News {
        @Override
        public String name() {
            return "waiting";
        }

        @Override
        public String json() {
            return String.format(Locale.ROOT, "{\"toDecide\":%d,\"unread\":%d}", toDecide, unread);
        }
    }

    /**
     * A request does not wait any more.
     *
     * @param own whether the reader had asked for it; {@code state}: what became of it, of his own alone
     */
    record Settled(UUID request, boolean own, String state) implements News {
        @Override
        public String name() {
            return "settled";
        }

        @Override
        public String json() {
            return String.format(
                    Locale.ROOT,
                    "{\"request\":\"%s\",\"own\":%b,\"state\":\"%s\"}",
                    PublicId.REQUEST.of(request),
                    own,
                    state);
        }
    }

    /** The stream ends, and is not to be opened again by itself: the session has gone, or newer windows have its place. */
    record Over(String why) implements News {
        static final Over SESSION = new Over("session");
        static final Over ELSEWHERE = new Over("elsewhere");

        @Override
        public String name() {
            return "over";
        }

        @Override
        public String json() {
            return "{\"why\":\"" + why + "\"}";
        }
    }
}

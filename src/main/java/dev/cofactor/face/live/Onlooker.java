// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.live;

import dev.cofactor.desk.approvals.Requests;
import dev.cofactor.ground.identity.Caller;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Somebody at one window, and what he was told last. Used by one round at a time. */
final class Onlooker {
    private final Caller caller;
    private final Standing standing;
    private final Ear ear;
    private Requests.Awaited awaited = new Requests.Awaited(Set.of(), Set.of());
    private News.Waiting told = new News.Waiting(-1, -1);
    private volatile boolean over;

    /** @param standing whether his session stands, and he may still use it; asked before each message */
    Onlooker(Caller caller, Standing standing, Ear ear) {
        this.caller = caller;
        this.standing = standing;
        this.ear = ear;
    }

    /** Whether somebody may still be told something. */
    interface Standing {
        boolean stands();
    }

    /** What the desk shows somebody. */
    interface Desk {
        Requests.Awaited awaited(Caller caller);

        /** Empty where there is none of his. */
        Optional<String> outcome(Caller caller, UUID request);
    }

    UUID person() {
        return caller.actor().id();
    }

    Caller caller() {
        return caller;
    }

    boolean isOver() {
        return over;
    }

    /** What is so when he comes: the number that waits, and nothing of what was before. */
    void begin(Desk desk, long unread) {
        awaited = desk.awaited(caller);
        tell(new News.Waiting(awaited.toDecide().size(), unread));
    }

    /** He is told what has changed since he was told something. */
    void look(Desk desk, long unread) {
        if (!stands()) {
            return; // nor does the desk show him anything then
        }
        Requests.Awaited now = desk.awaited(caller);
        Requests.Awaited then = awaited;
        awaited = now;
        gone(then.own(), now.own())
                .forEach(id -> desk.outcome(caller, id).ifPresent(state -> tell(new News.Settled(id, true, state))));
        gone(then.toDecide(), now.toDecide()).forEach(id -> tell(new News.Settled(id, false, "")));
        count(unread);
    }

    /** Nothing was asked for or decided: only what there is to be read may be another number. */
    void count(long unread) {
        News.Waiting now = new News.Waiting(awaited.toDecide().size(), unread);
        if (!now.equals(told)) {
            tell(now);
        }
    }

    void breathe() {
        if (stands()) {
            ear.breath();
        }
    }

    void end(News.Over why) {
        if (!over) {
            over = true;
            ear.hear(why);
            ear.end();
        }
    }

    /** Without a word: whoever it was opens another by himself. */
    void end() {
        over = true;
        ear.end();
    }

    private void tell(News news) {
        if (stands()) {
            ear.hear(news);
            if (news instanceof News.Waiting waiting) {
                told = waiting;
            }
        }
    }

    private boolean stands() {
        if (!over && !standing.stands()) {
            end(News.Over.SESSION);
        }
        return !over;
    }

    private static Set<UUID> gone(Set<UUID> then, Set<UUID> now) {
        return then.stream().filter(id -> !now.contains(id)).collect(Collectors.toSet());
    }
}

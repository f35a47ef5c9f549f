// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import dev.cofactor.ground.events.Logged;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What is still to leave the house. Each call is a short transaction of its own: nothing is held while something is sent.
 * Whoever takes a letter has it for a while; if he falls over, somebody else takes it, and its receiver may get it twice.
 */
@Singleton
@Transactional
public class Outgoing {
    private final WaitingRows rows;

    Outgoing(WaitingRows rows) {
        this.rows = rows;
    }

    /**
     * A message that was taken.
     *
     * @param id by which its receiver discards a second copy; the same at every attempt
     * @param recipient a person, a channel, or an address that was somebody's
     * @param message absent, if it is none, or in no form that is known here
     * @param logged of what a channel has subscribed to: the event, and no message
     * @param attempt from 1
     * @param age since it was recorded
     */
    public record Letter(
            UUID id,
            UUID recipient,
            Optional<Message> message,
            Optional<Logged> logged,
            Instant time,
            int attempt,
            Duration age) {}

    /** An address that was a person's. */
    public record Former(UUID person, String address) {}

    /** How it goes no further. */
    public enum End {
        SENT,
        /** It is a notice and nothing else: there is nowhere to send it. */
        KEPT,
        /** Nobody will have it. */
        FAILED
    }

    /** Channels for which something is due, those that do not stand too. */
    public List<UUID> channels() {
        return rows.channelsDue();
    }

    /** How many are on their way, or wait to be tried again. */
    public long waiting() {
        return rows.waiting();
    }

    public boolean isSomebodyDue() {
        return rows.isSomebodyDue();
    }

    public List<Letter> takeOf(UUID channel, int most, Duration lease) {
        return rows.takeOf(channel, most, lease);
    }

    /** What is for people, and for addresses that were theirs. */
    public List<Letter> takeOfPeople(int most, Duration lease) {
        return rows.takeOfPeople(most, lease);
    }

    /** What is for people and goes nowhere: some of it, in one go. @return how many there were */
    public int keep(int most) {
        return rows.keep(most);
    }

    /** @param why how the last attempt went, in a word of a closed list */
    public void end(Letter letter, End how, String why) {
        rows.end(letter.id(), how.name().toLowerCase(Locale.ROOT), why);
        rows.forgetFormer(letter.recipient());
    }

    public void later(Letter letter, Duration wait, String why) {
        rows.later(letter.id(), letter.attempt(), wait, why);
    }

    public Optional<Former> former(UUID recipient) {
        return rows.former(recipient);
    }
}

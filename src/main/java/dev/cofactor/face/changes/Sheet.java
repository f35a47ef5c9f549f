// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.changes;

import dev.cofactor.desk.proposals.Cards.Card;
import dev.cofactor.desk.proposals.Cards.Gained;
import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.desk.weighing.Gain;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.grants.Proposal;
import dev.cofactor.ledger.grants.Proposal.State;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A change in words.
 *
 * @param gains what its author could do and could not before, each a sentence
 * @param decidable whether whoever reads may say yes or no
 */
record Sheet(
        String id,
        String author,
        String state,
        String became,
        String since,
        String until,
        List<String> words,
        List<String> gains,
        boolean open,
        boolean decidable,
        boolean withdrawable) {

    static Sheet of(Card card) {
        Proposal proposal = card.proposal();
        return new Sheet(
                PublicId.CHANGE.of(proposal.id()),
                card.author(),
                state(card),
                became(card),
                proposal.since().truncatedTo(ChronoUnit.SECONDS).toString(),
                proposal.ends().truncatedTo(ChronoUnit.SECONDS).toString(),
                card.words(),
                card.gains().stream().map(Sheet::gain).distinct().toList(),
                card.open(),
                card.open() && !card.own() && !(proposal.state() == State.CONFIRMED && card.forAuthor()),
                card.open() && card.own());
    }

    private static String gain(Gained gained) {
        Gain gain = gained.gain();
        String to = gained.to().orElse("something you may not see");
        return switch (gain.sort()) {
            case PERSON -> to + " could decide about such changes, and could not any more.";
            case INSTALLATION -> "Could newly " + verb(gain) + ".";
            case UNTOLD -> "There was too much to compare to say what is gained.";
            case SECRET, FOLDER, TEMPLATE -> "Could newly " + verb(gain) + ": " + to + ".";
        };
    }

    private static String verb(Gain gain) {
        return Verb.find(gain.verb()).map(RuleDesk::words).orElse("do more");
    }

    private static String state(Card card) {
        return switch (card.proposal().state()) {
            case WAITING -> card.open() ? "Waits" : "Expired";
            case CONFIRMED -> card.open() ? "Confirmed" : "Expired";
            case APPLIED -> "Done";
            case DECLINED -> "Declined";
            case WITHDRAWN -> "Withdrawn";
            case VOID -> "Void";
        };
    }

    private static String became(Card card) {
        String by = card.by().orElse("somebody");
        return switch (card.proposal().state()) {
            case WAITING ->
                card.open()
                        ? "It waits for another person who may do the same."
                        : "Nobody decided in time, so it is not done.";
            case CONFIRMED ->
                card.forAuthor()
                        ? by + " confirmed it. Its author can now ask for the very same again, once."
                        : by + " confirmed it, and it is not done yet.";
            case APPLIED ->
                card.by().isPresent()
                        ? by + " confirmed it, and it is done."
                        : "It was done at once: for seven days nobody else could have been asked.";
            case DECLINED -> by + " declined it.";
            case WITHDRAWN -> "Its author took it back.";
            case VOID -> "It was confirmed by " + by + " and could not be done any more ("
                    + card.proposal().outcome().why().orElse("") + ").";
        };
    }
}

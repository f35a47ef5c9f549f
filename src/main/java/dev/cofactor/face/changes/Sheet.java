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

    static Sheet of(Card card, ChangesWords words) {
        Proposal proposal = card.proposal();
        return new Sheet(
                PublicId.CHANGE.of(proposal.id()),
                card.author(),
                state(card, words),
                became(card, words),
                proposal.since().truncatedTo(ChronoUnit.SECONDS).toString(),
                proposal.ends().truncatedTo(ChronoUnit.SECONDS).toString(),
                card.words(),
                card.gains().stream()
                        .map(gained -> gain(gained, words))
                        .distinct()
                        .toList(),
                card.open(),
                card.open() && !card.own() && !(proposal.state() == State.CONFIRMED && card.forAuthor()),
                card.open() && card.own());
    }

    private static String gain(Gained gained, ChangesWords words) {
        Gain gain = gained.gain();
        String to = gained.to().orElseGet(words::somethingHidden);
        String verb = Verb.find(gain.verb()).map(RuleDesk::words).orElseGet(words::doMore);
        return switch (gain.sort()) {
            case PERSON -> words.couldDecideNoMore(to);
            case INSTALLATION -> words.couldNewly(verb);
            case UNTOLD -> words.tooMuchToCompare();
            case SECRET, FOLDER, TEMPLATE -> words.couldNewlyOn(verb, to);
        };
    }

    private static String state(Card card, ChangesWords words) {
        return switch (card.proposal().state()) {
            case WAITING -> card.open() ? words.waits() : words.expired();
            case CONFIRMED -> card.open() ? words.confirmed() : words.expired();
            case APPLIED -> words.done();
            case DECLINED -> words.declined();
            case WITHDRAWN -> words.withdrawn();
            case VOID -> words.voided();
        };
    }

    private static String became(Card card, ChangesWords words) {
        String by = card.by().orElseGet(words::somebody);
        return switch (card.proposal().state()) {
            case WAITING -> card.open() ? words.itWaitsForAnother() : words.nobodyDecidedInTime();
            case CONFIRMED ->
                card.forAuthor() ? words.confirmedItsAuthorMayAskAgain(by) : words.confirmedNotDoneYet(by);
            case APPLIED -> card.by().isPresent() ? words.confirmedAndDone(by) : words.doneAtOnce();
            case DECLINED -> words.declinedIt(by);
            case WITHDRAWN -> words.takenBack();
            case VOID ->
                words.confirmedButNotDoable(by, card.proposal().outcome().why().orElse(""));
        };
    }
}

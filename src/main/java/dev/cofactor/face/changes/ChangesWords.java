// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.changes;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/changes_en.properties}. */
@MessageBundle("changes")
interface ChangesWords {
    String aChangeBy(Object author);

    String aChangeBySomebody();

    String whatItDoes();

    String whyItTakesTwo();

    String askedFor();

    String toBeDecidedUntil();

    String confirmOnlyWhatYouHaveSpoken();

    String confirm();

    String decline();

    String proveFirstThatItIsYou();

    String takeItBack();

    String changes();

    String changesForTwo();

    String noChangeWaits();

    String whenSomebodyWouldGiveHimself();

    String somethingHidden();

    String couldDecideNoMore(Object who);

    String couldNewly(Object verb);

    String couldNewlyOn(Object verb, Object what);

    String tooMuchToCompare();

    String doMore();

    String waits();

    String expired();

    String confirmed();

    String done();

    String declined();

    String withdrawn();

    String voided();

    String somebody();

    String itWaitsForAnother();

    String nobodyDecidedInTime();

    String confirmedItsAuthorMayAskAgain(Object by);

    String confirmedNotDoneYet(Object by);

    String confirmedAndDone(Object by);

    String doneAtOnce();

    String declinedIt(Object by);

    String takenBack();

    String confirmedButNotDoable(Object by, Object why);
}

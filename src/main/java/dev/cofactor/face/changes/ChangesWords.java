// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.changes;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/changes_en.properties}. */
@MessageBundle("changes")
interface ChangesWords {
    String aChangeBy(String author);

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

    String couldDecideNoMore(String who);

    String couldNewly(String verb);

    String couldNewlyOn(String verb, String what);

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

    String confirmedItsAuthorMayAskAgain(String by);

    String confirmedNotDoneYet(String by);

    String confirmedAndDone(String by);

    String doneAtOnce();

    String declinedIt(String by);

    String takenBack();

    String confirmedButNotDoable(String by, String why);
}

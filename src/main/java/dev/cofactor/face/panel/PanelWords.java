// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/panel_en.properties}. */
@MessageBundle("panel")
interface PanelWords {
    String takeABackupCode();

    String thereAreNoBackupCodesHere();

    String from();

    String nameLeftOfTotalLeft(String name, int left, int total);

    String oneCodeFewerIsLeftThen();

    String takeOne();

    String backToMySecrets();

    String backupCodeNumber(int number);

    String recordedAsOfLeft(long index, long left, int total);

    String fewAreLeft();

    String recordedAsGoodForSMore(String index, long seconds);

    String keepShowing();

    String getTheCodeAgain();

    String getCode();

    String waitForTheNextOne();

    String theCounterOf(String name);

    String bringTheCounterIntoStep();

    String theNextCode(String moved);

    String theCounterMovesForward();

    String anotherAppOrDevice();

    String typeTwoCodesThatItShows();

    String firstCode();

    String theOneAfterIt();

    String findItsCounter();

    String theSiteSaysWhichCounter();

    String counter();

    String goOnFromThere();

    String isTheSiteBehindInstead();

    String back();

    String whatToDoFirst();

    String backupCodes();

    String besideTheCode();

    String copyName(String name);

    String show();

    String sayWhyFirst();

    String allAboutThisSecret();

    String howItWent();

    String aCode();

    String theOwnersAreTold();

    String youSaidThatTheSiteTook();

    String youSaidThatYouDid();

    String youSaidThatTheSiteRefused();

    String whatToTryNow();

    String getTheNextCode();

    String seeThatTheClock();

    String askTheOwners();

    String theyReadThatYouDo();

    String nothingIsLeftHereBut();

    String failed();

    String thisDidNotWork();

    String unreachable();

    String cofactorCannotBeReached();

    String somebody();

    String somebodyElse();

    String waiter();

    String somebodyWhoWaits();

    String goesOn();

    String nameComesFirst();

    String shownEnough();

    String itWasShownForFiveMinutes();

    String hasNext();

    String nameHasTheNextOne();

    String held();

    String nameHasThisStep();

    String ending();

    String thisStepIsAboutToEnd();

    String othersFirst();

    String othersHaveWaitedForThisStep();

    String keptUntil();

    String shownUntilTime();

    String tookIt();

    String nameTookThisCodeSecondsS();

    String ended();

    String thatCodeHasEnded();

    String endedGoesOn();

    String thatCodeHasEndedThe();

    String nextAt();

    String theNextOneComesAtTime();

    String copied();

    String copiedSentence();

    String copiedFor();

    String copiedValidSecondsSMore();

    String copiedOf();

    String copiedACodeOfName();

    String copiedOfFor();

    String copiedACodeOfNameRecorded();

    String marked();

    String markedCopyItWithYourKeyboard();

    String cleared();

    String theClipboardIsEmpty();

    String noted();

    String notedItIsShownWithThe();

    String recorded();

    String recordedAsIndex();

    String recordedUntil();

    String recordedAsIndexUntilTime();

    String covered();

    String hiddenWhileYouAreElsewhere();

    String granted();

    String youHaveAYes();

    String changed();

    String yourRequestWasAnswered();

    String asked();

    String youHaveAsked();

    String withdrawn();

    String youTookYourRequestBack();

    String notFollowed();

    String theAnswerIsNotLooked();

    String shownFor();

    String shownForHalfAMinute();

    String howDidItGo();

    String theSiteTookIt();

    String theSiteRefusedIt();

    String iDidNotUseIt();

    String putAsideOfUnmarked(Object left, Object total);

    String restored();

    String aCopyOfTheData();

    String leftOfTotalLeft(Object left, Object total);

    String few();

    String thoseThatAreLeftNeedSomebodys();
}

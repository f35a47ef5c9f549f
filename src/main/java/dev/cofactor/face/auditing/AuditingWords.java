// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/auditing_en.properties}. */
@MessageBundle("auditing")
interface AuditingWords {
    String accessReview();

    String takeTheTableAway();

    String whoCouldHaveSomethingOfEach();

    String byTheRulesOfThatMoment();

    String signedOffItIsOnThe();

    String momentUTC();

    String who();

    String partOfAName();

    String where();

    String aws();

    String notUsedFor90Days();

    String look();

    String showAll();

    String rightInAll(long rows, long unused);

    String areWhatYouLookFor(long fitting);

    String secret();

    String mayHave();

    String how();

    String through();

    String last();

    String unused();

    String inAPersonalFolder();

    String aMachine();

    String never();

    String more();

    String signOff();

    String thatYouLookedAtAll(long rows);

    String whatCameOfIt();

    String ifAnything();

    String sha256();

    String nobodyAndNothingLikeThat();

    String nobodyCouldHaveAnything();

    String askForLess();

    String noPolicyGaveAnybodyACode();

    String audit();

    String export();

    String oftenLookedFor();

    String everything();

    String what();

    String outcome();

    String any();

    String done();

    String refused();

    String failed();

    String seenAgain();

    String accountOrService();

    String awsRoot();

    String fromUTC();

    String untilUTC();

    String address();

    String when();

    String on();

    String from();

    String under();

    String older();

    String thatYouRead();

    String nobodyAndNothingByThatName();

    String nothingOfThatKind();

    String nameAnAccountOrAService();

    String askForOtherDays();

    String close();

    String openAsAPage();

    String exportWhatWasFound(boolean any);

    String notOnlyThisPage();

    String tableCSV();

    String jsonLines();

    String toVerifyItWithoutThisServer();

    String theWholeLog();

    String eventIndex(long index);

    String receipt();

    String inShort();

    String namesAreThoseOfToday();

    String allOfTheirs();

    String allAboutIt();

    String editionEdition(String edition);

    String editionEditionInline(String edition);

    String agreedTo();

    String whoAskedForIt();

    String particulars();

    String byTheNamesThey();

    String asRecorded();

    String byteForByteWhatTheLog();

    String allEvents();

    String verifyTheLog();

    String everyEntryIsOpenedAndHeld();

    String runsElsewhereNothingIsChanged();

    String keyOfTheLog();

    String oneLineAsItWasPrinted();

    String thisServerSignsTheLogItself();

    String anotherProcessSignsThisLog();

    String earlierCheckpoint();

    String ifYouKeepOne();

    String theWholeNote();

    String verifyOfferSizeEntries(long offerSize);

    String nothingIsSignedYet();

    String theLogIsSignedEveryFew();

    String elsewhere();

    String aServerThatSaysOfItself();

    String exportTheWholeLog();

    String events();

    String verify();

    String ofEntriesRead(Object checked, Object itSize);

    String checkedOfItSize(Object checked, Object itSize);

    String youMayLeaveThisPage();

    String lookAgain();

    String allEntriesAreAsTheyWere(Object itSize);

    String theLogGoesOnFrom();

    String bodiesThatAreGone();

    String ended();

    String theLogDoesNotHold(Object why);

    String keepAnExportAndYourCheckpoints();

    String theLogCouldNotBeRead();
}

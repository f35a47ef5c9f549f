// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/keeping_en.properties}. */
@MessageBundle("keeping")
interface KeepingWords {
    String editCalled(String called);

    String edit();

    String history();

    String openIt();

    String yourChangesAreKept();

    String itLiesHereNow();

    String itsTagsAreKept();

    String itFollowsTheNewestVersion();

    String theFileIsKept();

    String itIsKnownByThatNow();

    String theSeedHasStopped();

    String done();

    String whatYouTypedStandsHere(String fault, boolean edits);

    String notReadySoItServesNobody();

    String missing();

    String finishIt();

    String whatItHolds();

    String name();

    String description();

    String optional();

    String pathName();

    String scriptsThatAskByThePath();

    String owners();

    String narrowTheList();

    String narrowTheListOfOwners();

    String theyAreToldWhenItsSeed();

    String keepTheChanges();

    String seed();

    String itGivesTheCodes();

    String itServes();

    String othersMayHaveIt();

    String thereIsNoneThatServes();

    String enterAnotherSeed();

    String enterTheSeed();

    String issuerAndAccountItIsKnown();

    String issuer();

    String account();

    String nameItSo();

    String backupCodes();

    String eachWorksOnce();

    String leftOfTotalLeft(int left, int total);

    String few();

    String noneServe();

    String enterBackupCodes();

    String files();

    String sealedEachAtMost400KB();

    String thereIsOne();

    String noneYet();

    String replace();

    String add();

    String tags();

    String policiesMayBeAboutThem();

    String tagsWithBlanksBetween();

    String prodFinance();

    String keep();

    String folder();

    String policiesAreWrittenForFolders();

    String myOwnFolder();

    String move();

    String template();

    String itIsMadeFromVersionOf(int now, String template, int newest);

    String valuesStayWithTheirFields();

    String useVersionNewest(int newest);

    String delete();

    String itCanBeBroughtBack();

    String whatWasDeleted();

    String youMayReadAboutIt();

    String calledOfName(String called, String name);

    String replaceTheFile();

    String addTheFile();

    String theOneThatIsThereStays();

    String aFileMayHaveUp();

    String thisFileIsEmpty();

    String cofactorCannotBeReached();

    String sendingTheFile();

    String dropTheFile();

    String anywhereOnThisPage();

    String chooseAFile();

    String withoutScriptsAFileCannot();

    String notNow();

    String backupCodesOf(String name);

    String codeIsKept(int kept);

    String stoodThereMoreThanOnce(int merged);

    String wordWasTakenForSomethingElse(int ignored);

    String theCodesHaveToBeEntered(String fault);

    String forWord();

    String theCodesAsTheSiteHands();

    String pasteAllOfIt();

    String orTakeThemFromAText();

    String tellMeWhenSoMany();

    String theyTakeThePlaceOfThose();

    String keepTheseCodes();

    String thoseThatAreThere();

    String onlyHowMany();

    String aCopyWasPutBack();

    String fewAre();

    String theSeedOf(String name);

    String theSeedThatServesNow();

    String untilTheNewOneIsProved();

    String stopsAtOnce();

    String stopItAtOnceIfSomebody();

    String startToSetUpAnAuthenticator();

    String useThisKey();

    String stopTheSeedWithoutAnother();

    String fromThenOnNobodyGets();

    String stopTheSeedNow();

    String itGoesInOnceAndNever();
}

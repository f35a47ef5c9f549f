// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.entering;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/entering_en.properties}. */
@MessageBundle("entering")
interface EnteringWords {
    String addASecret();

    String whatKindOfLoginIsIt();

    String anotherTemplate();

    String whatIsSealed(String fault);

    String name();

    String awsRoot();

    String folder();

    String myOwnFolder();

    String aNewFolder();

    String policiesAreWrittenForFolders();

    String newFolder();

    String aws();

    String morePathNameDescriptionTags();

    String pathName();

    String optional();

    String root();

    String howScriptsNameIt();

    String description();

    String tags();

    String prodFinance();

    String wordsWithBlanksBetween();

    String goOn();

    String keepThis();

    String leaveIt();

    String theSeedGoesInOnce();

    String proveTheSeedOf(String name);

    String proveTheSeed();

    String itIsTheVerySeed();

    String itIsShort();

    String itNamesTwoIssuers();

    String itsIssuerIsSteam();

    String itCountsAndDoesNotSay();

    String itAsksForAnUnusualNumber();

    String theVerySameSeedIsKept();

    String itServesNobodyBefore();

    String theCodesMustBeThoseThat();

    String expects();

    String theCodesMustBeThose();

    String account();

    String charactersANewOneEveryS(int digits, String type, int period, String algorithm);

    String theSiteAsksForACode();

    String secondsLeft();

    String typeItThere();

    String theSiteTookIt();

    String itWantsASecondOne();

    String showOneHere();

    String showACode();

    String waitValueS(long waitValue);

    String anAppHasItAlready();

    String codeThatTheAppShowsNow();

    String checkIt();

    String enterAnotherSeed();

    String later();

    String staysAsItIs();

    String showName(Object name);

    String https();

    String atLeastCharacters(Object hint, Object least);

    String emptyIt();

    String thisPictureIsLargerThan15();

    String thisIsNoPicture();

    String thisBrowserCannotDrawThisKind();

    String cofactorCannotBeReached();

    String readingThePicture();

    String thereAreSeveralCodesInIt();

    String code();

    String theLinkYouPasted();

    String theCameraIsNotThere();

    String noCodeWasSeen();

    String holdTheQRCodeBefore();

    String dropAPictureOfTheQR();

    String anywhereOnThisPage();

    String chooseAPicture();

    String useTheCamera();

    String whatTheCameraSees();

    String stopTheCamera();

    String tDDigitsANewOne();

    String tDDigitsCounts();

    String takeAnother();

    String withoutScriptsAPictureCannot();

    String orTypeTheSetupKey();

    String setupKey();

    String orAPicture();

    String jbswY3DPEHPK3PXP();

    String showTheSetupKey();

    String sitesShowItUnderCantScan();

    String advancedWhatTheSiteSaysAbout();

    String kind();

    String lengthWord();

    String period();

    String algorithm();

    String valueDigits(Object value);

    String valueSeconds(Object value);

    String followsTheClockTOTP();

    String countsHOTP();

    String steam();

    String counter();

    String ofOneThatCounts();

    String forATypedKeyAlone();

    String importFromAnotherProgram();

    String importAnExport();

    String nothingIsKeptBefore();

    String withoutScriptsAFileCannot();

    String theExport();

    String ofPicturesSendAll();

    String whoseExport();

    String foundOutByItself();

    String exportOf(String format);

    String itsPassword();

    String onlyIfItIsEncrypted();

    String templateOfAll();

    String lookAtIt();

    String readingTheFile();

    String destroyTheExport();

    String whatIsInIt();

    String ofSoManyAreNew(long fresh, int all);

    String soManyAtOnce(int most);

    String entryNumber(int number);

    String isNew();

    String isThereAlready();

    String itsNameIsTaken();

    String isNotTaken();

    String cannotBeRead();

    String theSameSeedIsIn();

    String leftOut();

    String leftOutPart(String what);

    String theyServeAtOnce();

    String takeThemIn();
}

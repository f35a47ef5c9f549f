// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/self_en.properties}. */
@MessageBundle("self")
interface SelfWords {
    String addOTPApp();

    String youNeedAnAppThatShows(Object readers);

    String timeBased(Object digits, Object period, Object name);

    String aNameForIt();

    String myPhone();

    String showTheKey();

    String notNow();

    String qrCodeWithTheKeyBelow();

    String scanThePictureWithYourApp();

    String copyTheKey();

    String timeBasedAndWhoReadsIt(Object digits, Object period, Object name, Object readers);

    String codeThatTheAppShowsNow();

    String ifTheAppJustShowedIt(Object code);

    String turnItOn();

    String beginAgain();

    String theKeyIsShownHere();

    String apiCredential();

    String itIsShownThisOnce();

    String copyTheCredential();

    String sendItAs();

    String to();

    String itMayDoWhatYouMay(Object credentialHours);

    String backToTheProfile();

    String disableTwoFactor();

    String yourPasswordAloneWillLet(Object appsSize);

    String keepIt();

    String oneTimePassword();

    String yourAppIsSetUp();

    String theAppIsRemoved();

    String twoFactorIsOff();

    String yourRecoveryCodesAreGoodFrom();

    String youHaveNoRecoveryCodes();

    String makeRecoveryCodes();

    String recoveryCodeIsLeft(Object codesLeft);

    String makeNewOnes();

    String beforeTheLastIsGone();

    String app();

    String since();

    String lastUsed();

    String whatToDo();

    String removeLabel(Object label);

    String remove();

    String recoveryCodes();

    String eachStandsInForACode();

    String codesLeftLeft(Object codesLeft);

    String aRuleAsks();

    String youCanAddAnotherApp();

    String removesYourAppsAndRecoveryCodes();

    String noOTPAppYet();

    String anAppOnYourPhoneShows();

    String aRuleAsksYouToSet();

    String removeAnOTPApp();

    String itIsYourOnlyApp();

    String itsCodesAreNotTakenAny();

    String removeTheApp();

    String passkeysAndSecurityKeys();

    String profile();

    String theKeyIsRegistered();

    String theKeyIsRemoved();

    String key();

    String registered();

    String lives();

    String notYet();

    String onSeveralDevices();

    String onOneDevice();

    String noKeyYet();

    String aPasskeyOfThisDevice();

    String registerOrRemove();

    String proveFirstThatItIsYou();

    String proveThatItIsMe();

    String registerAnother();

    String registerAKey();

    String withTwoOfThem();

    String whatYouCallIt();

    String keyOnMyKeyring();

    String thisBrowserCannotUsePasskeys();

    String registeringAKeyNeedsAScript();

    String browsersUsePasskeysOnly();

    String whatWillStop();

    String thisKeyProvesNothingHereAny();

    String itCannotBeBroughtBack();

    String changePassword();

    String currentPassword();

    String newPassword();

    String onceMore();

    String youStaySignedInHere();

    String keepTheOldOne();

    String yourPasswordIsChanged();

    String name();

    String whatOthersSeeInRequests();

    String mail();

    String whatYouAreTold();

    String youGetNoMail();

    String theme();

    String keptInThisBrowserOnly();

    String auto();

    String light();

    String dark();

    String followsYourSystem();

    String password();

    String changingItEndsYourOtherSessions();

    String youAreLinked();

    String signInThereInstead();

    String seeTheLink();

    String link();

    String theAppThatProves();

    String lookAfterIt();

    String yourSecondStepWhenYouSign();

    String forScriptsYouRunYourself(Object credentialHours);

    String makeACredential();

    String sessions();

    String whereYouAreSignedIn();

    String seeYourSessions();

    String thisSession();

    String signedInAs();

    String signOut();

    String theyAreShownThisOnce();

    String recoveryCodesPrinted();

    String copied();

    String copy();

    String recoveryCodesOf();

    String download();

    String print();

    String caseAndDashesDoNotMatter();

    String iHaveSavedThese();

    String goOn();

    String newOnesTakeThePlace(Object codesLeft);

    String eachStandsInForACodeOf();

    String whereYouAreSignedInAnd();

    String session();

    String ends();

    String browserSecondStepMissing();

    String browserBySingleSignOn();

    String browser();

    String thisOne();

    String end();

    String codeOfYourApp();

    String severalAndLast(Object several, Object last);

    String codesAreGoodOnce();
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.engine.otp.Algorithm;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/self_en.properties}. */
@MessageBundle("self")
interface SelfWords {
    String addOTPApp();

    String youNeedAnAppThatShows(String readers);

    String timeBased(int digits, int period, Algorithm algorithm);

    String aNameForIt();

    String myPhone();

    String showTheKey();

    String notNow();

    String qrCodeWithTheKeyBelow();

    String scanThePictureWithYourApp();

    String copyTheKey();

    String timeBasedAndWhoReadsIt(int digits, int period, Algorithm algorithm, String readers);

    String codeThatTheAppShowsNow();

    String ifTheAppJustShowedIt(String code);

    String turnItOn();

    String beginAgain();

    String theKeyIsShownHere();

    String apiCredential();

    String itIsShownThisOnce();

    String copyTheCredential();

    String sendItAs();

    String to();

    String itMayDoWhatYouMay(long credentialHours);

    String backToTheProfile();

    String disableTwoFactor();

    String yourPasswordAloneWillLet(int appsSize);

    String keepIt();

    String oneTimePassword();

    String yourAppIsSetUp();

    String theAppIsRemoved();

    String twoFactorIsOff();

    String yourRecoveryCodesAreGoodFrom();

    String youHaveNoRecoveryCodes();

    String makeRecoveryCodes();

    String recoveryCodeIsLeft(int codesLeft);

    String makeNewOnes();

    String beforeTheLastIsGone();

    String app();

    String since();

    String lastUsed();

    String whatToDo();

    String removeLabel(String label);

    String remove();

    String recoveryCodes();

    String eachStandsInForACode();

    String codesLeftLeft(int codesLeft);

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

    String yourKeyForDisasterBundles();

    String ifYouHoldAShare();

    String forScriptsYouRunYourself(long credentialHours);

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

    String newOnesTakeThePlace(int codesLeft);

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

    String severalAndLast(String several, String last);

    String codesAreGoodOnce();

    String chooseANewPassword();

    String anAdministratorAsksYouForAnother();

    String someoneElseSetTheFirstOne();
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/web_en.properties}. */
@MessageBundle("web")
interface WebWords {
    String welcome();

    String welcomeComma();

    String chooseAPasswordThatOnly();

    String thisLinkIsGoodForAnother(long minutes);

    String newPassword();

    String onceMore();

    String keepThisPassword();

    String orHaveNoPasswordHere();

    String linkWith();

    String thisLinkHasEnded();

    String itWasUsedAlready();

    String signIn();

    String openThisPageAgain();

    String isItYou();

    String somebodyHasToAgree();

    String notOpenToYou();

    String nothingIsHere();

    String tooManyRequests();

    String notReady();

    String notUnderstood();

    String thisDidNotWork();

    String whatYouWereAboutToDoAsksOnceMore();

    String somebodyHasToAgreeFirst();

    String whatYouWereAboutToDoNeeds();

    String thisPageIsNotOpen();

    String yourAccountMayNotSeeIt();

    String theAddressMayBeMistyped();

    String youCanTryAgainNow();

    String moreCameFromHereThanCofactor();

    String secondsS(long seconds);

    String moreCameFromHereTryInAMoment();

    String cofactorIsNotReady();

    String itIsStarting();

    String itIsStartingTryInAMinute();

    String thisWasNotUnderstood();

    String thePageMayHaveBeenOpen();

    String theFaultIsOnTheServer();

    String proveThatItIsYou();

    String seeWhatYouHaveAskedFor();

    String tryAgain();

    String goToTheStart();

    String request();

    String copyRequestId();

    String signedOut();

    String onToName(String name);

    String youAreSignedOutHere();

    String whereYouSignedIn();

    String onTo();

    String youSignInThereAndCome();

    String goOn();

    String thisCodeIsNotRight();

    String theKeyDidNotProveIt();

    String tooManyAttempts();

    String secondStep();

    String thisCodeIsNotRightOr();

    String theKeysAnswerDoesNotFit();

    String tooManyAttemptsTry();

    String useYourPasskeyOrKey();

    String thisBrowserCannotUseYourKey();

    String yourKeyNeedsAScript();

    String codeOfYourApp();

    String logInWithARecoveryCode();

    String notNowSignOut();

    String youCameInByARecovery();

    String thatCodeIsUsedUp(int left);

    String setUpAnotherApp();

    String registerAPasskeyOrSecurityKey();

    String goOnWithout();

    String recoveryCode();

    String thisCodeIsNotRightOrUsed();

    String oneOfTheCodesYouKept();

    String useACodeOfYourApp();

    String setUpASecondFactor();

    String yourAccountNeedsOne();

    String setUpAnOTPApp();

    String nameOrPasswordIsWrong();

    String nameOrPasswordIsWrongSentence();

    String youAreSignedOut();

    String yourSessionHasEnded();

    String name();

    String password();

    String signInWith();

    String whatYouAreAboutToDo();

    String leaveIt();

    String itIsMe();

    String copied();

    String secondsRunDown();

    String stillTooShort();

    String longEnough();

    String bothAreTheSame();

    String notTheSameAsAboveYet();

    String mySecrets();

    String skipToThePage();

    String places();

    String more();

    String signOut();

    String close();

    String oneMoreRequestWaitsForYou();

    String seeWhatWaits();

    String yourRequestWasApproved();

    String seeIt();

    String yourRequestWasRejected();

    String seeWhy();

    String yourRequestDoesNotWaitAny();

    String nobodyWaitsForThisAnyMore();

    String seeHowItStands();

    String yourSessionHasEndedWhat();

    String thisWantsAFreshProof();

    String somebodyElseIsSignedInNow();

    String seeWho();

    String cofactorCannotBeReachedNothing();

    String thisKeyIsRegisteredAlready();

    String noKeyAnswered();

    String thisBrowserDoesNotUseKeys();

    String cofactorCannotBeReached();

    String theKeyDidNotAnswer();

    String thisDidNotWorkSentence();

    String showLabel(Object label);

    String atLeastCharacters(Object least);

    String evaluationTheRootKeyLiesBeside();
}

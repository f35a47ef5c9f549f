// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/shelf_en.properties}. */
@MessageBundle("shelf")
interface ShelfWords {
    String notices();

    String unread();

    String markAsRead();

    String older();

    String nothingToTellYou();

    String whenASeedOfYours();

    String mySecrets();

    String addSecret();

    String namePathUserName();

    String lookForASecret();

    String folder();

    String allFolders();

    String tag();

    String allTags();

    String look();

    String oneSecret();

    String foundSecrets(int found);

    String youMaySeeMoreThan2();

    String oneSecretWhatYouUsedLast(int found, boolean anything);

    String secret();

    String template();

    String state();

    String youUsedIt();

    String whatToDo();

    String openTheSiteOf(String name);

    String openTheSite();

    String copyACodeOf(String name);

    String copyACodeWithoutShowingIt();

    String getCode();

    String finish();

    String backupCode();

    String more();

    String nothingHereSaysThat();

    String tryAPartOfTheName(String folder, String tag);

    String showAll();

    String noSecretsHereYet();

    String theSecondFactorsYouMayUse();

    String addASecret();

    String deletedSecrets();

    String clearClipboard();

    String close();

    String edit();

    String theSeedIsProvedAndServes();

    String theSeedIsProved();

    String itIsKept();

    String notReadyItsSeedIsMissing();

    String login();

    String notGiven();

    String show();

    String shownByAScriptOnly();

    String sealedWord();

    String toSeeWhatIsSealed();

    String sayWhyFirst();

    String afterOneMoreStep();

    String somebodyElseHasToAgree();

    String backupCodes();

    String eachWorksOnce();

    String takeABackupCode();

    String numberNumber(int number);

    String putItBack();

    String lastUse();

    String asTheLogHasIt();

    String tags();

    String policiesMayBeAboutThem();

    String forScripts();

    String aServiceWithAToken();

    String owners();

    String theyAreToldWheneverSomebodyGets();

    String theyAreNotToldWhenSomebody();

    String tellThemNoMore();

    String tellThemEachTime();

    String seed();

    String itGivesTheCodes();

    String enterAnotherSeed();

    String counter();

    String ifTheSiteNoLongerTakes();

    String bringItIntoStep();

    String done();

    String firstSteps();

    String doneOfAllDone(Object done, Object all);

    String putAway();

    String aLoginThatHasASecond();

    String enterItsSeed();

    String enterTheSeed();

    String theQRCodeOrKey();

    String getACode();

    String getTheCode();

    String eachOneIsOnTheLog();

    String protectYourOwnSignIn();

    String setUpAnApp();

    String aSecondStepOfYourOwn();

    String inviteAColleague();

    String inviteSomebody();

    String whomYouShareWith();

    String sayWhoMayUseWhat();

    String chooseAPolicy();

    String outsideTheirOwnFoldersNobodyMay();

    String chooseWhoReadsTheLog();

    String chooseAuditors();

    String nobodyReadsIt();

    String secondsLeft();

    String copy();

    String next();

    String keepShowing();

    String hideWhileIAmElsewhere();

    String howDidItGo();

    String theSiteTookIt();

    String theSiteRefusedIt();

    String notReady();

    String ready();

    String yoursUntil();

    String usesLeft(Object uses);

    String askedOpenUntil();

    String needsApproval();

    String needsAProof();

    String needsAReason();

    String emergenciesOnly();

    String opens();

    String noCodesForYou();

    String onlyMe();
}

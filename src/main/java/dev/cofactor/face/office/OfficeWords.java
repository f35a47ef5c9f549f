// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/office_en.properties}. */
@MessageBundle("office")
interface OfficeWords {
    String resetTheSecondFactorsOf(String name);

    String resetTheSecondFactorsOfAlone();

    String doThisForSomebody();

    String otpAppsPasskeysAndRecoveryCodes();

    String allSessionsAndAPICredentialsEnd();

    String thePasswordStays();

    String thisPersonAndAllAdministrators();

    String accountNameToBeSure();

    String type();

    String resetSecondFactors();

    String keep();

    String makeAGroup();

    String name();

    String platformTeam();

    String itGivesNothingUntilAPolicy();

    String makeTheGroup();

    String notNow();

    String builtIn();

    String members();

    String whoeverIsInvitedStandsHere();

    String whoLeavesHasLostWhat();

    String removeName(String name);

    String remove();

    String nobodyStandsHereYet();

    String addAMember();

    String people();

    String services();

    String groups();

    String add();

    String throughGroups();

    String whoeverStandsInAGroup();

    String policiesGoOnNamingTheSame();

    String rename();

    String allGroups();

    String group();

    String kind();

    String inviteSomebody();

    String annaBerg();

    String whatOthersSeeInRequests();

    String accountName();

    String anna();

    String whatIsTypedToSignIn();

    String optional();

    String makeTheInvitation();

    String invitation();

    String invitationFor();

    String theLinkIsShownThisOnce();

    String copyTheLink();

    String goodUntil();

    String works();

    String onceThen();

    String hasChosenAPassword();

    String handItOver();

    String to();

    String aloneWhereYouKnowWhoReads();

    String openThisPerson();

    String thereIsNoSecondActiveAdministrator();

    String administrators();

    String person();

    String state();

    String none();

    String notHereYet();

    String newInvitationLink();

    String theLinkGivenBeforeIsDead();

    String removedForGood();

    String whatIsLeftBehind();

    String allPeople();

    String policiesAreWrittenForGroups();

    String removeFromName(String name);

    String throughAnotherGroup();

    String inNoGroupBut();

    String somebodyWhoIsSuspendedJoins();

    String addToAGroup();

    String whatOthersSee();

    String manager();

    String whoAnswersForThisPerson();

    String nobody();

    String letBack();

    String groupsPasswordAndFactorsAreAs();

    String suspend();

    String allSessionsAndAPICredentialsEndAt();

    String secondFactors();

    String forSomebodyWhoHasLostApps();

    String leaving();

    String whatIsLeftBehindShowsWhich();

    String whatWillStop();

    String everySessionAndAPICredential();

    String everyApprovalThisPersonCouldGive();

    String tokensOfServicesGoOn();

    String leaveIt();

    String whatWillStopWith();

    String allSessionsAndAPICredentials();

    String everyGroupAndWhatItGave();

    String thePersonalFolderIsLocked();

    String theLogGoesOnNaming();

    String thisPersonWasRemovedAlready();

    String nobodyRemovesHimself();

    String leftBehindBy(String name);

    String leftBehindByAlone();

    String asOf();

    String nothingThatIsKnownHere();

    String besides();

    String whatIsInNoneOfThese();

    String peopleAndGroups();
}

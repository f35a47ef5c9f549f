// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/policies_en.properties}. */
@MessageBundle("policies")
interface PoliciesWords {
    String withdraw();

    String thisIsADraft();

    String putInForce();

    String disable();

    String makeItADraft();

    String copy();

    String testItNow();

    String whoCan();

    String name();

    String operationsFetchCodesBelowAws();

    String thoseItIsAbout();

    String may();

    String ifTheyMay();

    String mayNever();

    String what();

    String who();

    String where();

    String when();

    String from();

    String until();

    String clocksOf();

    String europeBerlin();

    String withoutADayItHolds();

    String onlyFromTheseNetworks();

    String number10200016();

    String onceTheyHave();

    String steppedUpWithin();

    String givenAReasonOfAtLeast();

    String approvalBy();

    String nobody();

    String howManyOfThem();

    String withinInMinutes();

    String goodForInMinutes();

    String goodForSoManyUses();

    String whatElseItAsks();

    String whatElseItAsksAs();

    String asJSONAnObjectWithWhen();

    String savePolicy();

    String leaveIt();

    String editionNumber(long number);

    String editionsFromAndNumber(long from, long number);

    String editions();

    String whatItSaysOtherwiseThanEdition(long from);

    String editionFrom(long from);

    String before();

    String itWasNotThere();

    String sinceThen();

    String itIsWithdrawn();

    String itSaysTheSameAsEdition(long from);

    String policies();

    String everySaveOfThePolicies();

    String compareTwoEditions();

    String compareEdition();

    String with();

    String compare();

    String edition();

    String saved();

    String by();

    String whatChanged();

    String olderOnes();

    String startFromOne();

    String newPolicy();

    String savedAsEdition(long edition);

    String whatNoPolicyAllowsIsRefused();

    String findWhatAPolicySays();

    String find();

    String noPolicySaysThis();

    String allPolicies();

    String policy();

    String effect();

    String whatToDo();

    String denies();

    String requires();

    String allows();

    String draft();

    String disabled();

    String predefined();

    String changeName(String name);

    String change();

    String editionEditionSaved(long edition);

    String allEditions();

    String withdrawName(String name);

    String withdrawThisPolicy();

    String itDecidesNothingNow();

    String fromThenOn();

    String fromThenOnThis();

    String fromThenOnThisIsRefused();

    String itIsOneOfThose();

    String withdrawIt();

    String keepIt();

    String policiesToStartFrom();

    String choose();

    String saveAsDraft();

    String anEmptyOne();

    String eachBecomesADraft();

    String use();

    String narrowTheList();

    String narrowTheListAlone(Object title);

    String whatItSaysAndChanges();

    String theFormStillSaysWhat(Object fault, Object byHand);

    String whatItSays();

    String whatItSaysIsWrittenHere();

    String whatWouldItChange();

    String theSameAsJSON();

    String asProgramsSendItToApi();

    String saveThis();

    String lookAtItInTheForm();

    String aDraftOrOneThatIs();

    String itCouldNotBeSaved(Object fault);

    String askASecondPersonToLet();

    String nobodyGainsAndNobodyLosesAnything();

    String nobodyWasFoundWhoGains();

    String youWouldGainSomethingYourself();

    String gainedGainS(Object gained);

    String lostLoseS(Object lost);

    String thereMayBeMore();

    String you();

    String andMoreMore(Object more);

    String beforeThenAfter(Object before, Object after);

    String forExample();

    String fromAddress(Object address);

    String test();

    String expectations();
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/inquiry_en.properties}. */
@MessageBundle("inquiry")
interface InquiryWords {
    String expectations();

    String asJSON();

    String aTestIsOneQuestion();

    String idsOfGroupsAndFolders();

    String keepThePoliciesToIt();

    String leaveIt();

    String removeIt();

    String fromThenOnNothingHolds();

    String policies();

    String writeATest();

    String sayWhatNeverMayBe();

    String itIsKeptFromNowOn();

    String nothingHoldsThePolicies();

    String whatThePoliciesMustKeepSaying();

    String expectation();

    String kept();

    String broken();

    String notLookedAt();

    String nothingIsExpectedYet();

    String writeDownWhatMustNeverBe();

    String writeTheFirstOne();

    String testThePolicies();

    String wouldSomebodyBeAllowedSomething();

    String would();

    String chooseSomebody();

    String people();

    String services();

    String agents();

    String anAgentActingFor();

    String nobody();

    String atAnotherTime();

    String whenNowIfEmpty();

    String clocksOf();

    String europeBerlin();

    String fromTheAddress();

    String havingProvedWhoHeIsBy();

    String nothing();

    String authenticatorApp();

    String passkey();

    String singleSignOn();

    String password();

    String soManyMinutesBefore();

    String givingAsAReason();

    String andAsATicket();

    String testItNow();

    String theAnswer();

    String askedFor();

    String aProgramWouldBeTold();

    String itOpens();

    String whatItTakes();

    String missing();

    String done();

    String nothingMore();

    String or();

    String policiesThatApply();

    String denies();

    String requires();

    String allows();

    String wouldAllowIt();

    String standsIn();

    String theAnswerIsWrittenHere();

    String whoCan();

    String thoseWhoNeverCan();

    String whoCanQuestion();

    String thereWasMoreToLook(String counts, boolean exact);

    String who();

    String when();

    String how();

    String through();

    String actingFor();

    String always();

    String sometimes();

    String never();

    String notSayExcept(String except);

    String withoutAnyStep();

    String more();

    String nobodyCan();

    String noPolicyLetsAnybodyDoThis();

    String whoCanDoSomething();

    String chooseWhatAndWithWhichSecret();

    String doWhat();

    String withSecrets();

    String lookingAfterTheInstallation();

    String with();

    String aSecret();

    String aFolder();

    String pathOrId();

    String awsProdRoot();

    String folder();
}

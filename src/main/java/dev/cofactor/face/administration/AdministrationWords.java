// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/administration_en.properties}. */
@MessageBundle("administration")
interface AdministrationWords {
    String administration();

    String lookAgain();

    String theMailServerTookTheTest();

    String thisServerAt();

    String othersMayBeInAnotherState();

    String mail();

    String aTestGoesToTheAddress();

    String noneIsSetUp();

    String andWhatGoesWithItSet();

    String sendMeATest();

    String thereIsNoMailAddressBeside();

    String channelsWorkWithoutIt();

    String addAChannel();

    String channels();

    String kind();

    String name();

    String securitysCollector();

    String whereItLeads();

    String httpsCollectorExampleOrgCofactor();

    String aURLOrForMailAn();

    String addTheChannel();

    String notNow();

    String removedNothingIsToldThereAnd();

    String test();

    String saysThatNothingHasHappened();

    String sendATest();

    String policiesGoOnNamingTheSame();

    String rename();

    String switchOffOrRemove();

    String switchOnOrRemove();

    String switchedOffWhatIsToBe();

    String switchOff();

    String switchOn();

    String remove();

    String allChannels();

    String whatWillStop();

    String nothingIsToldThereAnyMore();

    String whatAPolicyWouldHaveTold();

    String keepIt();

    String channel();

    String since();

    String state();

    String noChannelsYet();

    String aPolicyCanHaveItTold();

    String signingSecret();

    String itIsShownThisOnce();

    String copyTheSecret();

    String byItWhoeverReceivesKnows();

    String iHaveCopiedIt();

    String destroyAVersion();

    String destroyVersionOf(int number, String title);

    String keys();

    String whatNeverOpensAgain();

    String whateverWasSealedUnder();

    String rowsThatNameItStill(long rows);

    String nothingThatIsInTheDatabase();

    String itGoesAWeekAfter();

    String type();

    String destroyIt();

    String aKeyTurnsInFourSteps();

    String version();

    String rows();

    String whatToDo();

    String destroy();

    String rowsNameAKeyThatNever(long unknown);

    String number1Of2RowsAreUnder();

    String someRowsDoNotMove();

    String itDidNotGoOn();

    String ofRowsAreUnderVersion(long done, long all, int inUse);

    String doneOfAll(long done, long all);

    String moveTheRest();

    String allRowsAreUnderVersion(long all, int inUse);

    String noRowIsUnderItYet();

    String promoteVersionWaiting(int waiting);

    String addAVersion();

    String rootKeys();

    String aboveAllOtherKeys();

    String keysKeys(long keys);

    String thisServers();

    String dropFingerprint(String fingerprint);

    String drop();

    String giveThisServerTheNextRoot();

    String putEveryKeyUnderItToo();

    String makeItTheOwnOne();

    String aWeekLater();

    String promoteVersionOf(int waiting, String title);

    String fromNowOnItSeals();

    String promote();

    String rowsThatStay();

    String rowsWereMovedUnderVersion(long moved, int version, long left);

    String allKeys();

    String dropARootKey();

    String whatStopsWorking();

    String aServerThatIsStillStarted(long keys);

    String thisDatabaseWithThatRootKey();

    String backupsFromBeforeKeepWhat();

    String typeItsFingerprint();

    String dropIt();

    String nextRootKey();

    String itsFingerprintIs();

    String everyKeyWasOpenedWithBoth();

    String keysOpenWith(int fitting);

    String keysAreNotUnderItYet(int missingSize);

    String noneIsMissing();

    String keysOpenToOtherBytes(int unfitSize);

    String noneOpensToAnythingElse();

    String putEveryKeyUnderIt();

    String itIsWhole();

    String makeItWith();

    String giveItToThisServerAs();

    String andStartItAnew();

    String condition();

    String disasterBundles();

    String whatIsTold();

    String whatPoliciesHaveToldAnd();

    String eventsOfTheLog();

    String messages();

    String aNewOneIsShownOnce();

    String makeAnother();

    String eachSuchEventIsTold();

    String toldWhenItIsRecorded();

    String tellThese();

    String whatWasSent();

    String recorded();

    String sendAgain();

    String nothingWasToldThereYet();

    String toTheChannel();
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/consent_en.properties}. */
@MessageBundle("consent")
interface ConsentWords {
    String approvals();

    String access();

    String decidedBy();

    String askedBy();

    String reason();

    String decideBy();

    String asked();

    String state();

    String nobodyYet();

    String none();

    String older();

    String nobodyWaitsForYou();

    String whenSomebodyAsksForAccess();

    String youHaveAskedForNothing();

    String whereACodeNeedsSomebodysYes();

    String goToMySecrets();

    String nothingIsDecidedYet();

    String whatWasAsked();

    String nothingStandsInTheWay();

    String goOn();

    String backToMySecrets();

    String theSecretIsNotThereAny();

    String itIsNotWhat();

    String isNow();

    String whatIsAsked();

    String readItBeforeYouDecide();

    String asItWasAsked();

    String by();

    String through();

    String inItsRun();

    String andInNoOther();

    String to();

    String secret();

    String template();

    String onTheLog();

    String noneWasGiven();

    String ticket();

    String from();

    String decide();

    String aYesCountsOnce();

    String approveOnce();

    String oneUseWithin(String time);

    String approveFor();

    String uses();

    String minutes();

    String reasonToRejectIt();

    String readsIt();

    String reject();

    String proveThatItIsYou();

    String whoDecides();

    String yes();

    String no();

    String could();

    String andMoreMore(int more);

    String nobodyIsNamed();

    String before();

    String whatWasAskedFor();

    String withdraw();

    String whoeverWasAskedIsTold();

    String withdrawTheRequest();

    String endIt();

    String whatWasGivenEnds();

    String endThisAccess();

    String getIt();

    String emergencies();

    String somebodyTookAccessWithoutWaiting();

    String brokeTheGlass(String what);

    String when();

    String used();

    String whatCameOfIt();

    String closeTheReview();

    String noEmergencyWaitsForALook();

    String whereAPolicyLetsSomebodyTake();

    String toDecide();

    String myRequests();

    String history();

    String atLeastCharacters(Object least);

    String whoeverDecidesReadsIt();

    String itLooksLike();

    String whereIsAnything();

    String toAsk();

    String openTheRequest();

    String withdrawIt();

    String askAgain();

    String askForAccess();

    String emergencyTakeItWithoutWaiting();

    String breakTheGlass();
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.bundling;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/bundling_en.properties}. */
@MessageBundle("bundling")
interface BundlingWords {
    String disasterBundles();

    String administration();

    String proposeABundle();

    String whatABundleIs();

    String bundle();

    String proposedBy();

    String agreedToBy();

    String opensWith();

    String secrets();

    String state();

    String someOfAll(int threshold, int holders);

    String handedOut();

    String notFetchedYet();

    String noBundlesYet();

    String registerKeysFirst();

    String keysOfHolders();

    String eachMakesHisOwn();

    String since();

    String nobodyHasRegisteredOne();

    String yourOwnKey();

    String usesWereNew(String taken);

    String agreed();

    String twoPeople();

    String handedOutTo();

    String fetchIt();

    String onceAndNeverAgain();

    String sealAndFetchIt();

    String holders();

    String anySoManyOpenIt(int threshold, int holders);

    String asTheyWereAgreedOn();

    String code();

    String backupCodes();

    String uses();

    String handInTheList();

    String secret();

    String opened();

    String when();

    String whatToDo();

    String backupCodeNumber(int number);

    String overwriteTheSeedOf(String path);

    String overwriteTheSeed();

    String nothing();

    String theListOfUses();

    String allOfTheFile();

    String handItIn();

    String aSecondPersonAgrees();

    String name();

    String nothingToSeal();

    String seedsThatCountAreNotThere();

    String andAllInAFolder();

    String noFolder();

    String compareTheFingerprints();

    String howManyOpenIt();

    String proposeIt();

    String notNow();

    String profile();

    String theKeyThatStandsHere();

    String sharesAreSealedToIt();

    String takeItBack();

    String anotherKey();

    String register();

    String makeItWhereYouKeepIt();

    String theLineItPrints();
}

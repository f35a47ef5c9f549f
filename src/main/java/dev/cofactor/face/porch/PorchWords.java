// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.porch;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/porch_en.properties}. */
@MessageBundle("porch")
interface PorchWords {
    String doesNotAnswer(String provider);

    String notSignedIn();

    String nobodyIsLinked();

    String youSignedInAt();

    String butNobodyWhoMayCome();

    String fromThereIfYouHaveA();

    String linkedAlready();

    String thatAccountAt();

    String isLinkedAlready();

    String doesNotAnswerInline();

    String tryAgainInAMoment();

    String thisLinkHasEnded();

    String itWasUsedAlready();

    String letNobodyIn();

    String theAnswerFrom();

    String doesNotBelongToASign();

    String profile();

    String signIn();

    String youAreLinked();

    String signsYouInHere();

    String password();

    String sessionsThat();

    String openedEndWithTheLink();

    String endTheLink();

    String keepIt();

    String whoeverSignsInAt();

    String withTheAccountYouChooseThere();

    String link();

    String notNow();
}

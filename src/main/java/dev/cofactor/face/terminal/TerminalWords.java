// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages of this room say; in English in {@code messages/terminal_en.properties}. */
@MessageBundle("terminal")
interface TerminalWords {
    String signATerminalIn();

    String yourTerminalIsIn();

    String theTerminalStaysOut();

    String tooManyTries();

    String secondsS(long seconds);

    String aFactorIsNeeded();

    String secondFactors();

    String typeWhatItShows();

    String codeOfTheTerminal();

    String goOn();

    String leaveIt();

    String onlyIfYouStartedIt();

    String letItIn();

    String whatItSaysItIs();

    String askedFrom();

    String thisComputersAddress();

    String notThisComputersAddress();

    String askedAt();

    String itWillBeYou();

    String nobodyFromUsAsks();

    String yesItIsMine();

    String noKeepItOut();
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** For tests only, and not whole: what it does not say is said in English. */
@Localized("de")
interface WebWordsInGerman extends WebWords {
    @Message("Anmelden")
    @Override
    String signIn();

    @Message("Passwort")
    @Override
    String password();

    @Message("{label} zeigen")
    @Override
    String showLabel(Object label);

    @Message("Hier ist nichts")
    @Override
    String nothingIsHere();
}

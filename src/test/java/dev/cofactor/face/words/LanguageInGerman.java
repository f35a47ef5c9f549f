// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.words;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** For tests only: that a second language would work. Whoever runs Cofactor has none. */
@Localized("de")
interface LanguageInGerman extends Language {
    @Message("de")
    @Override
    String tag();
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.Message;

/** For tests only, and not whole: what it does not say is said in English. */
@Localized("de")
interface SelfWordsInGerman extends SelfWords {
    @Message("{label} entfernen")
    @Override
    String removeLabel(String label);

    @Message("{#if codesLeft == 1}Ein Code ist übrig{#else}{codesLeft} Codes sind übrig{/if}.")
    @Override
    String recoveryCodeIsLeft(int codesLeft);

    @Message("Die Codes gelten erst, wenn du sagst, dass du sie aufbewahrst.")
    @Override
    String codesAreGoodOnce();
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.words;

import io.quarkus.qute.i18n.MessageBundle;

/** What a language says of itself. Pages can be read in those that do. */
@MessageBundle("language")
interface Language {
    /** As in {@code lang="…"}. */
    String tag();
}

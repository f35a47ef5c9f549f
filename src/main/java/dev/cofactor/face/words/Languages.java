// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.words;

import io.quarkus.qute.i18n.Localized;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages the pages are written in, and which of them somebody reads best. */
@Singleton
public class Languages {
    /** What the messages' first file is written in, and what is read where nothing better is there. */
    static final Locale FIRST = Locale.ENGLISH;

    /** What browsers send is shorter; nobody's longer list is worth the reading. */
    private static final int LONGEST = 300;

    private final List<Locale> known;

    Languages(@Any Instance<Language> bundles) {
        this.known = bundles.handlesStream()
                .flatMap(bundle -> bundle.getBean().getQualifiers().stream())
                .filter(Localized.class::isInstance)
                .map(of -> Locale.forLanguageTag(((Localized) of).value()))
                .distinct()
                .toList();
    }

    /** @param accepted the header {@code Accept-Language}, or nothing */
    public Locale best(Optional<String> accepted) {
        return best(accepted, known);
    }

    static Locale best(Optional<String> accepted, Collection<Locale> known) {
        return accepted.filter(header -> header.length() <= LONGEST)
                .map(Languages::wishes)
                .map(wishes -> Locale.lookup(wishes, known))
                .orElse(FIRST);
    }

    /** The dearest first. Who sends what is no such list is told nothing of it, and reads English. */
    private static List<Locale.LanguageRange> wishes(String header) {
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(wish -> wish.getWeight() > 0)
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}

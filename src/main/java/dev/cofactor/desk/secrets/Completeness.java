// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.gate.Done;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.CatalogueEdits.NewSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft serves as soon as it has all that its template requires, whoever brings the last of it; and not before. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Completeness {
    private final Contents contents;
    private final CatalogueEdits edits;

    Completeness(Contents contents, CatalogueEdits edits) {
        this.contents = contents;
        this.edits = edits;
    }

    /** Whole secrets, as parts of a change by a desk above that makes many: nothing of one is there before all of it is. */
    @ApplicationScoped
    public static class Whole {
        private final Filling filling;
        private final Contents contents;
        private final CatalogueEdits edits;
        private final Completeness completeness;
        private final Seals seals;

        Whole(Filling filling, Contents contents, CatalogueEdits edits, Completeness completeness, Seals seals) {
            this.filling = filling;
            this.contents = contents;
            this.edits = edits;
            this.completeness = completeness;
            this.seals = seals;
        }

        /** One whose values are sealed, and which is not stored yet. */
        public static final class Ready {
            private final NewSecret made;
            private final TemplateVersion version;
            private final Filling.Filled filled;

            private Ready(NewSecret made, TemplateVersion version, Filling.Filled filled) {
                this.made = made;
                this.version = version;
                this.filled = filled;
            }
        }

        /** @param fields by name or id; what is in them is overwritten here */
        public Ready ready(NewSecret made, TemplateVersion version, Map<String, @Nullable Entered> fields) {
            return new Ready(made, version, filling.fill(made.id(), version, fields));
        }

        /**
         * Under the head's lock.
         *
         * @param seed puts in what goes in elsewhere, before it is looked at whether the secret serves
         */
        public void add(Ready ready, Set<UUID> owners, UUID actor, Done.Moment at, Runnable seed) {
            UUID id = ready.made.id();
            edits.add(ready.made, Entrance.moment(at));
            edits.own(id, owners, Entrance.moment(at));
            contents.write(id, ready.filled, actor, at);
            seed.run();
            completeness.settle(id, ready.version);
            seals.seal(id);
            contents.forget();
        }
    }

    /** Part of a change of what is no trash, after what it adds. @return whether the secret serves now */
    public boolean settle(UUID secret, TemplateVersion version) {
        boolean complete = contents.missing(secret, version).isEmpty();
        if (complete) {
            edits.activate(secret);
        }
        return complete;
    }
}

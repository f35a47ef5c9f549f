// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

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

    /** Part of a change of what is no trash, after what it adds. @return whether the secret serves now */
    public boolean settle(UUID secret, TemplateVersion version) {
        boolean complete = contents.missing(secret, version).isEmpty();
        if (complete) {
            edits.activate(secret);
        }
        return complete;
    }
}

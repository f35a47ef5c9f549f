// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import dev.cofactor.desk.insight.Supposed.On;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.enterprise.context.ApplicationScoped;

/** What something would be done to. What lies in a personal folder is as if it were not there: it is its owner's alone. */
@ApplicationScoped
class Grounds {
    private final Catalogue catalogue;
    private final Folders folders;

    Grounds(Catalogue catalogue, Folders folders) {
        this.catalogue = catalogue;
        this.folders = folders;
    }

    /** As this caller would see it. */
    Sight find(On on, Caller caller) {
        return switch (on) {
            case On.Secret secret -> Sight.of(secret(secret.pathOrId()), caller);
            case On.Folder folder -> Sight.of(folder(folder.pathOrId()), caller);
            case On.Installation installation -> Admission.rules();
        };
    }

    private Placed secret(String pathOrId) {
        return catalogue
                .find(pathOrId)
                .filter(secret -> secret.personalOf().isEmpty())
                .orElseThrow(Callers::notFound);
    }

    private Folder folder(String pathOrId) {
        return folders.find(pathOrId).filter(Goals::isShared).orElseThrow(Callers::notFound);
    }
}

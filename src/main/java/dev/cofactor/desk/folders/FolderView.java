// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.folders;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The folders in which somebody may see or edit something, with those on the way there. */
@ApplicationScoped
public class FolderView {
    private static final int AT_A_TIME = 1_000;

    private final Gate gate;
    private final Folders folders;
    private final Catalogue catalogue;

    FolderView(Gate gate, Folders folders, Catalogue catalogue) {
        this.gate = gate;
        this.folders = folders;
        this.catalogue = catalogue;
    }

    public List<Folder> of(Caller caller) {
        View view = gate.view(caller);
        List<Folder> all = folders.all();
        Set<UUID> seen = new HashSet<>();
        for (Folder folder : all) {
            if (isSeen(view, Sight.of(folder, caller))) {
                seen.addAll(folder.itselfAndAbove());
            }
        }
        if (seen.size() < all.size()) {
            addWhereSecretsAreSeen(caller, view, seen);
        }
        return all.stream().filter(folder -> seen.contains(folder.id())).toList();
    }

    /** That somebody asked for what he may not see is on the log before he is told that there is nothing. */
    Folder one(Caller caller, UUID folder) {
        return of(caller).stream()
                .filter(found -> found.id().equals(folder))
                .findFirst()
                .orElseThrow(() -> {
                    Details why = Details.none()
                            .with(Name.VERB, Verb.SECRET_LIST.code())
                            .with(Name.CODE, "not-found");
                    gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED).saying(why));
                    return FolderDesk.notFound();
                });
    }

    private static boolean isSeen(View view, Sight sight) {
        return view.shows(sight.target()) || view.may(Verb.FOLDER_EDIT, sight.target());
    }

    /** A policy may be about a single secret, a tag or a template: then no folder says so. */
    private void addWhereSecretsAreSeen(Caller caller, View view, Set<UUID> seen) {
        Catalogue.Wanted wanted = Catalogue.Wanted.all(AT_A_TIME);
        List<Placed> page = catalogue.list(wanted);
        while (!page.isEmpty()) {
            for (Placed secret : page) {
                boolean news = !seen.contains(secret.folders().getFirst());
                if (news && view.shows(Sight.of(secret, caller).target())) {
                    seen.addAll(secret.folders());
                }
            }
            wanted = wanted.after(page.getLast().secret());
            page = page.size() < AT_A_TIME ? List.of() : catalogue.list(wanted);
        }
    }
}

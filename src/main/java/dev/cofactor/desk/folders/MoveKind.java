// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.folders;

import dev.cofactor.desk.proposals.Kind;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A folder moved to where its author may do more with what lies in it. */
@ApplicationScoped
class MoveKind implements Kind {
    private final FolderDesk desk;
    private final Folders folders;

    MoveKind(FolderDesk desk, Folders folders) {
        this.desk = desk;
        this.folders = folders;
    }

    @Override
    public String word() {
        return FolderDesk.MOVED;
    }

    @Override
    public Verb verb() {
        return Verb.FOLDER_EDIT;
    }

    @Override
    public Optional<Sight> look(Proposed change, Caller caller) {
        return desk.look(change, caller);
    }

    @Override
    public List<String> words(Proposed change) {
        String into = change.text(FolderDesk.INTO);
        return List.of("The folder " + path(change.id(FolderDesk.FOLDER)) + " moves "
                + (into.isEmpty() ? "to the top." : "into " + path(UUID.fromString(into)) + "."));
    }

    private String path(UUID folder) {
        return folders.find(folder).map(Folder::path).orElse("that is gone");
    }

    @Override
    public void apply(Proposed change, Caller by) {
        desk.move(by, change);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.proposals.Kind;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.desk.secrets.Entrance.Wish;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Moves and tags that let their author do more with a secret. */
final class PlaceKinds {
    private PlaceKinds() {}

    /** Into another folder. */
    @ApplicationScoped
    static class Moved implements Kind {
        private final PlaceDesk desk;
        private final Catalogue catalogue;
        private final Folders folders;

        Moved(PlaceDesk desk, Catalogue catalogue, Folders folders) {
            this.desk = desk;
            this.catalogue = catalogue;
            this.folders = folders;
        }

        @Override
        public String word() {
            return PlaceDesk.MOVED;
        }

        @Override
        public Verb verb() {
            return Verb.SECRET_MOVE;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return desk.moving(change, wish(change, caller, verb(), EventClass.SECRET_MOVED));
        }

        @Override
        public List<String> words(Proposed change) {
            String into = folders.find(change.text(PlaceDesk.INTO)).map(Folder::path).orElse("a folder that is gone");
            return List.of("The secret " + path(catalogue, change) + " moves into " + into + ".");
        }

        @Override
        public void apply(Proposed change, Caller by) {
            desk.move(by, change);
        }
    }

    /** With other tags. */
    @ApplicationScoped
    static class Tagged implements Kind {
        private final PlaceDesk desk;
        private final Catalogue catalogue;

        Tagged(PlaceDesk desk, Catalogue catalogue) {
            this.desk = desk;
            this.catalogue = catalogue;
        }

        @Override
        public String word() {
            return PlaceDesk.TAGGED;
        }

        @Override
        public Verb verb() {
            return Verb.SECRET_TAG;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return desk.tagging(change, wish(change, caller, verb(), EventClass.SECRET_TAGGED));
        }

        @Override
        public List<String> words(Proposed change) {
            String tags = change.text(PlaceDesk.TAGS);
            return List.of("The secret " + path(catalogue, change)
                    + (tags.isEmpty() ? " has no tags any more." : " has these tags and no others: " + tags + "."));
        }

        @Override
        public void apply(Proposed change, Caller by) {
            desk.tag(by, change);
        }
    }

    /** Brought back to another place than it was in: its author asks again for the very same once it was agreed to. */
    @ApplicationScoped
    static class Restored implements Kind {
        private final PlaceDesk desk;
        private final Catalogue catalogue;

        Restored(PlaceDesk desk, Catalogue catalogue) {
            this.desk = desk;
            this.catalogue = catalogue;
        }

        @Override
        public String word() {
            return PlaceDesk.RESTORED;
        }

        @Override
        public Verb verb() {
            return Verb.SECRET_DELETE;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return desk.restoring(change, wish(change, caller, verb(), EventClass.SECRET_RESTORED));
        }

        @Override
        public List<String> words(Proposed change) {
            String path = catalogue.findDeleted(change.id(PlaceDesk.SECRET)).map(Placed::path).orElse("that is gone");
            return List.of("The secret " + path + " is brought back, into another folder.");
        }

        @Override
        public boolean isForItsAuthor() {
            return true;
        }

        @Override
        public void apply(Proposed change, Caller by) {
            throw new IllegalStateException("whoever asked for it asks again");
        }
    }

    private static Wish wish(Proposed change, Caller caller, Verb verb, EventClass kind) {
        return new Wish(caller, verb, kind, change.id(PlaceDesk.SECRET));
    }

    private static String path(Catalogue catalogue, Proposed change) {
        return catalogue.find(change.id(PlaceDesk.SECRET)).map(Placed::path).orElse("that is gone");
    }
}

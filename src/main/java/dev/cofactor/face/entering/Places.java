// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.entering;

import dev.cofactor.desk.folders.FolderDesk;
import dev.cofactor.desk.folders.FolderView;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Slug;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The folders in which a secret can be put, as a list to choose from, and what was chosen. */
@Singleton
public class Places {
    /** Where the reader's own folder is meant, which may not be there yet. */
    static final String OWN = "own";

    /** Where the folder's name stands in a field of its own. */
    private static final String FRESH = "new";

    private static final int LONGEST_SLUG = 63;

    private final FolderView folders;
    private final FolderDesk desk;

    Places(FolderView folders, FolderDesk desk) {
        this.folders = folders;
        this.desk = desk;
    }

    /** @param name its path; empty for one's own */
    public record Option(String id, String name, boolean chosen) {}

    /** For a secret that is not there yet: one's own is always offered. */
    List<Option> toAdd(Caller caller, View view, String chosen) {
        List<Option> places = new ArrayList<>();
        places.add(new Option(OWN, "", chosen.equals(OWN)));
        places.addAll(shared(caller, view, Verb.SECRET_CREATE, chosen));
        return places;
    }

    /** For one that lies somewhere. */
    public List<Option> toMove(Caller caller, View view, UUID now) {
        return shared(caller, view, Verb.SECRET_MOVE, PublicId.FOLDER.of(now));
    }

    /** For one that lay somewhere. */
    public List<Option> toRestore(Caller caller, View view) {
        return shared(caller, view, Verb.SECRET_DELETE, "");
    }

    /** Nobody puts anything into the folder of somebody else. */
    private List<Option> shared(Caller caller, View view, Verb verb, String chosen) {
        return folders.of(caller).stream()
                .filter(folder -> folder.personalOf().isEmpty())
                .filter(folder -> view.may(verb, Sight.of(folder, caller).target()))
                .map(folder -> option(folder, chosen))
                .toList();
    }

    private static Option option(Folder folder, String chosen) {
        String id = PublicId.FOLDER.of(folder.id());
        return new Option(id, folder.path(), chosen.equals(id));
    }

    boolean mayMake(View view) {
        return view.may(Verb.FOLDER_EDIT, Target.installation());
    }

    /** By its id; made now, where it is a new one. */
    String chosen(Caller caller, Map<String, String> typed) {
        String chosen = typed.getOrDefault("folder", OWN);
        return switch (chosen) {
            case OWN -> PublicId.FOLDER.of(desk.personal(caller).id());
            case FRESH ->
                PublicId.FOLDER.of(
                        made(caller, typed.getOrDefault("new-folder", "").strip()));
            default -> chosen;
        };
    }

    /** The same before anything is made but one's own: nothing of one that is new. */
    Optional<String> known(Caller caller, String chosen) {
        return chosen.equals(FRESH) ? Optional.empty() : Optional.of(chosen(caller, Map.of("folder", chosen)));
    }

    private UUID made(Caller caller, String name) {
        FolderDesk.Label label =
                new FolderDesk.Label(Optional.of(new Slug(slugOf(name))), Optional.of(DisplayName.of(name)));
        return desk.create(caller, Optional.of(new FolderDesk.Where.Root()), () -> label)
                .id();
    }

    /** A name as a segment of a path, if anything of it can stand there. */
    static String slugOf(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._]+", "-")
                .replaceAll("^[-._]+|[-._]+$", "");
        return plain.length() > LONGEST_SLUG ? plain.substring(0, LONGEST_SLUG) : plain;
    }
}

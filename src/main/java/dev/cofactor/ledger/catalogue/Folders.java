// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The folders. They are of the world: whoever changes them does so in a change at the gate that moves it, so that two
 * changes never see the same tree. Personal folders lie in one of their own, which nobody changes.
 */
@Singleton
@Transactional
public class Folders {
    /** Where everybody's personal folders lie; the id is the same in every installation. */
    public static final UUID PERSONAL = UUID.fromString("00000000-0000-8000-8003-000000000001");

    /** The root is no folder; by this it is named on the log. */
    public static final UUID ROOT = UUID.fromString("00000000-0000-8000-8003-000000000000");

    private final FolderRows rows;
    private final PlaceRows places;

    Folders(FolderRows rows, PlaceRows places) {
        this.rows = rows;
        this.places = places;
    }

    public List<Folder> all() {
        PlaceRows.Tree tree = places.folders();
        Map<UUID, UUID> people = rows.people(tree.ids());
        return tree.ids().stream().map(id -> folder(id, tree, people)).toList();
    }

    public Optional<Folder> find(UUID folder) {
        return places.now(folder).filter(place -> place.folder != null).map(place -> {
            PlaceRows.Tree tree = places.above(Set.of(folder));
            return folder(folder, tree, rows.people(tree.ids()));
        });
    }

    public Optional<Folder> find(SlugPath path) {
        return places.at(path).flatMap(this::find);
    }

    /** By path or id, as a caller writes it; empty for what is neither. */
    public Optional<Folder> find(String pathOrId) {
        return PublicId.FOLDER
                .read(pathOrId)
                .flatMap(this::find)
                .or(() -> SlugPath.find(pathOrId).flatMap(this::find));
    }

    /** Somebody's own, once it was needed. */
    public Optional<Folder> personal(UUID person) {
        return rows.ofPerson(person).flatMap(row -> find(row.id));
    }

    /** @param parent nothing for the root */
    @Transactional(Transactional.TxType.MANDATORY)
    public Folder add(UUID id, Optional<UUID> parent, Slug slug, DisplayName name, Catalogue.Moment at) {
        parent.ifPresent(this::requireRoom);
        if (parent.isPresent() && depth(parent.get()) + 2 > SlugPath.MOST) {
            throw tooDeep();
        }
        return made(
                new FolderRow(id, null, at.time()),
                new PlaceRow.Spot(parent.orElse(null), slug.value(), name.value()),
                at);
    }

    /** Somebody's own folder, under the first free slug that his account's name allows. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Folder addPersonal(UUID id, UUID person, String accountName, Catalogue.Moment at) {
        Slug slug = PersonalSlug.free(accountName, one -> places.isFree(PERSONAL, one));
        return made(new FolderRow(id, person, at.time()), new PlaceRow.Spot(PERSONAL, slug.value(), accountName), at);
    }

    /** Changes no right. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Folder rename(UUID folder, Slug slug, DisplayName name, Catalogue.Moment at) {
        PlaceRow place = changeable(folder);
        places.replace(place, new PlaceRow.Spot(place.parent, slug.value(), name.value()), at);
        return find(folder).orElseThrow();
    }

    /** With all that is in it; may change rights. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Folder move(UUID folder, Optional<UUID> parent, Catalogue.Moment at) {
        PlaceRow place = changeable(folder);
        parent.ifPresent(this::requireRoom);
        List<UUID> above = parent.map(id -> places.above(Set.of(id)).chain(id)).orElse(List.of());
        if (above.contains(folder)) {
            throw new Problem(Problem.Kind.CONFLICT, "folder-circle", "a folder cannot lie in itself");
        }
        if (above.size() + 1 + Math.max(1, places.height(folder)) > SlugPath.MOST) {
            throw tooDeep();
        }
        if (!personOf(folder).equals(parent.flatMap(this::personOf))) {
            throw personal();
        }
        places.replace(place, new PlaceRow.Spot(parent.orElse(null), place.slug, place.name), at);
        return find(folder).orElseThrow();
    }

    /** Only an empty one; its id is never used again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(UUID folder, Catalogue.Moment at) {
        PlaceRow place = changeable(folder);
        if (!places.isEmpty(folder)) {
            throw new Problem(Problem.Kind.CONFLICT, "folder-not-empty", "something still lies in this folder");
        }
        place.end(at.time());
        rows.findByIdOptional(folder).ifPresent(row -> row.deletedAt = at.time());
        rows.flush();
    }

    /** Whether anything may be put there: a folder that stands, and not the one of all personal folders. */
    void requireRoom(UUID folder) {
        if (folder.equals(PERSONAL)) {
            throw personal();
        }
        if (places.now(folder).filter(place -> place.folder != null).isEmpty()) {
            throw notFound();
        }
    }

    /** Into a personal folder things come only from the same person's. */
    void requireReachable(Optional<UUID> from, Optional<UUID> to) {
        if (to.isPresent() && !to.equals(from)) {
            throw personal();
        }
    }

    Optional<UUID> personOf(UUID folder) {
        PlaceRows.Tree tree = places.above(Set.of(folder));
        Map<UUID, UUID> people = rows.people(tree.ids());
        return tree.chain(folder).stream()
                .map(people::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }

    private Folder made(FolderRow row, PlaceRow.Spot spot, Catalogue.Moment at) {
        rows.persist(row);
        rows.flush();
        places.put(PlaceRow.ofFolder(row.id, spot, at));
        return find(row.id).orElseThrow();
    }

    private int depth(UUID folder) {
        return places.above(Set.of(folder)).chain(folder).size();
    }

    /** The folder of personal folders and these themselves stay as they are. */
    private PlaceRow changeable(UUID folder) {
        PlaceRow place = places.now(folder).filter(row -> row.folder != null).orElseThrow(Folders::notFound);
        if (folder.equals(PERSONAL) || PERSONAL.equals(place.parent)) {
            throw personal();
        }
        return place;
    }

    private static Folder folder(UUID id, PlaceRows.Tree tree, Map<UUID, UUID> people) {
        PlaceRow place = Objects.requireNonNull(tree.place(id));
        List<UUID> chain = tree.chain(id);
        return new Folder(
                id,
                Optional.ofNullable(place.parent),
                place.slug,
                place.name,
                tree.path(place.parent, place.slug),
                chain,
                chain.stream().map(people::get).filter(Objects::nonNull).findFirst(),
                place.event);
    }

    private static Problem tooDeep() {
        return new Problem(
                Problem.Kind.CONFLICT, "too-deep", "a path has at most 10 segments, a secret's own included");
    }

    private static Problem personal() {
        return new Problem(Problem.Kind.CONFLICT, "personal-folder", "personal folders stay as they are, and apart");
    }
}

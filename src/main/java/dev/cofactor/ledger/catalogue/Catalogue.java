// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import static java.util.stream.Collectors.toSet;

import dev.cofactor.ground.identity.PublicId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where secrets are. It answers whoever asks: that he may know of what it finds is for the gate to say, before he hears of
 * it.
 */
@Singleton
@Transactional
public class Catalogue {
    private final SecretRows secrets;
    private final PlaceRows places;
    private final FolderRows folders;
    private final LabelRows labels;
    private final Lookups lookups;

    Catalogue(SecretRows secrets, PlaceRows places, FolderRows folders, LabelRows labels, Lookups lookups) {
        this.secrets = secrets;
        this.places = places;
        this.folders = folders;
        this.labels = labels;
        this.lookups = lookups;
    }

    /** A secret, and the code that was last written beside it by {@link CatalogueEdits#seal}. */
    public record Coded(Placed placed, Optional<byte[]> mac) {}

    /** When a change is done, by the database's clock under the head's lock, and which event records it. */
    public record Moment(UUID event, Instant time) {}

    /**
     * Which secrets, in the order they were made in; whoever leaves some out asks for the next ones after the last he got.
     *
     * @param deep also what lies in folders below
     * @param text in name, slug or description, whatever the case; empty for all
     */
    public record Wanted(
            Optional<UUID> below,
            boolean deep,
            Optional<UUID> template,
            Optional<UUID> tag,
            String text,
            Optional<UUID> after,
            int limit) {
        /** All there are, so many at a time. */
        public static Wanted all(int limit) {
            return new Wanted(Optional.empty(), true, Optional.empty(), Optional.empty(), "", Optional.empty(), limit);
        }

        public Wanted below(UUID folder) {
            return new Wanted(Optional.of(folder), deep, template, tag, text, after, limit);
        }

        /** Only what lies in the folder itself. */
        public Wanted shallow() {
            return new Wanted(below, false, template, tag, text, after, limit);
        }

        public Wanted ofTemplate(UUID id) {
            return new Wanted(below, deep, Optional.of(id), tag, text, after, limit);
        }

        public Wanted tagged(UUID id) {
            return new Wanted(below, deep, template, Optional.of(id), text, after, limit);
        }

        public Wanted saying(String some) {
            return new Wanted(below, deep, template, tag, some, after, limit);
        }

        public Wanted after(UUID last) {
            return new Wanted(below, deep, template, tag, text, Optional.of(last), limit);
        }
    }

    /** Not what is deleted. */
    public Optional<Placed> find(UUID secret) {
        return find(List.of(secret)).stream().findFirst();
    }

    /** Not what is deleted. */
    public Optional<Placed> find(SlugPath path) {
        return places.at(path).flatMap(this::find);
    }

    /** By path or id, as a caller writes it; empty for what is neither. */
    public Optional<Placed> find(String pathOrId) {
        return PublicId.SECRET
                .read(pathOrId)
                .flatMap(this::find)
                .or(() -> SlugPath.find(pathOrId).flatMap(this::find));
    }

    /** By path or id, read together with what others look for at this moment; the same as is found otherwise. */
    @Transactional(TxType.NEVER)
    public Optional<Coded> look(String pathOrId) {
        return lookups.look(pathOrId)
                .or(() -> QuarkusTransaction.requiringNew()
                        .call(() -> find(pathOrId).map(placed -> new Coded(placed, mac(placed.secret())))));
    }

    /** Those of these that are there, in the order they were made in. */
    public List<Placed> find(Collection<UUID> ids) {
        return placed(ids, false);
    }

    /** What was deleted and can be brought back, with the place, tags and owners it had. */
    public Optional<Placed> findDeleted(UUID secret) {
        return placed(List.of(secret), true).stream().findFirst();
    }

    /** The same of several: those of these that were. */
    public List<Placed> findDeleted(Collection<UUID> ids) {
        return placed(ids, true);
    }

    public List<Placed> list(Wanted wanted) {
        return find(secrets.ids(wanted));
    }

    /**
     * One of those that lie in the same folder, are made from the same template and carry the same tags; and each of these named
     * ones. To whoever asks about all secrets, the others are like one of them.
     */
    public List<UUID> oneOfEach(Collection<UUID> named) {
        return secrets.oneOfEach(named);
    }

    /** Deleted ones included: they can be brought back, and need it then. */
    public long countOfTemplate(UUID template) {
        return secrets.count("template", template);
    }

    /** The names of all tags. */
    public Map<UUID, String> tags() {
        return labels.tags();
    }

    /** What was last written beside the secret by {@link CatalogueEdits#seal}. */
    public Optional<byte[]> mac(UUID secret) {
        return secrets.findByIdOptional(secret).flatMap(row -> Optional.ofNullable(row.mac));
    }

    /** How many secrets have a code by which key. What is deleted has none. */
    public Map<UUID, Long> codedBy() {
        return secrets.codedBy();
    }

    /** Secrets with a code by this key, in the order of their ids, those after the given one. */
    public List<UUID> codedBy(UUID key, Optional<UUID> after, int limit) {
        return secrets.codedBy(key, after, limit);
    }

    /** The version first: whatever moves while the rest is read, the version is then older than what was found. */
    private List<Placed> placed(Collection<UUID> ids, boolean deleted) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Long> versions = secrets.versions(ids);
        List<PlaceRow> spots = deleted ? places.last(ids) : places.now(ids);
        Map<UUID, SecretRow> rows = secrets.of(ids, deleted);
        if (rows.isEmpty()) {
            return List.of(); // a folder is no secret, and one at the root has nothing above it
        }
        PlaceRows.Tree tree =
                places.above(spots.stream().map(spot -> spot.parent).collect(toSet()));
        Map<UUID, UUID> people = folders.people(tree.ids());
        Map<UUID, Set<UUID>> tags = labels.of(ids, LabelRows.Kind.TAG);
        Map<UUID, Set<UUID>> owners = labels.of(ids, LabelRows.Kind.OWNER);
        List<Placed> found = new ArrayList<>();
        for (PlaceRow spot : spots) {
            @Nullable SecretRow row = rows.get(spot.object);
            if (row != null) {
                List<UUID> chain = tree.chain(spot.parent);
                found.add(new Placed(
                        row.id,
                        tree.path(spot.parent, spot.slug),
                        spot.slug,
                        spot.name,
                        row.description,
                        row.template,
                        row.templateVersion,
                        Placed.State.of(row.state),
                        chain,
                        tags.getOrDefault(row.id, Set.of()),
                        owners.getOrDefault(row.id, Set.of()),
                        chain.stream().map(people::get).filter(Objects::nonNull).findFirst(),
                        row.watched,
                        versions.getOrDefault(row.id, 0L)));
            }
        }
        return found;
    }
}

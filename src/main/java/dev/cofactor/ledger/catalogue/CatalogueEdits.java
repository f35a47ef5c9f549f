// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import dev.cofactor.ground.identity.DisplayName;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Changes what the catalogue says of secrets: part of a change at the gate, whose transaction is open and which moves each
 * secret's row.
 */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class CatalogueEdits {
    private final SecretRows secrets;
    private final PlaceRows places;
    private final Folders folders;
    private final LabelRows labels;

    CatalogueEdits(SecretRows secrets, PlaceRows places, Folders folders, LabelRows labels) {
        this.secrets = secrets;
        this.places = places;
        this.folders = folders;
        this.labels = labels;
    }

    /** A secret that is not there yet. */
    public record NewSecret(
            UUID id,
            UUID folder,
            Slug slug,
            DisplayName name,
            Description description,
            UUID template,
            int templateVersion) {}

    /** It begins as a draft, which serves nobody. */
    public void add(NewSecret made, Catalogue.Moment at) {
        folders.requireRoom(made.folder());
        secrets.persist(
                new SecretRow(made.id(), made.template(), made.templateVersion(), made.description(), at.time()));
        secrets.flush();
        PlaceRow.Spot spot = new PlaceRow.Spot(
                made.folder(), made.slug().value(), made.name().value());
        places.put(PlaceRow.ofSecret(made.id(), spot, at));
    }

    /** Changes no right. */
    public void rename(UUID secret, Slug slug, DisplayName name, Catalogue.Moment at) {
        PlaceRow place = place(secret);
        places.replace(place, new PlaceRow.Spot(place.parent, slug.value(), name.value()), at);
    }

    public void describe(UUID secret, Description description) {
        living(secret).description = description.value();
        secrets.flush();
    }

    /** Into a personal folder only from the same person's. */
    public void move(UUID secret, UUID folder, Catalogue.Moment at) {
        PlaceRow place = place(secret);
        Optional<UUID> from = Optional.ofNullable(place.parent).flatMap(folders::personOf);
        folders.requireRoom(folder);
        folders.requireReachable(from, folders.personOf(folder));
        places.replace(place, new PlaceRow.Spot(folder, place.slug, place.name), at);
    }

    /** It then has these tags and no others. */
    public void tag(UUID secret, Set<UUID> tags, Catalogue.Moment at) {
        living(secret);
        labels.set(secret, tags, LabelRows.Kind.TAG, at);
    }

    /** The tag of this name, made under the given id where there is none. */
    public UUID tagNamed(Slug name, UUID ifNew) {
        return labels.tag(name).orElseGet(() -> {
            labels.addTag(ifNew, name);
            return ifNew;
        });
    }

    /** It then has these owners and no others: people and groups. */
    public void own(UUID secret, Set<UUID> owners, Catalogue.Moment at) {
        living(secret);
        labels.set(secret, owners, LabelRows.Kind.OWNER, at);
    }

    /** Whether its owners are told whenever something of it leaves. */
    public void watch(UUID secret, boolean watched) {
        living(secret).watched = watched;
        secrets.flush();
    }

    /** A draft serves from now on. */
    public void activate(UUID secret) {
        living(secret).state = Placed.State.ACTIVE.word();
        secrets.flush();
    }

    /** A draft again: it serves nobody until it is activated. */
    public void deactivate(UUID secret) {
        living(secret).state = Placed.State.DRAFT.word();
        secrets.flush();
    }

    /** Moves it to another version of its template. */
    public void useVersion(UUID secret, int version) {
        living(secret).templateVersion = version;
        secrets.flush();
    }

    /** Its slug is free from now on; tags and owners stay, its code is of what it was. */
    public void delete(UUID secret, Catalogue.Moment at) {
        SecretRow row = living(secret);
        place(secret).end(at.time());
        row.state = Placed.State.DELETED.word();
        row.deletedAt = at.time();
        row.mac = null;
        secrets.flush();
    }

    /** It is a draft again: whoever brings it back says that it may serve. */
    public void restore(UUID secret, UUID folder, Slug slug, Catalogue.Moment at) {
        SecretRow row =
                secrets.findByIdOptional(secret).filter(SecretRow::isDeleted).orElseThrow(Folders::notFound);
        PlaceRow was = places.last(Set.of(secret)).getFirst();
        folders.requireRoom(folder);
        folders.requireReachable(Optional.ofNullable(was.parent).flatMap(folders::personOf), folders.personOf(folder));
        places.put(was.next(new PlaceRow.Spot(folder, slug.value(), was.name), at));
        row.state = Placed.State.DRAFT.word();
        row.deletedAt = null;
        secrets.flush();
    }

    /** Keeps a code by which an alteration of what belongs to the secret is found out; what it covers is its maker's to say. */
    public void seal(UUID secret, byte[] mac) {
        living(secret).mac = mac.clone();
        secrets.flush();
    }

    /**
     * Puts the code of the same by another key in its place. No change of the secret: its row is not moved.
     *
     * @return false where it has another code by now, or somebody is changing it at this moment
     */
    public boolean reseal(UUID secret, byte[] before, byte[] after) {
        return secrets.recode(secret, before, after);
    }

    private SecretRow living(UUID secret) {
        return secrets.findByIdOptional(secret).filter(row -> !row.isDeleted()).orElseThrow(Folders::notFound);
    }

    private PlaceRow place(UUID secret) {
        living(secret);
        return places.now(secret).orElseThrow(Folders::notFound);
    }
}

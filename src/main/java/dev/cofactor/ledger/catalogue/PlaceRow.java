// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a folder or a secret lies and what it is called, from one change to the next. */
@Entity
@Table(name = "place")
@IdClass(PlaceRow.Key.class)
class PlaceRow {
    @Id
    UUID object;

    @Id
    UUID event;

    @Nullable
    UUID folder;

    @Nullable
    UUID secret;

    @Nullable
    UUID parent;

    String slug;
    String name;
    Instant since;

    @Nullable
    Instant until;

    record Key(UUID object, UUID event) {}

    /** What is called how, and in which folder. */
    record Spot(@Nullable UUID parent, String slug, String name) {}

    @SuppressWarnings("NullAway.Init")
    protected PlaceRow() {} // for Hibernate

    @SuppressWarnings("NullAway.Init")
    private PlaceRow(UUID object, Spot spot, Catalogue.Moment at) {
        this.object = object;
        become(spot);
        this.since = at.time();
        this.event = at.event();
    }

    static PlaceRow ofFolder(UUID folder, Spot spot, Catalogue.Moment at) {
        PlaceRow row = new PlaceRow(folder, spot, at);
        row.folder = folder;
        return row;
    }

    static PlaceRow ofSecret(UUID secret, Spot spot, Catalogue.Moment at) {
        PlaceRow row = new PlaceRow(secret, spot, at);
        row.secret = secret;
        return row;
    }

    Spot spot() {
        return new Spot(parent, slug, name);
    }

    /** The same thing somewhere else, or called otherwise. */
    PlaceRow next(Spot spot, Catalogue.Moment at) {
        return folder == null ? ofSecret(object, spot, at) : ofFolder(object, spot, at);
    }

    void become(Spot spot) {
        parent = spot.parent();
        slug = spot.slug();
        name = spot.name();
    }

    /** The clock may have been set back meanwhile; nothing ends before it began. */
    void end(Instant at) {
        until = at.isBefore(since) ? since : at;
    }
}

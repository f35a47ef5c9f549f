// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Race;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Whoever looks together with others finds what he would find alone, as it is at that moment. */
@QuarkusTest
class LookupsTest {
    private final Catalogue catalogue;
    private final CatalogueEdits edits;
    private final Folders folders;
    private final Shelf shelf;
    private final Newcomers newcomers;

    LookupsTest(Catalogue catalogue, CatalogueEdits edits, Folders folders, Shelf shelf, Newcomers newcomers) {
        this.catalogue = catalogue;
        this.edits = edits;
        this.folders = folders;
        this.shelf = shelf;
        this.newcomers = newcomers;
    }

    private void isFoundAlike(String asked) {
        Optional<Placed> alone = catalogue.find(asked);
        for (int again = 0; again < 2; again++) {
            assertThat(catalogue.look(asked).map(Catalogue.Coded::placed))
                    .as(asked)
                    .isEqualTo(alone);
        }
        alone.ifPresent(
                placed -> assertThat(catalogue.look(asked).orElseThrow().mac().map(List::of))
                        .isEqualTo(catalogue.mac(placed.secret()).map(List::of)));
    }

    @Test
    void allThatDecidesIsFoundAlikeByPathAndById() {
        Folder outer = shelf.folder();
        Folder inner = shelf.folder(outer, "inner");
        UUID secret = shelf.secret(inner, "root");
        UUID bare = shelf.secret(outer, "bare");
        shelf.edit(secret, at -> {
            edits.tag(secret, Set.of(edits.tagNamed(new Slug(Shelf.fresh()), UUID.randomUUID())), at);
            edits.own(secret, Set.of(UUID.randomUUID(), UUID.randomUUID()), at);
            edits.activate(secret);
            return at;
        });
        isFoundAlike(outer.slug() + "/inner/root");
        isFoundAlike(PublicId.SECRET.of(secret));
        isFoundAlike(outer.slug() + "/bare");
        isFoundAlike(PublicId.SECRET.of(bare));
        assertThat(catalogue
                        .look(PublicId.SECRET.of(secret))
                        .orElseThrow()
                        .placed()
                        .tags())
                .hasSize(1);
    }

    @Test
    void whatIsNotThereIsNot() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "gone");
        String path = folder.slug() + "/gone";
        isFoundAlike(path);
        shelf.edit(secret, at -> {
            edits.delete(secret, at);
            return at;
        });
        for (String asked : List.of(
                path,
                PublicId.SECRET.of(secret),
                PublicId.SECRET.of(UUID.randomUUID()),
                folder.slug(),
                folder.slug() + "/never",
                "nowhere/at/all",
                "../" + path,
                path + "/",
                "",
                "x'; select 1; --")) {
            isFoundAlike(asked);
            assertThat(catalogue.look(asked)).as(asked).isEmpty();
        }
    }

    @Test
    void whoseFolderItIsIsFoundTooAndWhereItWentSince() {
        UUID person = newcomers.settled().id();
        Folder own = shelf.change(Moves.WORLD, at -> folders.addPersonal(UUID.randomUUID(), person, Shelf.fresh(), at));
        UUID secret = shelf.secret(own, "mine");
        isFoundAlike(own.path() + "/mine");
        assertThat(catalogue.look(own.path() + "/mine").orElseThrow().placed().personalOf())
                .contains(person);
        Folder elsewhere = shelf.folder();
        shelf.edit(secret, at -> {
            edits.move(secret, elsewhere.id(), at);
            return at;
        });
        isFoundAlike(own.path() + "/mine");
        isFoundAlike(elsewhere.path() + "/mine");
        assertThat(catalogue
                        .look(elsewhere.path() + "/mine")
                        .orElseThrow()
                        .placed()
                        .personalOf())
                .isEmpty();
    }

    @Test
    void aFolderThatMovedOrWasRenamedIsWhereItIsAtOnce() {
        Folder one = shelf.folder();
        Folder other = shelf.folder();
        Folder moving = shelf.folder(one, "moving");
        UUID secret = shelf.secret(moving, "root");
        String id = PublicId.SECRET.of(secret);
        isFoundAlike(one.slug() + "/moving/root");
        shelf.change(Moves.WORLD, at -> folders.move(moving.id(), Optional.of(other.id()), at));
        isFoundAlike(one.slug() + "/moving/root");
        isFoundAlike(other.slug() + "/moving/root");
        assertThat(catalogue.look(id).orElseThrow().placed().folders()).containsExactly(moving.id(), other.id());
        String renamed = Shelf.fresh();
        shelf.change(
                Moves.WORLD, at -> folders.rename(other.id(), new Slug(renamed), new DisplayName("Another name"), at));
        isFoundAlike(other.slug() + "/moving/root");
        isFoundAlike(renamed + "/moving/root");
        assertThat(catalogue.look(id).orElseThrow().placed().path()).isEqualTo(renamed + "/moving/root");
    }

    /** What is remembered of folders must never outlive the answer to the change that moved one. */
    @Test
    void nobodyFindsAFolderWhereItWasBeforeTheMoveWasAnswered() throws Exception {
        Folder one = shelf.folder();
        Folder other = shelf.folder();
        Folder moving = shelf.folder(one, "moving");
        String id = PublicId.SECRET.of(shelf.secret(moving, "root"));
        AtomicReference<UUID> settled = new AtomicReference<>(one.id());
        AtomicInteger turns = new AtomicInteger();
        AtomicInteger stale = new AtomicInteger();
        AtomicInteger looks = new AtomicInteger();
        new Race(6, Duration.ofSeconds(4)).run(caller -> {
            if (caller == 0) {
                UUID to = settled.get().equals(one.id()) ? other.id() : one.id();
                turns.incrementAndGet();
                shelf.change(Moves.WORLD, at -> folders.move(moving.id(), Optional.of(to), at));
                settled.set(to);
                turns.incrementAndGet();
                Thread.sleep(15);
            } else {
                int before = turns.get();
                UUID expected = settled.get();
                UUID found = catalogue.look(id).orElseThrow().placed().folders().getLast();
                if (before % 2 == 0 && turns.get() == before && !found.equals(expected)) {
                    stale.incrementAndGet();
                }
                looks.incrementAndGet();
            }
        });
        assertThat(stale).as("of %d looks", looks.get()).hasValue(0);
        assertThat(turns).hasValueGreaterThan(6);
    }
}

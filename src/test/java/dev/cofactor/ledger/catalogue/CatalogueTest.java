// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.transaction.TransactionRequiredException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueTest {
    private final Catalogue catalogue;
    private final CatalogueEdits edits;
    private final Folders folders;
    private final Shelf shelf;
    private final Roles roles;
    private final Newcomers newcomers;

    CatalogueTest(
            Catalogue catalogue, CatalogueEdits edits, Folders folders, Shelf shelf, Roles roles, Newcomers newcomers) {
        this.catalogue = catalogue;
        this.edits = edits;
        this.folders = folders;
        this.shelf = shelf;
        this.roles = roles;
        this.newcomers = newcomers;
    }

    @Test
    void aSecretIsFoundByItsPathAndByItsIdWithAllThatDecides() {
        Folder outer = shelf.folder();
        Folder inner = shelf.folder(outer, "inner");
        UUID secret = shelf.secret(inner, "root");
        UUID owner = UUID.randomUUID();
        UUID tag = shelf.edit(secret, at -> {
            UUID made = edits.tagNamed(new Slug(Shelf.fresh()), UUID.randomUUID());
            edits.tag(secret, Set.of(made), at);
            edits.own(secret, Set.of(owner), at);
            edits.activate(secret);
            return made;
        });
        Placed found = catalogue.find(outer.slug() + "/inner/root").orElseThrow();
        assertThat(found.secret()).isEqualTo(secret);
        assertThat(found.path()).isEqualTo(outer.slug() + "/inner/root");
        assertThat(found.folders()).containsExactly(inner.id(), outer.id());
        assertThat(found.tags()).containsExactly(tag);
        assertThat(found.owners()).containsExactly(owner);
        assertThat(found.state()).isEqualTo(Placed.State.ACTIVE);
        assertThat(found.personalOf()).isEmpty();
        assertThat(found.version()).isEqualTo(2);
        assertThat(catalogue.find(PublicId.SECRET.of(secret))).contains(found);
        assertThat(catalogue.find(inner.path())).isEmpty();
        assertThat(catalogue.find(outer.slug() + "/root")).isEmpty();
    }

    @Test
    void ofThoseThatAreAlikeOneIsEnoughUnlessItIsNamed() {
        Folder folder = shelf.folder();
        Folder other = shelf.folder();
        UUID first = shelf.secret(folder, "first");
        UUID alike = shelf.secret(folder, "alike");
        UUID named = shelf.secret(folder, "named");
        UUID tagged = shelf.secret(folder, "tagged");
        UUID elsewhere = shelf.secret(other, "elsewhere");
        shelf.edit(tagged, at -> {
            edits.tag(tagged, Set.of(edits.tagNamed(new Slug(Shelf.fresh()), UUID.randomUUID())), at);
            return at;
        });
        List<UUID> alone = List.of(tagged, elsewhere);
        assertThat(catalogue.oneOfEach(Set.of(named)))
                .containsAll(alone)
                .contains(named)
                .satisfiesOnlyOnce(id -> assertThat(id).isIn(first, alike));
        assertThat(catalogue.oneOfEach(Set.of()))
                .containsAll(alone)
                .satisfiesOnlyOnce(id -> assertThat(id).isIn(first, alike, named));
    }

    @Test
    void whatWasBeforeAMoveOrATagIsEndedAndKept() throws SQLException {
        Folder folder = shelf.folder();
        Folder other = shelf.folder();
        UUID secret = shelf.secret(folder, "here");
        shelf.edit(secret, at -> {
            edits.tag(secret, Set.of(edits.tagNamed(new Slug("kept"), UUID.randomUUID())), at);
            return at;
        });
        shelf.edit(secret, at -> {
            edits.move(secret, other.id(), at);
            edits.rename(secret, new Slug("there"), new DisplayName("There"), at);
            edits.tag(secret, Set.of(), at);
            return at;
        });
        assertThat(catalogue.find(secret).orElseThrow().path()).isEqualTo(other.slug() + "/there");
        assertThat(numberOf("place where object = ?", secret)).isEqualTo(2);
        assertThat(numberOf("place where until is not null and object = ?", secret))
                .isEqualTo(1);
        assertThat(numberOf("secret_tag where until is not null and secret = ?", secret))
                .isEqualTo(1);
    }

    @Test
    void aDeletedSecretFreesItsSlugAndComesBackAsADraft() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "gone");
        shelf.edit(secret, at -> {
            edits.delete(secret, at);
            return at;
        });
        assertThat(catalogue.find(secret)).isEmpty();
        assertThat(catalogue.find(folder.slug() + "/gone")).isEmpty();
        Placed was = catalogue.findDeleted(secret).orElseThrow();
        assertThat(was.path()).isEqualTo(folder.slug() + "/gone");
        assertThat(was.folders()).containsExactly(folder.id());
        shelf.secret(folder, "gone");
        assertProblem("slug-taken", () -> restore(secret, folder, "gone"));
        restore(secret, folder, "back");
        assertThat(catalogue.find(secret).orElseThrow().state()).isEqualTo(Placed.State.DRAFT);
        assertThat(catalogue.findDeleted(secret)).isEmpty();
    }

    @Test
    void aDeletedSecretOfAPersonalFolderIsStillThatPersons() {
        Person person = newcomers.invited();
        Folder own = personalOf(person);
        UUID secret = shelf.secret(own, "mine");
        assertThat(catalogue.find(secret).orElseThrow().personalOf()).contains(person.id());
        shelf.edit(secret, at -> {
            edits.delete(secret, at);
            return at;
        });
        assertThat(catalogue.findDeleted(secret).orElseThrow().personalOf()).contains(person.id());
        Folder anothers = personalOf(newcomers.invited());
        assertProblem("personal-folder", () -> restore(secret, anothers, "mine"));
    }

    @Test
    void foldersAndSecretsShareTheNamesOfAFolder() {
        Folder folder = shelf.folder();
        shelf.secret(folder, "one");
        shelf.folder(folder, "two");
        assertProblem("slug-taken", () -> shelf.folder(folder, "one"));
        assertProblem("slug-taken", () -> shelf.secret(folder, "two"));
    }

    @Test
    void theDatabaseRefusesASecondOfOneNameByItself() throws SQLException {
        Folder folder = shelf.folder();
        shelf.secret(folder, "one");
        UUID other = shelf.secret(folder, "other");
        try (Connection server = roles.server()) {
            assertThatThrownBy(() -> Roles.execute(
                            server, "update place set slug = 'one' where object = '" + other + "' and until is null"))
                    .hasMessageContaining("place_slug_is_one");
            assertThatThrownBy(() -> Roles.execute(server, "delete from place where object = '" + other + "'"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void nothingIsLeftOfAChangeThatFails() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "stays");
        long version = catalogue.find(secret).orElseThrow().version();
        assertThatThrownBy(() -> shelf.edit(secret, at -> {
                    edits.rename(secret, new Slug("moved"), new DisplayName("Moved"), at);
                    throw new IllegalStateException("after the work");
                }))
                .hasMessage("after the work");
        Placed found = catalogue.find(secret).orElseThrow();
        assertThat(found.slug()).isEqualTo("stays");
        assertThat(found.version()).isEqualTo(version);
    }

    @Test
    void aSecretLiesInAFolderThatStands() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "one");
        assertProblem("not-found", () -> move(secret, UUID.randomUUID()));
        assertProblem("not-found", () -> move(secret, secret));
        assertProblem("personal-folder", () -> move(secret, Folders.PERSONAL));
        assertProblem(
                "personal-folder",
                () -> move(secret, personalOf(newcomers.invited()).id()));
    }

    @Test
    void nothingIsWrittenOutsideAChange() {
        assertThatThrownBy(() -> edits.activate(UUID.randomUUID()))
                .hasRootCauseInstanceOf(TransactionRequiredException.class);
    }

    private Folder personalOf(Person person) {
        return shelf.change(
                Moves.WORLD, at -> folders.addPersonal(UUID.randomUUID(), person.id(), person.accountName(), at));
    }

    private void move(UUID secret, UUID folder) {
        shelf.edit(secret, at -> {
            edits.move(secret, folder, at);
            return at;
        });
    }

    private void restore(UUID secret, Folder folder, String slug) {
        shelf.edit(secret, at -> {
            edits.restore(secret, folder.id(), new Slug(slug), at);
            return Optional.empty();
        });
    }

    private long numberOf(String rows, UUID id) throws SQLException {
        try (Connection server = roles.server();
                PreparedStatement statement = server.prepareStatement("select count(*) from " + rows)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static void assertProblem(String code, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tree, and finding what lies in it. */
@QuarkusTest
class FoldersTest {
    private static final int ROUNDS = 20;

    private final Folders folders;
    private final Catalogue catalogue;
    private final CatalogueEdits edits;
    private final Shelf shelf;

    FoldersTest(Folders folders, Catalogue catalogue, CatalogueEdits edits, Shelf shelf) {
        this.folders = folders;
        this.catalogue = catalogue;
        this.edits = edits;
        this.shelf = shelf;
    }

    @Test
    void whateverLiesInAFolderMovesWithIt() {
        Folder from = shelf.folder();
        Folder inner = shelf.folder(from, "inner");
        UUID secret = shelf.secret(inner, "deep");
        Folder to = shelf.folder();
        assertThat(move(inner, to).path()).isEqualTo(to.slug() + "/inner");
        Placed moved = catalogue.find(secret).orElseThrow();
        assertThat(moved.path()).isEqualTo(to.slug() + "/inner/deep");
        assertThat(moved.folders()).containsExactly(inner.id(), to.id());
        assertThat(catalogue.find(from.slug() + "/inner/deep")).isEmpty();
    }

    @Test
    void aFolderCannotLieInItself() {
        Folder outer = shelf.folder();
        Folder inner = shelf.folder(shelf.folder(outer, "middle"), "inner");
        CatalogueTest.assertProblem("folder-circle", () -> move(outer, inner));
        CatalogueTest.assertProblem("folder-circle", () -> move(outer, outer));
    }

    @Test
    void twoMovesAtOnceMakeNoCircle() {
        for (int round = 0; round < ROUNDS; round++) {
            Folder one = shelf.folder();
            Folder other = shelf.folder();
            CyclicBarrier together = new CyclicBarrier(2);
            List<String> ended =
                    Stream.of(attempt(together, one, other), attempt(together, other, one)).toList().stream()
                            .map(CompletableFuture::join)
                            .toList();
            assertThat(ended).containsExactlyInAnyOrder("moved", "folder-circle");
            assertThat(folders.all().stream().map(Folder::id)).contains(one.id(), other.id());
        }
    }

    @Test
    void whatWouldHaveAPathOfElevenSegmentsIsRefused() {
        Folder deep = shelf.folder();
        for (int depth = 2; depth <= SlugPath.MOST - 1; depth++) {
            deep = shelf.folder(deep, "d");
        }
        Folder deepest = deep;
        UUID secret = shelf.secret(deepest, "s");
        assertThat(catalogue.find(secret).orElseThrow().path().split("/")).hasSize(SlugPath.MOST);
        CatalogueTest.assertProblem("too-deep", () -> shelf.folder(deepest, "d"));
        Folder other = shelf.folder();
        shelf.secret(shelf.folder(other, "inner"), "s");
        Folder nearly = folders.find(deepest.itselfAndAbove().get(1)).orElseThrow();
        CatalogueTest.assertProblem("too-deep", () -> move(other, nearly));
        CatalogueTest.assertProblem("too-deep", () -> move(shelf.folder(), deepest));
        assertThat(move(shelf.folder(), nearly).itselfAndAbove()).hasSize(SlugPath.MOST - 1);
    }

    @Test
    void onlyAnEmptyFolderIsRemovedAndItsSlugIsFreeAgain() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "in");
        CatalogueTest.assertProblem("folder-not-empty", () -> remove(folder));
        shelf.edit(secret, at -> {
            edits.delete(secret, at);
            return at;
        });
        remove(folder);
        assertThat(folders.find(folder.id())).isEmpty();
        assertThat(catalogue.findDeleted(secret).orElseThrow().folders()).containsExactly(folder.id());
        Folder again = shelf.change(
                Moves.WORLD,
                at -> folders.add(
                        UUID.randomUUID(), Optional.empty(), new Slug(folder.slug()), new DisplayName("Again"), at));
        assertThat(folders.find(folder.slug())).contains(again);
    }

    @Test
    void theFolderOfPersonalFoldersIsForNobodyToChange() {
        Folder personal = folders.find("personal").orElseThrow();
        assertThat(personal.id()).isEqualTo(Folders.PERSONAL);
        CatalogueTest.assertProblem("personal-folder", () -> remove(personal));
        CatalogueTest.assertProblem("personal-folder", () -> move(personal, shelf.folder()));
        CatalogueTest.assertProblem("personal-folder", () -> shelf.folder(personal, "mine"));
        CatalogueTest.assertProblem("personal-folder", () -> move(shelf.folder(), personal));
    }

    @Test
    void secretsAreListedBelowAFolderPageByPage() {
        Folder folder = shelf.folder();
        Folder inner = shelf.folder(folder, "inner");
        List<UUID> made = Stream.of(
                        shelf.secret(folder, "one"), shelf.secret(inner, "two"), shelf.secret(inner, "three"))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
        Catalogue.Wanted all = Catalogue.Wanted.all(2).below(folder.id());
        assertThat(ids(all)).isEqualTo(made.subList(0, 2));
        assertThat(ids(all.after(made.get(1)))).isEqualTo(made.subList(2, 3));
        assertThat(ids(all.shallow())).hasSize(1);
        assertThat(ids(all.saying("THRE"))).hasSize(1);
        assertThat(ids(all.saying("th_ee"))).isEmpty();
        assertThat(ids(all.ofTemplate(UUID.randomUUID()))).isEmpty();
        assertThat(ids(all.tagged(UUID.randomUUID()))).isEmpty();
        assertThat(ids(all.ofTemplate(Shelf.OTP_ONLY))).hasSize(2);
    }

    private List<UUID> ids(Catalogue.Wanted wanted) {
        return catalogue.list(wanted).stream().map(Placed::secret).toList();
    }

    private CompletableFuture<String> attempt(CyclicBarrier together, Folder what, Folder into) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                together.await();
                move(what, into);
                return "moved";
            } catch (Problem e) {
                return e.code();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Folder move(Folder what, Folder into) {
        return shelf.change(Moves.WORLD, at -> folders.move(what.id(), Optional.of(into.id()), at));
    }

    private void remove(Folder folder) {
        shelf.change(Moves.WORLD, at -> {
            folders.remove(folder.id(), at);
            return folder;
        });
    }
}

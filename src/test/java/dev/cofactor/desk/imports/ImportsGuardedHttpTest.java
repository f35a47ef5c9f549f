// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may not, who comes at the same moment, and what is left when something fails in the middle. */
@QuarkusTest
class ImportsGuardedHttpTest {
    private final Enrolling enrolling;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;
    private final Roles roles;
    private final Told told;
    private final LogEntries entries;
    private final WholeLog log;

    ImportsGuardedHttpTest(
            Enrolling enrolling,
            Newcomers newcomers,
            Shelf shelf,
            Rules rules,
            Roles roles,
            Told told,
            LogEntries entries,
            WholeLog log) {
        this.enrolling = enrolling;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
        this.roles = roles;
        this.told = told;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private byte[] file(int number) {
        return Importing.list(
                IntStream.range(0, number).mapToObj(i -> enrolling.key()).toList());
    }

    private Importing importer(Folder folder, Verb... verbs) {
        Person person = newcomers.settled();
        if (verbs.length > 0) {
            rules.allow(person.id(), new Resource.Folder(folder.id()), verbs);
        }
        return new Importing(newcomers.credential(person));
    }

    private int secretsIn(Folder folder) {
        List<String> found = enrolling
                .asAdministrator()
                .queryParam("folder", folder.path())
                .get("/api/v1/secrets")
                .path("secrets.id");
        return found.size();
    }

    @Test
    void whoeverMayNotMakeASecretThereAndEditItMayNotImportOne() {
        Folder folder = shelf.folder();
        byte[] file = file(1);
        String plan = new Importing(enrolling.administrator())
                .look(file, Importing.into(folder.path()))
                .path("plan");
        List<Importing> others = List.of(
                importer(folder),
                importer(folder, Verb.SECRET_CREATE),
                importer(folder, Verb.SECRET_EDIT),
                importer(shelf.folder(), Verb.SECRET_CREATE, Verb.SECRET_EDIT));
        for (Importing other : others) {
            assertThat(other.look(file, Importing.into(folder.path())).statusCode())
                    .isIn(403, 404);
            assertThat(other.take(file, Importing.into(folder.path()), plan).statusCode())
                    .isIn(403, 404);
        }
        assertThat(new Importing("nobody's")
                        .look(file, Importing.into(folder.path()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(secretsIn(folder)).isZero();
        importer(folder, Verb.SECRET_CREATE, Verb.SECRET_EDIT)
                .take(file, Importing.into(folder.path()), plan)
                .then()
                .statusCode(201);
    }

    @Test
    void aRefusalIsOnTheLogBeforeAnythingIsRead() {
        Folder folder = shelf.folder();
        Person person = newcomers.settled();
        Importing other = new Importing(newcomers.credential(person));
        Response refused = other.look("no export at all".getBytes(UTF_8), Importing.into(folder.path()));
        assertThat(refused.statusCode()).isIn(403, 404);
        assertThat(entries.of(person.id(), "request-refused")).hasSize(1);
    }

    @Test
    void whoMayNotKnowASecretIsNotToldThatItHasTheSameSeedAndItsOwnerIs() {
        Folder hidden = shelf.folder();
        byte[] file = file(1);
        new Importing(enrolling.administrator())
                .lookAndTake(file, Importing.into(hidden.path()))
                .then()
                .statusCode(201);
        Folder open = shelf.folder();
        Importing other = importer(open, Verb.SECRET_CREATE, Verb.SECRET_EDIT);
        Response looked = other.look(file, Importing.into(open.path()));
        looked.then()
                .statusCode(200)
                .body("entries.status", everyItem(equalTo("new")))
                .body("entries.sameAs", everyItem(nullValue()));
        assertThat(looked.asString()).doesNotContain(hidden.path());
        int before = elsewhere();
        other.take(file, Importing.into(open.path()), looked.path("plan"))
                .then()
                .statusCode(201);
        assertThat(elsewhere()).isEqualTo(before + 1);
    }

    private int elsewhere() {
        return (int) told.to(enrolling.administratorId()).stream()
                .filter(row -> row.kind().equals("seed-elsewhere"))
                .count();
    }

    @Test
    void ofManyWhoTakeTheSameFileAtOnceOneDoes() {
        Folder folder = shelf.folder();
        byte[] file = file(3);
        Importing importing = new Importing(enrolling.administrator());
        String plan = importing.look(file, Importing.into(folder.path())).path("plan");
        List<Integer> answers = Enrolling.atOnce(4, one -> importing.take(file, Importing.into(folder.path()), plan));
        assertThat(answers)
                .containsOnlyOnce(201)
                .allMatch(status -> List.of(201, 409, 412, 503).contains(status));
        assertThat(secretsIn(folder)).isEqualTo(3);
    }

    @Test
    void whatFailsAtTheLastEntryLeavesNoneOfThem() throws SQLException {
        Folder folder = shelf.folder();
        byte[] file = file(3);
        Importing importing = new Importing(enrolling.administrator());
        String plan = importing.look(file, Importing.into(folder.path())).path("plan");
        execute("create function third() returns trigger language plpgsql as 'begin"
                + " if (select count(*) from custody where event = new.event) > 4 then raise exception ''a test'';"
                + " end if; return new; end'");
        execute("create trigger third before insert on custody for each row execute function third()");
        try {
            assertThat(importing.take(file, Importing.into(folder.path()), plan).statusCode())
                    .isGreaterThanOrEqualTo(500);
        } finally {
            execute("drop trigger third on custody");
            execute("drop function third()");
        }
        assertThat(secretsIn(folder)).isZero();
        importing
                .take(file, Importing.into(folder.path()), plan)
                .then()
                .statusCode(201)
                .body("secrets", hasSize(3));
    }

    private void execute(String sql) throws SQLException {
        try (Connection owner = roles.owner()) {
            Roles.execute(owner, sql);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.review;

import static dev.cofactor.fixtures.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.Standing;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.records.LogOfItsOwn;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who could have what, at moments of which a test knows what was then; and who may ask. */
@QuarkusTest
@TestProfile(LogOfItsOwn.class) // a table lists everybody and everything
class AccessReviewHttpTest {
    private static final String TABLE = "/api/v1/access-review/table.csv";
    private static final String SIGN_OFFS = "/api/v1/access-review/sign-offs";

    private final Newcomers newcomers;
    private @Nullable Standing auditor;
    private final Rules rules;
    private final Shelf shelf;
    private final CatalogueEdits edits;
    private final Groups groups;
    private final Folders folders;
    private final Gate gate;
    private final LogEntries entries;
    private final WholeLog log;

    AccessReviewHttpTest(
            Newcomers newcomers,
            Rules rules,
            Shelf shelf,
            CatalogueEdits edits,
            Groups groups,
            Folders folders,
            Gate gate,
            LogEntries entries,
            WholeLog log) {
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.edits = edits;
        this.groups = groups;
        this.folders = folders;
        this.gate = gate;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoeverCouldIsListedWithHowAndUnderWhichPolicy() {
        Person outright = newcomers.settled();
        Person byReason = newcomers.settled();
        UUID secret = shelf.secret(shelf.folder(), "otp");
        UUID policy = rules.allow(outright.id(), secret, Verb.CODE_FETCH);
        Clauses asked = new Clauses(Set.of(), Set.of(new Need.Reason(5)), Set.of(), Set.of());
        rules.add(Effect.ALLOW, new Subject.Person(byReason.id()), secret, asked, Verb.CODE_FETCH);
        List<List<String>> rows = rowsOf(secret, table(null));
        assertThat(rows).hasSize(2).allSatisfy(row -> {
            assertThat(row.get(7)).isEqualTo("code.fetch");
            assertThat(row.get(8)).isEqualTo("always");
            assertThat(row.get(12)).isEqualTo("yes");
        });
        assertThat(of(outright, rows).get(9)).isEmpty();
        assertThat(of(outright, rows).get(10)).contains(policy.toString());
        assertThat(of(byReason, rows).get(9)).isEqualTo("reason");
    }

    @Test
    void aMembershipThatEndedCountsUntilItEnded() throws Exception {
        Person member = newcomers.settled();
        UUID group = newcomers.group(member.id());
        UUID secret = shelf.secret(shelf.folder(), "otp");
        rules.allowGroup(group, secret, Verb.CODE_FETCH);
        Instant before = moment();
        change(at -> groups.leave(group, member.id(), at.time()));
        assertThat(rowsOf(secret, table(before))).hasSize(1);
        assertThat(rowsOf(secret, table(null))).isEmpty();
    }

    @Test
    void placesTagsAndRulesAreThoseOfThatDay() throws Exception {
        Person person = newcomers.settled();
        Folder from = shelf.folder();
        Folder to = shelf.folder();
        UUID secret = shelf.secret(from, "otp");
        UUID policy = rules.allow(person.id(), new Resource.Folder(from.id()), Verb.CODE_FETCH);
        Instant before = moment();
        shelf.edit(secret, at -> {
            edits.move(secret, to.id(), at);
            return secret;
        });
        Instant moved = moment();
        assertThat(rowsOf(secret, table(before))).hasSize(1);
        assertThat(rowsOf(secret, table(moved))).isEmpty();
        rules.allow(person.id(), new Resource.Folder(to.id()), Verb.FIELD_REVEAL);
        Instant allowed = moment();
        rules.withdraw(policy);
        assertThat(rowsOf(secret, table(allowed))).singleElement().satisfies(row -> {
            assertThat(row.get(1)).startsWith(to.path() + "/");
            assertThat(row.get(7)).isEqualTo("field.reveal");
        });
        assertThat(rowsOf(secret, table(before))).hasSize(1); // what is over stays as it was
    }

    @Test
    void whoWasSuspendedCouldUntilThen() throws Exception {
        Person person = newcomers.settled();
        UUID secret = shelf.secret(shelf.folder(), "otp");
        rules.allow(person.id(), secret, Verb.CODE_FETCH);
        Instant before = moment();
        newcomers.suspend(newcomers.signedIn(person));
        assertThat(rowsOf(secret, table(before))).hasSize(1);
        assertThat(rowsOf(secret, table(null))).isEmpty();
    }

    @Test
    void whatWasUsedIsToldFromWhatWasNot() throws Exception {
        Person person = newcomers.settled();
        UUID secret = shelf.secret(shelf.folder(), "otp");
        rules.allow(person.id(), secret, Verb.CODE_FETCH, Verb.FIELD_REVEAL);
        Caller caller = newcomers.signedIn(person);
        gate.note(Fact.done(
                caller,
                EventClass.CODE_RELEASED,
                new dev.cofactor.ground.events.Subject(dev.cofactor.ground.events.Subject.Kind.SECRET, secret)));
        Map<String, String> unused = new java.util.HashMap<>();
        rowsOf(secret, table(moment())).forEach(row -> unused.put(row.get(7), row.get(11) + "/" + row.get(12)));
        assertThat(unused.get("code.fetch")).matches(".*Z/no");
        assertThat(unused.get("field.reveal")).isEqualTo("/yes");
    }

    @Test
    void whatLiesInAPersonalFolderHasNoPath() {
        Person person = newcomers.settled();
        String his = newcomers.credential(person);
        String path = as(his).post("/api/v1/folders/personal").path("path");
        Folder own = folders.all().stream()
                .filter(folder -> folder.path().equals(path))
                .findFirst()
                .orElseThrow();
        UUID secret = shelf.secret(own, "mine");
        List<List<String>> rows = rowsOf(secret, table(null));
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.get(1)).isEqualTo("(in a personal folder)"));
    }

    @Test
    void theReviewIsForThoseWhoMayAndReadingItIsOnTheLog() {
        String stranger = newcomers.credential(newcomers.settled());
        as(stranger).get(TABLE).then().statusCode(403);
        as(stranger)
                .body(Map.of("at", Instant.now().toString(), "sha256", "0".repeat(64)))
                .post(SIGN_OFFS)
                .then()
                .statusCode(403);
        int before = entries.of(auditor().id(), "audit-read").size();
        table(null);
        List<LogEntries.Entry> reads = entries.of(auditor().id(), "audit-read");
        assertThat(reads).hasSize(before + 1);
        assertThat(reads.getLast().body().at("/details/parts/0").asText()).isEqualTo("access-review");
    }

    @Test
    void nobodyKnowsWhatWillBeAndBeforeTheFirstRulesThereWasNothing() {
        as(auditor().credential())
                .get(TABLE + "?at=2999-01-01T00:00:00Z")
                .then()
                .statusCode(400)
                .body("code", equalTo("at-in-the-future"));
        as(auditor().credential())
                .get(TABLE + "?at=yesterday")
                .then()
                .statusCode(400)
                .body("code", equalTo("at-malformed"));
    }

    @Test
    void whatIsSignedOffIsTheTableThatWasHandedOutAndNoOther() throws Exception {
        Person person = newcomers.settled();
        UUID secret = shelf.secret(shelf.folder(), "otp");
        rules.allow(person.id(), secret, Verb.CODE_FETCH);
        Instant at = moment();
        String table = table(at);
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256")
                        .digest(table.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        as(auditor().credential())
                .body(Map.of("at", at.toString(), "sha256", "0".repeat(64), "words", "not looked at"))
                .post(SIGN_OFFS)
                .then()
                .statusCode(412);
        String event = as(auditor().credential())
                .body(Map.of("at", at.toString(), "sha256", hash, "words", "looked at"))
                .post(SIGN_OFFS)
                .then()
                .statusCode(200)
                .body("rows", equalTo((int) table.lines().count() - 1))
                .extract()
                .path("event");
        LogEntries.Entry entry = entries.of(UUID.fromString(event));
        assertThat(entry.kind()).isEqualTo("access-reviewed");
        assertThat(entry.body().at("/details/hash").asText()).isEqualTo(hash);
    }

    private Standing auditor() {
        Standing known = auditor;
        if (known == null) {
            known = newcomers.standing(Role.AUDITOR);
            auditor = known;
        }
        return known;
    }

    private String table(@Nullable Instant at) {
        return as(auditor().credential())
                .get(at == null ? TABLE : TABLE + "?at=" + at)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<List<String>> rowsOf(UUID secret, String table) {
        return table.lines()
                .filter(line -> line.startsWith(PublicId.SECRET.of(secret) + ","))
                .map(line -> Arrays.asList(line.split(",", -1)))
                .toList();
    }

    private static List<String> of(Person person, List<List<String>> rows) {
        return rows.stream()
                .filter(row -> row.get(5).equals(person.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    /** By the database's clock, which is this machine's: the one of the tests may have been put on. */
    private static Instant moment() throws InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        Thread.sleep(5);
        return now;
    }

    private void change(java.util.function.Consumer<Catalogue.Moment> work) {
        Fact fact = Fact.done(
                Caller.HOST,
                EventClass.GROUP_CHANGED,
                new dev.cofactor.ground.events.Subject(
                        dev.cofactor.ground.events.Subject.Kind.GROUP, UUID.randomUUID()));
        gate.note(fact, Moves.WORLD, at -> {
            work.accept(new Catalogue.Moment(at.event(), at.time()));
            return Done.of(at.event());
        });
    }
}

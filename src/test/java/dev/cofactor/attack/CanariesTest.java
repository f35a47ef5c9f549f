// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.attack.Wire.Answer;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Stored;
import dev.cofactor.fixtures.TestFolder;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.notary.CopiesSigned;
import dev.cofactor.ledger.rulebook.Role;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * Whatever is sealed goes in by every way there is, every way in is used rightly and wrongly, and then all that came out
 * and all that was kept is searched for it.
 */
@QuarkusTest
@TestProfile(Alone.class)
class CanariesTest {
    private final Newcomers newcomers;
    private final Rules rules;
    private final Roles roles;
    private final Stored stored;
    private final WholeLog log;
    private final AgroalDataSource database;
    private final Canaries canaries = new Canaries();
    private final Wire wire = new Wire();

    CanariesTest(
            Newcomers newcomers, Rules rules, Roles roles, Stored stored, WholeLog log, AgroalDataSource database) {
        this.newcomers = newcomers;
        this.rules = rules;
        this.roles = roles;
        this.stored = stored;
        this.log = log;
        this.database = database;
    }

    @Test
    void whatIsSealedIsFoundNowhere() throws Exception {
        Used.forget();
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        Journey journey = new Journey(wire, canaries, secretly("administrator's credential", person));
        String auditor = secretly("auditor's credential", newcomers.inRole(Role.AUDITOR));
        try (LoudLog loud = new LoudLog(canaries)) {
            journey.begin(person.id());
            rules.allow(person.id(), journey.id(), Verb.FIELD_REVEAL, Verb.CODE_FETCH);
            journey.seeds();
            journey.backupCodes();
            journey.reveals();
            journey.codes();
            journey.arrivals.all();
            Rulemaking rulemaking = new Rulemaking(journey, canaries);
            rulemaking.rules();
            rulemaking.pages(
                    new Visit(wire), newcomers.inRole(Role.POLICY_AUTHOR).accountName());
            new Insights(journey, canaries).all();
            pages();
            new Rounds(wire, canaries, newcomers, journey.arrivals.machinery).all();
            wronglyUsed(journey);
            journey.places();
            journey.templates();
            journey.keysTurn();
            keysGo(journey);
            assertThat(loud.found()).isEmpty();
            assertThat(loud.lines()).isGreaterThan(1_000);
            assertThat(loud.fine()).isPositive();
        }
        quietly(journey);
        operators();
        read(journey, auditor);
        everyWayWasGone();
        answersHoldNothingButWhatIsReleased(journey);
        nothingIsKeptInTheOpen();
        assertThat(log.verify()).isPositive();
        everyPageIsForEverybody();
    }

    private static void everyWayWasGone() {
        assertThat(Route.all().stream().filter(route -> !Used.was(route)).map(Route::toString))
                .as("ways in that nothing here ever used rightly: say in Journey what to send")
                .isEmpty();
    }

    /** Since all pages there are came by anyway. */
    private void everyPageIsForEverybody() {
        EveryPage pages = new EveryPage(wire.answers());
        assertThat(pages.faults()).isEmpty();
        assertThat(pages.unseen())
                .as("pages that nothing here ever showed: furnish the journey, or say in EveryPage that it leads on")
                .isEmpty();
    }

    /** What opens the door is a secret too. */
    private String secretly(String name, Person person) {
        String credential = newcomers.credential(person);
        canaries.put(name, credential.substring(4).getBytes(UTF_8));
        return credential;
    }

    /** By pages first, and then, with what is left, by programs. */
    private void keysGo(Journey journey) throws SQLException {
        Administering administering = new Administering(wire, canaries, newcomers);
        administering.keysTurn();
        Weeks.pass(roles);
        administering.keysGo(journey.nextRoot);
        journey.nextRoot();
        Weeks.pass(roles);
        journey.keysGo();
    }

    private void pages() {
        Person person = newcomers.invited();
        Visit visit = new Visit(wire);
        String own = canaries.text("own password");
        String later = canaries.text("later own password");
        String wrong = canaries.text("mistyped password");
        visit.open("/sign-in").is(200);
        visit.send("/sign-in", Map.of("name", person.accountName(), "password", wrong))
                .is(403);
        visit.send("/sign-in", Map.of("name", person.accountName(), "password", Newcomers.PASSWORD))
                .is(303);
        visit.open("/new-password").is(200);
        visit.send("/new-password", Map.of("new", own, "again", wrong)).is(422);
        visit.send("/new-password", Map.of("new", own, "again", own)).is(303);
        visit.open("/").is(303);
        visit.open("/secrets").is(200);
        visit.open("/profile/password").is(200);
        visit.send("/profile/password", Map.of("current", wrong, "new", later, "again", later))
                .is(422);
        visit.send("/profile/password", Map.of("current", own, "new", later, "again", later))
                .is(303);
        visit.open("/profile/api-credential").is(303);
        visit.open("/profile").is(200);
        visit.send("/profile/api-credential", Map.of()).is(200);
        new Shelving(visit, canaries).use();
        new Keeping(visit, canaries).use();
        Route.all().stream()
                .filter(Route::isPage)
                .forEach(route -> new Misuse(wrong, "x")
                        .inBodies(route, name -> "x")
                        .forEach(sent -> {
                            wire.send(visit.dressed(sent));
                            wire.send(sent);
                        }));
        visit.open("/profile");
        visit.send("/sign-out", Map.of()).is(303);
    }

    /** With wrong bodies: for somebody who may do almost all, and for a stranger. */
    private void wronglyUsed(Journey journey) {
        Misuse misuse = new Misuse(canaries.noName("sent in a body"), canaries.word("a file's name"));
        String bearer = secretly("another credential", newcomers.inRole(Role.ADMINISTRATOR));
        for (Route route : Route.api()) {
            for (Wire.Sent sent : misuse.inBodies(route, Names.there(journey, route))) {
                wire.send(sent.with("Authorization", "Bearer " + bearer));
            }
            misuse.inBodies(route, Names.there(journey, route)).stream()
                    .limit(2)
                    .forEach(wire::send);
        }
        Route.api().stream()
                .filter(route -> !route.documents().isEmpty())
                .forEach(route -> wire.send(
                        misuse.tooMuch(route, Names.there(journey, route)).with("Authorization", "Bearer " + bearer)));
    }

    /** With wrong addresses and headers, which libraries may tell whoever asks them for every detail. */
    private void quietly(Journey journey) throws Exception {
        Misuse misuse = new Misuse(canaries.noName("sent in a second body"), canaries.word("sent around a body"));
        String bearer = secretly("a third credential", newcomers.inRole(Role.ADMINISTRATOR));
        Set<String> found = new TreeSet<>();
        try (CapturedLog log = new CapturedLog(line -> found.addAll(canaries.in(line)))) {
            for (Route route : Route.all()) {
                for (Wire.Sent sent : misuse.around(route, Names.there(journey, route), Names::nowhere)) {
                    boolean dressed = sent.headers().containsKey("Authorization") || route.isPage();
                    wire.send(dressed ? sent : sent.with("Authorization", "Bearer " + bearer));
                }
            }
            assertThat(log.text()).isEmpty();
        }
        assertThat(found).isEmpty();
        assertThat(journey.arrivals.posting.end()).isEmpty();
    }

    private void operators() {
        int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
        for (String path : List.of("/q/metrics", "/q/health", "/q/health/live", "/q/health/ready")) {
            wire.send(port, Wire.sent("GET", path)).is(200);
        }
        wire.send(Wire.sent("GET", "/openapi")).is(200);
        wire.send(Wire.sent("GET", "/openapi").with("Accept", "application/json"))
                .is(200);
    }

    /** The log, by the auditor and by strangers, once it is signed. */
    private void read(Journey journey, String auditor) throws Exception {
        String origin;
        try (var connection = roles.server();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select origin from log_epoch where epoch = 1")) {
            row.next();
            origin = new String(row.getBytes(1), UTF_8);
        }
        CopiesSigned signer = new CopiesSigned(TestFolder.fresh("canaries"), origin);
        assertThat(signer.sign(database)).isTrue();
        String event =
                audit(auditor, "/events?limit=500&about=" + journey.id()).json().getString("events[0].body.id");
        for (String path : List.of("/events/" + event, "/events/" + event + "/receipt", "/export")) {
            audit(auditor, path);
        }
        audit(auditor, "/events.csv");
        audit(auditor, "/events.jsonl");
        assertThat(audit(auditor, "/stream?after=0").text()).contains(event);
        Used.read("/api/v1/audit/stream");
        auditPages(event);
        new Administering(wire, canaries, newcomers).audit(signer.verifier().text());
        audit(auditor, "/people/" + journey.id());
        audit(auditor, "/secrets/" + journey.id());
        Reviews.all(wire, auditor);
        long size = Long.parseLong(
                wire.send(Wire.sent("GET", "/log/1/checkpoint")).is(200).text().split("\n")[1]);
        String first = size < 256 ? "000.p/" + size : "000";
        wire.send(Wire.sent("GET", "/log/1/tile/entries/" + first)).is(200);
        wire.send(Wire.sent("GET", "/log/1/tile/0/" + first)).is(200);
    }

    private void auditPages(String event) {
        Visit visit = new Visit(wire);
        visit.signIn(newcomers.inRole(Role.AUDITOR).accountName());
        visit.open("/audit?kind=codes").is(200);
        visit.open("/audit/" + event).is(200);
        visit.open("/audit/" + event + "/receipt").is(200);
    }

    private Answer audit(String auditor, String path) {
        return wire.send(Wire.sent("GET", "/api/v1/audit" + path).with("Authorization", "Bearer " + auditor))
                .is(200);
    }

    private void answersHoldNothingButWhatIsReleased(Journey journey) {
        Set<String> released = new TreeSet<>();
        List<String> elsewhere = new ArrayList<>();
        for (Answer answer : wire.answers()) {
            String own = Released.BY_ANSWER.getOrDefault(answer.sent().called(), "none");
            for (String found : answer.holds(canaries)) {
                if (found.startsWith(own + " (")) {
                    released.add(answer.sent().called());
                } else {
                    elsewhere.add(found + " in " + answer.status() + " to "
                            + answer.sent().called());
                }
            }
            boolean shown = answer.text().contains("\"" + journey.code + "\"");
            assertThat(shown)
                    .as(answer.sent().called())
                    .isEqualTo(answer.sent().called().equals("confirmation"));
        }
        assertThat(elsewhere).isEmpty();
        assertThat(released).isEqualTo(new TreeSet<>(Released.BY_ANSWER.keySet()));
        assertThat(wire.answers().size()).isGreaterThan(1_000);
    }

    private void nothingIsKeptInTheOpen() throws Exception {
        Set<String> found = new TreeSet<>();
        Set<String> tables = new TreeSet<>();
        stored.rows((table, row) -> {
            tables.add(table);
            canaries.in(row).forEach(one -> found.add(one + " in " + table));
        });
        assertThat(tables)
                .contains("public.sealed_value", "pg_catalog.pg_statistic")
                .anyMatch(table -> table.startsWith("public.log_entry"));
        Set<String> files = new TreeSet<>();
        stored.files((file, bytes) -> {
            files.add(file.toString());
            canaries.in(bytes).forEach(one -> found.add(one + " in " + file));
        });
        assertThat(files).anyMatch(file -> file.contains("pg_wal/0")).contains("postgres.log");
        assertThat(found).isEmpty();
    }
}

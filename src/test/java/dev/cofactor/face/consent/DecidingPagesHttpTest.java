// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import static dev.cofactor.face.consent.Hearing.ONCE;
import static dev.cofactor.face.consent.Hearing.led;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.consent.Hearing.Scene;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ledger.catalogue.CatalogueEdits;
import dev.cofactor.ledger.catalogue.Slug;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Yes, no, less, and never again: what is decided on pages, also by several at once and with what people type. */
@QuarkusTest
class DecidingPagesHttpTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)>\"'&{shell.csrf}";

    private final Hearing hearing;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final CatalogueEdits edits;
    private final Roles roles;
    private final LogEntries entries;
    private final WholeLog log;

    DecidingPagesHttpTest(
            Hearing hearing,
            Newcomers newcomers,
            Shelf shelf,
            CatalogueEdits edits,
            Roles roles,
            LogEntries entries,
            WholeLog log) {
        this.hearing = hearing;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.edits = edits;
        this.roles = roles;
        this.entries = entries;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoeverPressesTwiceIsToldWhatBecameOfIt() {
        Scene scene = hearing.scene();
        String page = hearing.asked(scene);
        Browser approver = hearing.at(scene.approver());
        approver.open(page);
        led(approver.send(page, ONCE));
        Response twice = approver.send(page, ONCE);
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.asString()).contains("This request does not wait any more.", "Approved");
        assertThat(approver.send(page, Map.of("act", "reject", "reason", "on second thoughts"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(entries.of(scene.approver().id(), "access-approved")).hasSize(1);
        assertThat(entries.of(scene.approver().id(), "access-rejected")).isEmpty();
    }

    @Test
    void ofTwoWhoDecideTogetherOneDoesAndTheOtherReadsWhatBecameOfIt() {
        for (Map<String, String> other : List.of(ONCE, Map.of("act", "reject", "reason", "not today"))) {
            Scene scene = hearing.scene();
            Person second = another(scene);
            String page = hearing.asked(scene);
            List<Browser> both = List.of(hearing.at(scene.approver()), hearing.at(second));
            List<Map<String, String>> acts = List.of(ONCE, other);
            both.forEach(one -> assertThat(one.open(page).asString()).contains("Approve once"));
            List<Response> answers = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> both.get(i).send(page, acts.get(i))))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(303, 422);
            long said = Stream.of(scene.approver(), second)
                    .mapToLong(one -> entries.of(one.id(), "access-approved").size()
                            + entries.of(one.id(), "access-rejected").size())
                    .sum();
            assertThat(said).isEqualTo(1);
        }
    }

    @Test
    void lessThanTheClauseGivesIsGivenAndNeverMore() {
        Scene scene = hearing.scene();
        String page = hearing.asked(scene);
        Browser approver = hearing.at(scene.approver());
        approver.open(page);
        for (Map<String, String> wrong : List.of(
                Map.of("act", "for", "uses", "0", "minutes", "5"),
                Map.of("act", "for", "uses", "-1", "minutes", "5"),
                Map.of("act", "for", "uses", "2", "minutes", "half"),
                Map.of("act", "for", "uses", "9999999", "minutes", "5"),
                Map.of("act", "for"),
                Map.of("act", "everything"),
                Map.<String, String>of())) {
            Response again = approver.send(page, wrong);
            assertThat(again.statusCode()).as(wrong.toString()).isEqualTo(422);
            assertThat(again.asString()).contains("role=\"alert\"", "Approve once");
        }
        led(approver.send(page, Map.of("act", "for", "uses", "999", "minutes", "10")));
        assertThat(approver.open(page).asString()).contains("3 uses of it are left.");
    }

    @Test
    void aNoIsReadWithItsReasonByWhoeverAsked() {
        Scene scene = hearing.scene();
        Browser asker = hearing.at(scene.asker());
        String page = hearing.asked(scene, asker);
        Browser approver = hearing.at(scene.approver());
        approver.open(page);
        for (String wrong : new String[] {"", "   ", "x".repeat(501), "a\u202eb"}) {
            Response again = approver.send(page, Map.of("act", "reject", "reason", wrong));
            assertThat(again.statusCode()).isEqualTo(422);
            assertThat(again.asString()).contains("A reason is one line of 1 to 500 characters.");
        }
        led(approver.send(page, Map.of("act", "reject", "reason", HOSTILE)));
        for (String at : new String[] {page, scene.code()}) {
            assertThat(asker.open(at).asString())
                    .contains("said no.", "&lt;img src=x onerror=alert(1)&gt;", "{shell.csrf}")
                    .doesNotContain("<img", "Withdraw");
        }
        assertThat(asker.open(scene.code()).asString()).contains("Ask again");
        assertThat(asker.open("/notices").asString()).contains("was rejected", "href=\"" + page + "\"");
    }

    @Test
    void whatPeopleTypedStandsApartOnEveryPage() throws SQLException {
        Scene scene = hearing.scene();
        rename(scene.asker(), HOSTILE);
        name(scene, "<b>root</b> {shell.csrf}");
        Browser asker = hearing.at(scene.asker());
        asker.open(scene.code());
        led(asker.send(scene.secret() + "/ask", Map.of("for", "code.fetch", "reason", HOSTILE)));
        String page = Hearing.request(asker.open(scene.code()));
        Browser approver = hearing.at(scene.approver());
        for (String at : new String[] {"/approvals", page, "/notices"}) {
            assertThat(approver.open(at).asString())
                    .as(at)
                    .contains("&lt;img src=x onerror=alert(1)&gt;")
                    .doesNotContain("<img", "<b>root");
        }
        assertThat(asker.open(scene.code()).asString()).contains("&lt;b&gt;root").doesNotContain("<img", "<b>root");
        Response turned = asker.send(
                scene.secret() + "/ask", Map.of("for", "code.fetch", "reason", "a reason that \u202eturns"));
        assertThat(turned.statusCode()).isEqualTo(422);
    }

    @Test
    void whatWasMovedSinceIsShownAsItWasAndAsItIs() {
        Scene scene = hearing.scene();
        String page = hearing.asked(scene);
        UUID secret = scene.stand().secret();
        var elsewhere = shelf.folder();
        shelf.edit(secret, at -> {
            edits.move(secret, elsewhere.id(), at);
            return secret;
        });
        assertThat(hearing.at(scene.approver()).open(page).asString())
                .contains("It is not what it was when this was asked for.")
                .contains("<del><bdi>" + scene.stand().path() + "</bdi></del>")
                .contains("<ins><bdi>" + elsewhere.path() + "/root</bdi></ins>");
    }

    @Test
    void whatWasGivenIsTakenBackAndTheNextFetchIsRefused() {
        Scene scene = hearing.scene();
        Browser asker = hearing.at(scene.asker());
        String page = hearing.asked(scene, asker);
        Browser approver = hearing.at(scene.approver());
        approver.open(page);
        led(approver.send(page, Map.of("act", "for", "uses", "3", "minutes", "30")));
        assertThat(asker.send(scene.code(), Map.of("wait", "next")).statusCode()).isEqualTo(200);
        assertThat(approver.open(page).asString()).contains("End this access");
        assertThat(led(approver.send(page + "/revoke", Map.of()))).startsWith(page);
        assertThat(asker.send(scene.code(), Map.of("wait", "next")).statusCode()).isEqualTo(422);
        assertThat(asker.open(scene.code()).asString()).contains("What you were given was taken back.");
        Response again = approver.send(page + "/revoke", Map.of());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.asString()).contains("Nothing is left that could be taken back.");
        assertThat(asker.open("/notices").asString()).contains("was ended");
    }

    private Person another(Scene scene) {
        Person second = newcomers.inRole(Role.APPROVER);
        UUID wider = newcomers.group(scene.approver().id(), second.id());
        hearing.allow(scene, Verb.CODE_FETCH, Hearing.yes(wider, 1));
        return second;
    }

    private void name(Scene scene, String name) {
        UUID secret = scene.stand().secret();
        shelf.edit(secret, at -> {
            edits.rename(secret, new Slug("root"), new DisplayName(name), at);
            return secret;
        });
    }

    private void rename(Person person, String name) throws SQLException {
        try (Connection superuser = roles.superuser();
                PreparedStatement rename =
                        superuser.prepareStatement("update person set display_name = ? where id = ?")) {
            rename.setString(1, name);
            rename.setObject(2, person.id());
            rename.executeUpdate();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.desk.bundle.Ceremony.Holder;
import dev.cofactor.desk.bundle.Ceremony.Kept;
import dev.cofactor.desk.bundle.Ceremony.Opened;
import dev.cofactor.desk.bundle.Ceremony.Sealer;
import dev.cofactor.desk.proposals.Deciding;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Roles;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.grants.Proposals;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle from its proposal to whoever opens it: two people, once, and all of it on the log first. */
@QuarkusTest
class BundlesHttpTest {
    private final Ceremony ceremony;
    private final Seconds seconds;
    private final Deciding deciding;
    private final Proposals proposals;
    private final LogEntries entries;
    private final Told told;
    private final Roles roles;
    private final WholeLog log;

    @TempDir
    Path folder;

    private Sealer author;
    private Sealer second;
    private List<Holder> holders;

    BundlesHttpTest(
            Ceremony ceremony,
            Seconds seconds,
            Deciding deciding,
            Proposals proposals,
            LogEntries entries,
            Told told,
            Roles roles,
            WholeLog log) {
        this.ceremony = ceremony;
        this.seconds = seconds;
        this.deciding = deciding;
        this.proposals = proposals;
        this.entries = entries;
        this.told = told;
        this.roles = roles;
        this.log = log;
    }

    @BeforeEach
    void people() {
        author = ceremony.sealer();
        second = ceremony.sealer();
        holders = ceremony.holders(3);
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private Map<String, Object> wanted(Kept kept) {
        return Ceremony.wanted(Ceremony.paths(kept), holders, 2);
    }

    @Test
    void twoPeopleMakeOneAndSoManyHoldersHaveTheCodesOfTheServer() {
        Kept kept = ceremony.kept(3);
        String bundle = ceremony.agreed(author, second, wanted(kept));
        Response file = ceremony.file(author, bundle);
        file.then().statusCode(200).header("Cache-Control", "no-store");
        byte[] bytes = file.asByteArray();
        Opened opened = Opened.of(folder, bytes, List.of(holders.get(2), holders.get(0)));
        assertThat(opened.run(0))
                .contains(kept.path() + "\tcode\t0\t", kept.pool().path() + "\t-\t3\t");
        String before = Enrolling.code(kept.key(), 0);
        String code = opened.run(0, "--code", kept.path()).strip();
        assertThat(code).isIn(before, Enrolling.code(kept.key(), 0));
        assertThat(opened.run(0, "--backup-code", kept.pool().path()).strip())
                .isEqualTo(kept.pool().codes().getLast());
        Opened.of(folder, bytes, List.of(holders.get(1))).run(4, "--code", kept.path());
        assertThat(new String(bytes, UTF_8))
                .doesNotContain(kept.path(), kept.key(), kept.pool().codes().getFirst());
    }

    @Test
    void everyValueIsOnTheLogAndEverybodyConcernedIsTold() {
        Kept kept = ceremony.kept(2);
        String bundle = ceremony.agreed(author, second, wanted(kept));
        UUID id = Ceremony.id(bundle);
        LogEntries.Entry agreed = entries.about(id, "bundle-agreed").getLast();
        assertThat(agreed.body().at("/details/author").asText())
                .isEqualTo(author.person().id().toString());
        assertThat(agreed.body().at("/actor/id").asText())
                .isEqualTo(second.person().id().toString());
        assertThat(entries.about(kept.timed(), "bundle-sealed"))
                .as("nothing is sealed by agreeing")
                .isEmpty();
        assertThat(told.to(kept.pool().owner().id())).anyMatch(row -> row.kind().equals("secret-bundled"));
        for (Holder holder : holders) {
            assertThat(told.to(holder.person().id())).anyMatch(row -> row.kind().equals("bundle-agreed"));
        }
        ceremony.file(second, bundle).then().statusCode(200);
        assertThat(entries.about(kept.timed(), "bundle-sealed")).hasSize(1);
        assertThat(entries.about(kept.pool().secret(), "bundle-sealed")).hasSize(2);
        long sealed =
                entries.about(kept.pool().secret(), "bundle-sealed").getLast().index();
        assertThat(entries.about(id, "bundle-made").getLast().index()).isGreaterThan(sealed);
        assertThat(told.to(author.person().id())).anyMatch(row -> row.kind().equals("bundle-made"));
    }

    @Test
    void nobodyMakesOneAlone() {
        Kept kept = ceremony.kept(1);
        UUID change = Seconds.change(ceremony.propose(author, wanted(kept)));
        Caller himself = seconds.proved(author.person());
        assertThatThrownBy(() -> deciding.confirm(himself, change))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("change-own"));
        Caller stranger = seconds.proved(ceremony.stranger().person());
        assertThatThrownBy(() -> deciding.confirm(stranger, change)).isInstanceOf(Problem.class);
        assertThat(proposals.find(change).orElseThrow().state().word()).isEqualTo("waiting");
        assertThat(entries.about(kept.timed(), "bundle-sealed")).isEmpty();
    }

    @Test
    void whoMayNotIsRefusedEverywhereAndThatIsOnTheLog() {
        Kept kept = ceremony.kept(1);
        String bundle = ceremony.agreed(author, second, wanted(kept));
        Sealer stranger = ceremony.stranger();
        ceremony.propose(stranger, wanted(kept)).then().statusCode(403);
        stranger.asks().get(Ceremony.BUNDLES).then().statusCode(403);
        stranger.asks().get(Ceremony.BUNDLES + "/keys").then().statusCode(403);
        stranger.asks().get(Ceremony.BUNDLES + "/" + bundle).then().statusCode(403);
        ceremony.file(stranger, bundle).then().statusCode(403);
        ceremony.uses(stranger, bundle, new byte[0]).then().statusCode(403);
        assertThat(entries.of(stranger.person().id(), "request-refused")).hasSize(6);
        ceremony.file(
                        author,
                        bundle.replaceAll(".$", "0").equals(bundle)
                                ? bundle.replaceAll(".$", "1")
                                : bundle.replaceAll(".$", "0"))
                .then()
                .statusCode(404);
    }

    @Test
    void itIsHandedOutOnceToHoweverManyWhoAskAtOnce() {
        Kept kept = ceremony.kept(1);
        String bundle = ceremony.agreed(author, second, wanted(kept));
        List<Integer> answers = Enrolling.atOnce(4, number -> ceremony.file(number % 2 == 0 ? author : second, bundle));
        assertThat(answers).containsOnlyOnce(200);
        assertThat(answers.stream().filter(status -> status != 200)).allMatch(status -> status == 409);
        ceremony.file(author, bundle).then().statusCode(409).body("code", equalTo("bundle-made"));
        assertThat(entries.about(Ceremony.id(bundle), "bundle-made")).hasSize(1);
    }

    @Test
    void ofTwoWhoAgreeAtOnceOneDoes() {
        Kept kept = ceremony.kept(1);
        Map<String, Object> wanted = wanted(kept);
        UUID change = Seconds.change(ceremony.propose(author, wanted));
        List<Caller> both = List.of(
                seconds.proved(second.person()),
                seconds.proved(ceremony.sealer().person()));
        both.stream()
                .map(one -> Enrolling.begun(() -> {
                    try {
                        deciding.confirm(one, change);
                        return true;
                    } catch (Problem e) {
                        return false;
                    }
                }))
                .toList()
                .forEach(CompletableFuture::join);
        List<String> made = author.asks()
                .get(Ceremony.BUNDLES)
                .path("bundles.findAll { it.name == '" + wanted.get("name") + "' }.id");
        assertThat(made).hasSize(1);
    }

    @Test
    void whatComesIntoTheFolderLaterIsNotInIt() {
        Kept kept = ceremony.kept(1);
        Map<String, Object> wanted = Ceremony.wanted(List.of(), holders, 3);
        wanted.put("folder", kept.folder().path());
        UUID change = Seconds.change(ceremony.propose(author, wanted));
        ceremony.timed(kept.folder());
        seconds.confirm(change, second.person());
        String bundle = ceremony.named(author, String.valueOf(wanted.get("name")));
        ceremony.timed(kept.folder());
        Opened opened = Opened.of(folder, ceremony.file(author, bundle).asByteArray(), holders);
        assertThat(opened.run(0).lines()).hasSize(1).allMatch(line -> line.startsWith(kept.path()));
    }

    @Test
    void aSeedThatWasTurnedMeanwhileStopsIt() {
        Kept kept = ceremony.kept(1);
        UUID change = Seconds.change(ceremony.propose(author, wanted(kept)));
        ceremony.turn(kept.timed());
        assertThatThrownBy(() -> seconds.confirm(change, second.person()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("bundle-outdated"));
        assertThat(proposals.find(change).orElseThrow().state().word()).isEqualTo("void");
        String bundle = ceremony.agreed(author, second, wanted(kept));
        ceremony.turn(kept.timed());
        ceremony.file(author, bundle).then().statusCode(409).body("code", equalTo("bundle-outdated"));
        assertThat(entries.about(kept.timed(), "bundle-sealed")).isEmpty();
    }

    @Test
    void aHolderWithAnotherKeyStopsItToo() {
        Kept kept = ceremony.kept(1);
        String bundle = ceremony.agreed(author, second, wanted(kept));
        ceremony.register(new Holder(holders.get(1).person(), ceremony.holder().key()));
        ceremony.file(author, bundle).then().statusCode(409).body("code", equalTo("bundle-holder-gone"));
        assertThat(entries.about(kept.timed(), "bundle-sealed")).isEmpty();
    }

    /** Whoever holds the database would have it sealed to himself, or have more in it than two people agreed to. */
    @Test
    void rowsThatSayAnythingElseThanTheLogAreNotFollowed() throws SQLException {
        Kept kept = ceremony.kept(1);
        String bundle = ceremony.agreed(author, second, wanted(kept));
        try (Connection superuser = roles.superuser()) {
            Roles.execute(
                    superuser,
                    "update bundle_key set public_key = decode('" + "07".repeat(32) + "', 'hex') where person = '"
                            + holders.get(0).person().id() + "'");
        }
        ceremony.file(author, bundle).then().statusCode(409).body("code", equalTo("bundle-holder-gone"));
        try (Connection superuser = roles.superuser()) {
            Roles.execute(
                    superuser,
                    "update bundle set document = replace(document, '\"threshold\":\"2\"', '\"threshold\":\"3\"')"
                            + " where id = '" + Ceremony.id(bundle) + "'");
        }
        ceremony.file(author, bundle).then().statusCode(409).body("code", equalTo("altered"));
        assertThat(entries.about(kept.timed(), "bundle-sealed")).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.outcomes;

import static dev.cofactor.desk.backups.Depot.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cofactor.desk.backups.Depot;
import dev.cofactor.desk.backups.Depot.Pool;
import dev.cofactor.desk.backups.Depot.Taker;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Told;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What became of a code is said by whoever had it, once. */
@QuarkusTest
class OutcomesHttpTest {
    private final Kiosk kiosk;
    private final Depot depot;
    private final Rules rules;
    private final Newcomers newcomers;
    private final LogEntries entries;
    private final Told told;
    private final WholeLog log;
    private final Outcomes outcomes;

    OutcomesHttpTest(
            Kiosk kiosk,
            Depot depot,
            Rules rules,
            Newcomers newcomers,
            LogEntries entries,
            Told told,
            WholeLog log,
            Outcomes outcomes) {
        this.kiosk = kiosk;
        this.depot = depot;
        this.rules = rules;
        this.newcomers = newcomers;
        this.entries = entries;
        this.told = told;
        this.log = log;
        this.outcomes = outcomes;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    private static String fetched(Visitor visitor, Stand stand) {
        return as(visitor.credential())
                .accept("application/json")
                .body(Map.of())
                .post("/api/v1/code/" + stand.path())
                .then()
                .statusCode(200)
                .extract()
                .path("receipt");
    }

    private static UUID id(LogEntries.Entry entry) {
        return UUID.fromString(entry.body().at("/id").asText());
    }

    private static Response report(String credential, String receipt, String result) {
        return as(credential).body(Map.of("result", result)).post("/api/v1/releases/" + receipt + "/outcome");
    }

    @Test
    void whoFetchedACodeSaysOnceThatTheSiteTookItAndTheSecretShowsIt() {
        Stand stand = kiosk.stand("shared", 5);
        Visitor visitor = kiosk.visitor(stand, Verb.CODE_FETCH, Verb.SECRET_READ_META);
        String use = "/api/v1/secrets/" + PublicId.SECRET.of(stand.secret()) + "/use";
        as(visitor.credential()).get(use).then().body("use", nullValue()).body("report", nullValue());
        String receipt = fetched(visitor, stand);
        Response said = report(visitor.credential(), receipt, "used");
        said.then().statusCode(200).body("kind", equalTo("code")).body("release", equalTo(receipt));
        LogEntries.Entry entry = entries.of(UUID.fromString(said.path("receipt")));
        assertThat(entry.kind()).isEqualTo("outcome-reported");
        assertThat(entry.body().at("/details/result").asText()).isEqualTo("used");
        assertThat(entry.body().at("/details/other").asText()).isEqualTo(receipt);
        report(visitor.credential(), receipt, "rejected").then().statusCode(409).body("code", equalTo("outcome-known"));
        as(visitor.credential())
                .get(use)
                .then()
                .statusCode(200)
                .body("use.kind", equalTo("code"))
                .body("use.actor", equalTo(visitor.person().id().toString()))
                .body("use.name", equalTo("A person"))
                .body("report.result", equalTo("used"));
        as(kiosk.fetcher(stand).credential()).get(use).then().statusCode(403);
        as(kiosk.stranger().credential()).get(use).then().statusCode(404);
    }

    @Test
    void nobodyElseSaysAnythingOfItAndEachSuchTryIsOnTheLog() {
        Stand stand = kiosk.stand("shared", 5);
        Visitor one = kiosk.fetcher(stand);
        Visitor other = kiosk.fetcher(stand);
        String receipt = fetched(one, stand);
        for (String which : List.of(receipt, UUID.randomUUID().toString(), "no-id-at-all")) {
            report(other.credential(), which, "rejected").then().statusCode(404);
            as(other.credential())
                    .post("/api/v1/releases/" + which + "/help")
                    .then()
                    .statusCode(404);
        }
        assertThat(entries.of(other.person().id(), "request-refused")).hasSize(6);
        report("cfp_nobody", receipt, "used").then().statusCode(401);
        Caller agent = newcomers.agentOf(one.person().id());
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> outcomes.report(agent, Optional.of(UUID.fromString(receipt)), Result.USED))
                .isInstanceOf(Problem.class);
        report(one.credential(), receipt, "used").then().statusCode(200);
    }

    @Test
    void onlyAReleaseHasAnOutcome() {
        Stand stand = kiosk.stand("shared", 5);
        Visitor visitor = kiosk.fetcher(stand);
        String receipt = fetched(visitor, stand);
        String reported = report(visitor.credential(), receipt, "used").path("receipt");
        report(visitor.credential(), reported, "used").then().statusCode(404);
        Visitor stranger = kiosk.stranger();
        as(stranger.credential()).body(Map.of()).post("/api/v1/code/" + stand.path());
        UUID refused = id(entries.of(stranger.person().id(), "request-refused").getFirst());
        report(stranger.credential(), refused.toString(), "used").then().statusCode(404);
    }

    @Test
    void aLiveCodeIsUsedOrRefusedAndNothingElse() {
        Stand stand = kiosk.stand("shared", 5);
        Visitor visitor = kiosk.fetcher(stand);
        String receipt = fetched(visitor, stand);
        report(visitor.credential(), receipt, "not-used").then().statusCode(400).body("code", equalTo("outcome-unfit"));
        Response odd = report(visitor.credential(), receipt, "qz-odd-qz");
        odd.then().statusCode(400).body("code", equalTo("outcome-malformed"));
        assertThat(odd.asString()).doesNotContain("qz-odd");
        as(visitor.credential())
                .body("{}")
                .post("/api/v1/releases/" + receipt + "/outcome")
                .then()
                .statusCode(400);
    }

    @Test
    void afterARefusalTheOwnersAreAskedOnceWithTheEventThatSaysSo() {
        Pool pool = depot.pool(3, 0, 0);
        Taker taker = depot.taker(pool);
        String receipt = depot.take(taker, pool).path("receipt");
        String help = "/api/v1/releases/" + receipt + "/help";
        as(taker.credential()).post(help).then().statusCode(409).body("code", equalTo("help-not-open"));
        depot.report(taker, receipt, "rejected").then().statusCode(200);
        as(taker.credential()).post(help).then().statusCode(200).body("told", equalTo(1));
        as(taker.credential()).post(help).then().statusCode(409);
        List<LogEntries.Entry> asked = entries.about(pool.secret(), "help-asked");
        assertThat(asked).hasSize(1);
        assertThat(told.because(id(asked.getFirst())))
                .extracting(Told.Row::kind, Told.Row::recipient)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        "help-asked", pool.owner().id()));
        String owner = newcomers.credential(pool.owner());
        Response notices = as(owner).get("/api/v1/notices");
        notices.then().statusCode(200).body("notices[0].kind", equalTo("help-asked"));
        pool.codes().forEach(code -> assertThat(notices.asString()).doesNotContain(code));
    }

    @Test
    void ofManyReportsAtOnceOneIsTheWord() throws Exception {
        Pool pool = depot.pool(2, 0, 0);
        Taker taker = depot.taker(pool);
        UUID receipt = UUID.fromString(depot.take(taker, pool).path("receipt"));
        Caller caller = depot.signedIn(taker);
        List<Callable<Boolean>> tasks = IntStream.range(0, 30)
                .<Callable<Boolean>>mapToObj(one -> () -> {
                    try {
                        outcomes.report(caller, Optional.of(receipt), Result.values()[one % Result.values().length]);
                        return true;
                    } catch (Problem e) {
                        assertThat(e.code()).isIn("outcome-known", "overloaded");
                        return false;
                    }
                })
                .toList();
        int won = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(tasks)) {
                won += one.get() ? 1 : 0;
            }
        }
        assertThat(won).isEqualTo(1);
        assertThat(entries.about(pool.secret(), "outcome-reported")).hasSize(1);
    }

    @Test
    void whoHasNoRightAnyMoreStillSaysWhatBecameOfHisCodeAndMoreHeDoesNot() {
        Pool pool = depot.pool(2, 0, 0);
        Taker taker = depot.stranger();
        UUID policy = rules.allow(taker.person().id(), pool.secret(), Verb.BACKUP_CODE_TAKE);
        String receipt = depot.take(taker, pool).path("receipt");
        rules.withdraw(policy);
        depot.report(taker, receipt, "used").then().statusCode(200);
        depot.take(taker, pool).then().statusCode(404);
    }
}

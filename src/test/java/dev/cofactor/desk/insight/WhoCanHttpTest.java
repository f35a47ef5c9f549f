// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.AddressRange;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Who can, of everybody there is. */
@QuarkusTest
class WhoCanHttpTest {
    private final Reviewing reviewing;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;

    WhoCanHttpTest(Reviewing reviewing, Newcomers newcomers, Rules rules, Shelf shelf) {
        this.reviewing = reviewing;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
    }

    @Test
    void alwaysSometimesAndAfterStepsAreToldApartAndThroughWhat() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "root");
        Person always = newcomers.settled();
        Person here = newcomers.settled();
        Person saying = newcomers.settled();
        Person never = newcomers.settled();
        Caller machine = newcomers.machine();
        Caller agent = newcomers.agentOf(always.id());
        UUID group = newcomers.group(always.id(), never.id());
        UUID open = rules.allowGroup(group, secret, Verb.CODE_FETCH);
        rules.deny(never.id(), secret, Verb.CODE_FETCH);
        rules.add(Effect.ALLOW, new Subject.Person(here.id()), secret, office(), Verb.CODE_FETCH);
        rules.add(Effect.ALLOW, new Subject.Person(saying.id()), secret, reason(), Verb.CODE_FETCH);
        rules.allowService(machine.actor().id(), secret, Verb.CODE_FETCH);
        rules.allowAgent(agent.actor().id(), secret, Verb.CODE_FETCH);

        Response answer = reviewing.whoCan(Map.of("verb", "code.fetch", "secret", folder.path() + "/root"));
        answer.then()
                .statusCode(200)
                .body("exact", equalTo(true))
                .body("counts.person.always", equalTo(2))
                .body("counts.person.sometimes", equalTo(1))
                .body("counts.person.outright", equalTo(2))
                .body("counts.service.always", equalTo(1))
                .body("counts.agent.always", equalTo(1));
        assertThat(answer.<List<String>>path("found.id"))
                .containsExactlyInAnyOrder(
                        always.id().toString(),
                        here.id().toString(),
                        saying.id().toString(),
                        machine.actor().id().toString(),
                        agent.actor().id().toString());
        answer.then()
                .body(row(always, "extent"), equalTo("always"))
                .body(row(always, "outright"), equalTo("always"))
                .body(row(always, "through.policy"), hasItem(open.toString()))
                .body(row(here, "extent"), equalTo("sometimes"))
                .body(row(here, "example.address"), equalTo("192.0.2.1"))
                .body(row(saying, "extent"), equalTo("always"))
                .body(row(saying, "outright"), equalTo("never"))
                .body(row(saying, "steps"), equalTo(List.of("give a reason of at least 10 characters")));
        assertThat(answer.<String>path("found.find { it.kind == 'agent' }.actsFor"))
                .isEqualTo(always.id().toString());
    }

    private static String row(Person person, String member) {
        return "found.find { it.id == '" + person.id() + "' }." + member;
    }

    private static Clauses office() {
        return new Clauses(
                Set.of(new Condition.Network(Set.of(AddressRange.of("192.0.2.0/24")))), Set.of(), Set.of(), Set.of());
    }

    private static Clauses reason() {
        return new Clauses(Set.of(), Set.of(new Need.Reason(10)), Set.of(), Set.of());
    }

    @Test
    void pagesFollowEachOtherAndHoldEverybodyOnce() {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "root");
        List<String> people = new ArrayList<>();
        UUID[] ids = new UUID[5];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = newcomers.settled().id();
            people.add(ids[i].toString());
        }
        rules.allowGroup(newcomers.group(ids), secret, Verb.CODE_FETCH);
        List<String> found = new ArrayList<>();
        Integer next = 0;
        while (next != null) {
            Response page = reviewing.whoCan(
                    Map.of("verb", "code.fetch", "secret", folder.path() + "/root", "limit", 2, "from", next));
            found.addAll(page.<List<String>>path("found.id"));
            next = page.path("next");
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void whoeverMayDoSomethingToTheInstallationIsFoundToo() {
        reviewing
                .whoCan(Map.of("verb", "policy.edit"))
                .then()
                .statusCode(200)
                .body("found.kind", hasItem("person"))
                .body("found.through.flatten().policy", hasItem("00000000-0000-8000-8001-000000000003"));
        reviewing.whoCan(Map.of("verb", "code.fetch")).then().statusCode(400);
    }

    /** More than a few at a time are told to come back, and none of them takes long. */
    @Test
    void ofAHundredWhoAskAtOnceEachIsAnsweredOrToldToComeBack() throws Exception {
        Folder folder = shelf.folder();
        shelf.secret(folder, "root");
        reviewing.asAuditor();
        Callable<Response> asks =
                () -> reviewing.whoCan(Map.of("verb", "code.fetch", "secret", folder.path() + "/root"));
        try (ExecutorService crowd = Executors.newFixedThreadPool(20)) {
            List<Future<Response>> answers =
                    crowd.invokeAll(java.util.Collections.nCopies(100, asks));
            int answered = 0;
            for (Future<Response> answer : answers) {
                Response one = answer.get();
                assertThat(one.statusCode()).isIn(200, 503);
                if (one.statusCode() == 200) {
                    answered++;
                } else {
                    assertThat(one.<String>path("code")).isEqualTo("overloaded");
                    assertThat(one.header("Retry-After")).isEqualTo("2");
                }
            }
            assertThat(answered).isPositive();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import static dev.cofactor.desk.rules.Author.kind;
import static dev.cofactor.desk.rules.Author.named;
import static dev.cofactor.desk.rules.Author.of;
import static dev.cofactor.desk.rules.Author.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Clauses that name nobody, or are none: refused at their place, with a reason and nothing of what stood there. */
@QuarkusTest
class ClauseRefusalsHttpTest {
    private static final String SECRET = "hunter2";

    private final Author author;
    private final Newcomers newcomers;
    private final Shelf shelf;

    ClauseRefusalsHttpTest(Author author, Newcomers newcomers, Shelf shelf) {
        this.author = author;
        this.newcomers = newcomers;
        this.shelf = shelf;
    }

    @Test
    void approversAreThereOrAreRefusedAtTheirPlace() {
        Object there = named("group", newcomers.group());
        for (String who : List.of("group", "person")) {
            refused("needs", of(Map.of("kind", "reason", "atLeast", 5), approval(there, named(who, UUID.randomUUID()))))
                    .then()
                    .body("place", equalTo("/needs/1/of/1"))
                    .body("detail", equalTo("`/needs/1/of/1` names nobody who is there"));
        }
    }

    @Test
    void whoeverIsToldIsThereOrIsRefusedAtHisPlace() {
        Object owners = tell(kind("owners"));
        refused("then", of(owners, tell(named("group", UUID.randomUUID()))))
                .then()
                .body("place", equalTo("/then/1/whom"));
        refused("then", of(tell(named("person", UUID.randomUUID())))).then().body("place", equalTo("/then/0/whom"));
        for (Object id : of(UUID.randomUUID(), PublicId.CHANNEL.of(UUID.randomUUID()))) {
            refused("then", of(tell(named("channel", id))))
                    .then()
                    .body("place", equalTo("/then/0/whom"))
                    .body("detail", equalTo("`/then/0/whom` names nobody who could be told"));
        }
    }

    @Test
    void whoseWordCountsIsKnownOrIsRefusedAtItsPlace() {
        Map<String, Object> claim = Map.of(
                "kind", "claim", "issuer", UUID.randomUUID().toString(), "name", "ref", "values", List.of("main"));
        refused("when", of(claim)).then().body("place", equalTo("/when/0/issuer"));
        refused("when", of(Map.of("kind", "not", "of", claim))).then().body("place", equalTo("/when/0/of/issuer"));
    }

    @Test
    void whatDoesNotCompileIsRefusedWithPlaceAndReason() {
        Map<String, Object> office = Map.of("kind", "network", "in", List.of("10.0.0.0/8"));
        Object[][] table = {
            {"when", Map.of("kind", SECRET), "/when/1/kind", "is no kind of condition"},
            {"when", Map.of("kind", "network", "in", List.of("10.0.0.1/8")), "/when/1/in/0", null},
            {"when", Map.of("kind", "network", "in", List.of(SECRET)), "/when/1/in/0", null},
            {"when", Map.of("kind", "network", "in", List.of()), "/when/1", "names no network"},
            {"when", hours("08:60", "18:00", "Europe/Berlin"), "/when/1/from", "is no time of day such as 08:00"},
            {"when", hours("08:00", "08:00", "Europe/Berlin"), "/when/1", "begins when it ends"},
            {"when", hours("08:00", "18:00", SECRET), "/when/1/zone", "is no zone such as Europe/Berlin"},
            {"when", Map.of("kind", "dates", "zone", "UTC"), "/when/1", "names no day"},
            {"when", Map.of("kind", "dates", "zone", "UTC", "from", SECRET), "/when/1/from", null},
            {"when", Map.of("kind", "not", "of", Map.of("kind", "not", "of", office)), "/when/1", "says not twice"},
            {"needs", Map.of("kind", "reason", "atLeast", 0), "/needs/0", null},
            {"needs", Map.of("kind", "ticket", "form", SECRET + "**"), "/needs/0", "holds more than one *"},
            {"needs", Map.of("kind", "step-up", "within", "PT60M"), "/needs/0/within", null},
            {
                "needs",
                Map.of("kind", "step-up", "within", "PT1H", "methods", List.of(SECRET)),
                "/needs/0/methods/0",
                null
            },
            {"needs", Map.of("kind", "reason", "atLeast", 5, SECRET, 1), "/needs/0", null},
            {"limits", Map.of("most", 0, "per", "PT1H"), "/limits/0", null},
            {"limits", Map.of("most", 1, "per", "PT1H", "by", List.of(SECRET)), "/limits/0/by/0", null},
            {"then", Map.of("kind", SECRET), "/then/0/kind", "is no kind of duty"},
        };
        for (Object[] row : table) {
            List<Object> clauses = row[0].equals("when") ? of(office, row[1]) : of(row[1]);
            Response refused = refused((String) row[0], clauses);
            refused.then().body("place", equalTo(row[2]));
            if (row[3] != null) {
                refused.then().body("detail", equalTo("`" + row[2] + "` " + row[3]));
            }
        }
    }

    @Test
    void effectsHaveTheClausesThatFitThem() {
        Map<String, Object> deny = new HashMap<>(base("deny"));
        deny.put("needs", of(Map.of("kind", "reason", "atLeast", 5)));
        author.adds(deny).then().statusCode(400).body("code", equalTo("policy-refused"));
        author.adds(base("require")).then().statusCode(400).body("detail", equalTo("the document requires nothing"));
        Map<String, Object> require = new HashMap<>(base("require"));
        require.put("needs", of(Map.of("kind", "reason", "atLeast", 5)));
        author.adds(require).then().statusCode(201);
    }

    @Test
    void idsInClausesMayBeWrittenAsOtherAnswersWriteThem() {
        UUID channel = UUID.randomUUID();
        assertThat(RuleJson.spelled(PublicId.CHANNEL.of(channel))).contains(channel);
    }

    private Response refused(String kind, List<Object> clauses) {
        Map<String, Object> policy = new HashMap<>(base("allow"));
        policy.put(kind, clauses);
        Response refused = author.adds(policy);
        refused.then().statusCode(400).body("code", equalTo("policy-refused"));
        assertThat(refused.asString()).doesNotContain(SECRET);
        return refused;
    }

    private Map<String, Object> base(String effect) {
        return policy(
                effect,
                of("code.fetch"),
                of(named("group", newcomers.group())),
                of(named("folder", shelf.folder().id())));
    }

    private static Map<String, Object> approval(Object... of) {
        return Map.of(
                "kind",
                "approval",
                "quorum",
                1,
                "of",
                List.of(of),
                "decideWithin",
                "PT1H",
                "validFor",
                "PT30M",
                "uses",
                3);
    }

    private static Map<String, Object> tell(Object whom) {
        return Map.of("kind", "tell", "whom", whom);
    }

    private static Map<String, Object> hours(String from, String until, String zone) {
        return Map.of("kind", "hours", "days", List.of("mon"), "from", from, "until", until, "zone", zone);
    }
}

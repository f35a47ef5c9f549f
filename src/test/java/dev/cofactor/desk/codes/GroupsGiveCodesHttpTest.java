// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Codes that somebody gets because of the group that he stands in, for as long as he does. */
@QuarkusTest
class GroupsGiveCodesHttpTest {
    private final Kiosk kiosk;
    private final Newcomers newcomers;
    private final Rules rules;
    private final WholeLog log;

    GroupsGiveCodesHttpTest(Kiosk kiosk, Newcomers newcomers, Rules rules, WholeLog log) {
        this.kiosk = kiosk;
        this.newcomers = newcomers;
        this.rules = rules;
        this.log = log;
    }

    @AfterEach
    void theWholeLogIsRight() {
        assertThat(log.verify()).isPositive();
    }

    @Test
    void whoLeavesAGroupGetsNoCodeThatItGaveAfterTheAnswer() {
        Stand stand = kiosk.counting();
        Visitor visitor = kiosk.stranger();
        UUID group = newcomers.group();
        rules.allowGroup(group, stand.secret(), Verb.CODE_FETCH);
        String administrator = newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR));
        String member =
                "/api/v1/groups/" + group + "/members/" + visitor.person().id();
        for (int i = 0; i < 5; i++) {
            assertThat(fetch(visitor, stand).statusCode()).isEqualTo(404);
            Kiosk.as(administrator).put(member).then().statusCode(204);
            assertThat(fetch(visitor, stand).statusCode()).isEqualTo(200);
            Kiosk.as(administrator).delete(member).then().statusCode(204);
        }
        assertThat(fetch(visitor, stand).statusCode()).isEqualTo(404);
    }

    private Response fetch(Visitor visitor, Stand stand) {
        return kiosk.fetch(visitor, stand, Map.of());
    }
}

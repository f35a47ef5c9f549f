// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.office.Desk;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What stands behind an event: who had asked for it and who had agreed, each a step away on the log. */
@QuarkusTest
class BackingHttpTest {
    private final Desk desk;
    private final Kiosk kiosk;
    private final Newcomers newcomers;
    private final Rules rules;

    BackingHttpTest(Desk desk, Kiosk kiosk, Newcomers newcomers, Rules rules) {
        this.desk = desk;
        this.kiosk = kiosk;
        this.newcomers = newcomers;
        this.rules = rules;
    }

    @Test
    void aCodeUnderApprovalLeadsToWhoAskedAndWhoSaidYes() {
        Person approver = newcomers.inRole(Role.APPROVER);
        Person asker = newcomers.settled();
        Stand stand = kiosk.counting();
        Need.Approval approval = new Need.Approval(
                1,
                Set.of(new Approver.Group(newcomers.group(approver.id()))),
                Duration.ofDays(1),
                Duration.ofHours(2),
                3,
                false);
        Clauses clauses = new Clauses(Set.of(), Set.of(approval), Set.of(), Set.of());
        UUID secret = stand.secret();
        rules.add(Effect.ALLOW, new Subject.Person(asker.id()), secret, clauses, Verb.CODE_FETCH);
        String at = "/secrets/" + PublicId.SECRET.of(secret);
        Browser browser = desk.at(asker);
        browser.open(at + "/code");
        Desk.led(browser.send(at + "/ask", Map.of("for", "code.fetch")));
        String request = found(
                "(/approvals/req_[0-9a-z]{26})", browser.open(at + "/code").asString());
        Browser decides = desk.at(approver);
        decides.open(request);
        Desk.led(decides.send(request, Map.of("act", "once")));
        browser.open(at + "/code");
        assertThat(browser.send(at + "/code", Map.of("wait", "no")).statusCode())
                .isEqualTo(200);

        Browser auditor = desk.at(newcomers.inRole(Role.AUDITOR));
        String list =
                auditor.open("/audit?kind=codes&who=" + asker.accountName()).asString();
        String event =
                auditor.open(found("href=\"(/audit/[0-9a-f-]{36})\"", list)).asString();
        assertThat(event)
                .contains("Code released", "Agreed to", "Asked for it", "Approved it", "edition ")
                .contains("/audit?who=" + asker.accountName(), "/audit?what=" + PublicId.SECRET.of(secret))
                .doesNotContain("href=\"/policies/editions");
        String approved = found("href=\"(/audit/[0-9a-f-]{36})\">Approved it", event);
        assertThat(auditor.open(approved).asString()).contains("Access approved", approver.displayName());
    }

    private static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}

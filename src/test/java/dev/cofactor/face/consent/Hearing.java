// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A code that needs somebody's yes, whoever wants it, and whoever may give it. */
@Singleton
class Hearing {
    static final Map<String, String> WHY = Map.of("for", "code.fetch", "reason", "the invoice is due today");
    static final Map<String, String> ONCE = Map.of("act", "once");

    /** Of codes for which the step that proved the seed is over soon. */
    private static final int SHORT = 3;

    private final Kiosk kiosk;
    private final Newcomers newcomers;
    private final Rules rules;

    Hearing(Kiosk kiosk, Newcomers newcomers, Rules rules) {
        this.kiosk = kiosk;
        this.newcomers = newcomers;
        this.rules = rules;
    }

    /** @param group whose members may approve */
    record Scene(Stand stand, Person asker, Person approver, UUID group) {
        String secret() {
            return "/secrets/" + PublicId.SECRET.of(stand.secret());
        }

        String code() {
            return secret() + "/code";
        }
    }

    /** With a reason of five characters, and one yes that is good for two hours and three uses. */
    Scene scene() {
        Person approver = newcomers.inRole(Role.APPROVER);
        UUID group = newcomers.group(approver.id());
        Scene scene = new Scene(kiosk.stand("shared", SHORT), newcomers.settled(), approver, group);
        allow(scene, Verb.CODE_FETCH, new Need.Reason(5), yes(group, 1));
        return scene;
    }

    static Need.Approval yes(UUID group, int quorum) {
        return new Need.Approval(
                quorum,
                Set.of(new Approver.Group(group)),
                Duration.ofDays(20),
                Duration.ofHours(2),
                3,
                false);
    }

    /** For the asker, and his code alone. */
    UUID allow(Scene scene, Verb verb, Need... needs) {
        Clauses clauses = new Clauses(Set.of(), new LinkedHashSet<>(Arrays.asList(needs)), Set.of(), Set.of());
        return rules.add(
                Effect.ALLOW,
                new Subject.Person(scene.asker().id()),
                scene.stand().secret(),
                clauses,
                verb);
    }

    Browser at(Person person) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        return browser;
    }

    /** The asker asks on the code's page. @return the page of his request */
    String asked(Scene scene, Browser asker) {
        asker.open(scene.code());
        assertThat(led(asker.send(scene.secret() + "/ask", WHY))).isEqualTo(scene.code());
        return request(asker.open(scene.code()));
    }

    String asked(Scene scene) {
        return asked(scene, at(scene.asker()));
    }

    /** The link to a request, on a page that has one. */
    static String request(Response page) {
        assertThat(page.statusCode()).isEqualTo(200);
        String text = page.asString();
        int at = text.indexOf("/approvals/req_");
        assertThat(at).as(text).isPositive();
        return text.substring(at, at + "/approvals/req_".length() + 26);
    }

    static String led(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;

/** Somebody who has a shelf, with his browser and what policies say of him. */
record Holder(Person person, Browser browser, Rules rules) {
    static Holder of(Person person, Rules rules) {
        Browser browser = new Browser();
        browser.signIn(person.accountName(), Newcomers.PASSWORD);
        assertThat(browser.open("/secrets").statusCode()).isEqualTo(200);
        return new Holder(person, browser, rules);
    }

    static String page(Stand stand) {
        return "/secrets/" + PublicId.SECRET.of(stand.secret());
    }

    /** One yes of this group, which is good for two hours and three uses. */
    static Need.Approval yes(UUID group) {
        return new Need.Approval(
                1, Set.of(new Approver.Group(group)), Duration.ofDays(20), Duration.ofHours(2), 3, false);
    }

    void allow(UUID secret, Verb verb, Need... needs) {
        allow(secret, verb, Set.of(), needs);
    }

    void allow(UUID secret, Verb verb, Set<Condition> when, Need... needs) {
        Clauses clauses = new Clauses(when, new LinkedHashSet<>(Arrays.asList(needs)), Set.of(), Set.of());
        rules.add(Effect.ALLOW, new Subject.Person(person.id()), secret, clauses, verb);
    }

    /** The row of the list in which this stands. */
    String row(Stand stand) {
        return row(browser.open("/secrets").asString(), stand.path());
    }

    static String row(String list, String path) {
        int at = list.indexOf(">" + path + "<");
        assertThat(at).as(path + " is in the list").isPositive();
        return list.substring(list.lastIndexOf("<tr>", at), list.indexOf("</tr>", at));
    }
}

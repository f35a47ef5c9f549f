// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of the pages by which people ask for access and decide: one asks and takes, another says yes and looks at it. */
final class Consenting {
    private static final Map<String, String> WHY =
            Map.of("for", "code.fetch", "reason", "the invoice is due today, and nobody else is here");

    private final Shelf shelf = Arc.container().instance(Shelf.class).get();
    private final Rules rules = Arc.container().instance(Rules.class).get();
    private final Visit asker;
    private final Visit approver;

    Consenting(Wire wire) {
        asker = new Visit(wire);
        approver = new Visit(wire);
    }

    void use(Newcomers newcomers) {
        Person one = newcomers.settled();
        Person other = newcomers.inRole(Role.APPROVER);
        UUID secret = shelf.secret(shelf.folder(), "root");
        Need.Approval yes = new Need.Approval(
                1, Set.of(new Approver.Person(other.id())), Duration.ofDays(20), Duration.ofHours(2), 3, false);
        allow(one, secret, yes, Verb.CODE_FETCH);
        allow(one, secret, yes, Verb.SECRET_EDIT);
        allow(one, secret, new Need.BreakGlass(5, Duration.ofHours(4), 1), Verb.CODE_FETCH);
        asker.signIn(one.accountName());
        approver.signIn(other.accountName());
        String page = "/secrets/" + PublicId.SECRET.of(secret);
        asked(page);
        inAnEmergency(page);
    }

    private void asked(String page) {
        asker.open(page + "/ask?for=code.fetch").is(303);
        asker.open(page + "/ask?for=secret.edit").is(200);
        String first = ask(page);
        asker.open(first).is(200);
        asker.open("/approvals/mine").is(200);
        asker.send(first + "/withdraw", Map.of()).is(303);
        String second = ask(page);
        approver.open("/approvals").is(200);
        approver.open(second).is(200);
        approver.send(second, Map.of("act", "once")).is(303);
        approver.open(second).is(200);
        approver.send(second + "/revoke", Map.of()).is(303);
        approver.open("/approvals/history").is(200);
    }

    private String ask(String page) {
        asker.open(page + "/code").is(200);
        asker.send(page + "/ask", WHY).is(303);
        return request(asker.open(page + "/code").is(200).text());
    }

    private void inAnEmergency(String page) {
        asker.open(page + "/code").is(200);
        asker.open(page + "/break-glass").is(303);
        asker.send(page + "/break-glass", WHY).is(303);
        String taken = request(asker.open(page + "/code").is(200).text());
        String review = taken.replace("/approvals/", "/approvals/reviews/");
        approver.open("/approvals/reviews").is(200);
        approver.open(review).is(303);
        approver.open("/approvals/reviews").is(200);
        approver.send(review, Map.of("words", "nothing came of it")).is(303);
    }

    private void allow(Person person, UUID secret, Need need, Verb verb) {
        Clauses clauses = new Clauses(Set.of(), Set.of(need), Set.of(), Set.of());
        rules.add(Effect.ALLOW, new Subject.Person(person.id()), secret, clauses, verb);
    }

    private static String request(String page) {
        Matcher found = Pattern.compile("/approvals/req_[0-9a-z]{26}").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}

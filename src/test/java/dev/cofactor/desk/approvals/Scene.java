// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Given;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.rulebook.Role;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** A secret whose code has to be approved, and those who ask and approve. Each test has one of its own. */
@Singleton
class Scene {
    static final String WHY = "the deployment of a-canary-tonight";

    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;
    private final Catalogue catalogue;
    private final Gate gate;
    private final Asking asking;
    private final Groups groups;
    private final People people;

    Scene(
            Newcomers newcomers,
            Rules rules,
            Shelf shelf,
            Catalogue catalogue,
            Gate gate,
            Asking asking,
            Groups groups,
            People people) {
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.catalogue = catalogue;
        this.gate = gate;
        this.asking = asking;
        this.groups = groups;
        this.people = people;
    }

    /** @param policy by which whoever asks may, once approved */
    record Play(UUID secret, Caller asker, UUID policy, UUID group, List<Person> approvers) {}

    UUID secret() {
        return shelf.secret(shelf.folder(), "root");
    }

    Person approver() {
        return newcomers.inRole(Role.APPROVER);
    }

    static Need.Approval by(int quorum, Approver... of) {
        return new Need.Approval(
                quorum,
                new LinkedHashSet<>(List.of(of)),
                Duration.ofHours(1),
                Duration.ofMinutes(30),
                3,
                false);
    }

    static Clauses needing(Need... needs) {
        return new Clauses(Set.of(), new LinkedHashSet<>(List.of(needs)), Set.of(), Set.of());
    }

    UUID allow(Subject who, UUID secret, Need... needs) {
        return rules.add(Effect.ALLOW, who, secret, needing(needs), Verb.CODE_FETCH);
    }

    /** Two approvers in a group, one of whom has to say yes; a reason has to be given. */
    Play usual() {
        return with(group -> by(1, new Approver.Group(group)));
    }

    Play with(Function<UUID, Need.Approval> clause) {
        UUID secret = secret();
        Person asker = newcomers.settled();
        List<Person> approvers = List.of(approver(), approver());
        UUID group = newcomers.group(approvers.get(0).id(), approvers.get(1).id());
        UUID policy = allow(new Subject.Person(asker.id()), secret, clause.apply(group), new Need.Reason(10));
        return new Play(secret, newcomers.signedIn(asker), policy, group, approvers);
    }

    static Given saying(String reason) {
        return new Given(Optional.of(reason), Optional.empty(), Optional.empty());
    }

    AccessRequest ask(Play set) {
        return ask(set.asker, set.secret);
    }

    AccessRequest ask(Caller caller, UUID secret) {
        return asking.ask(caller, wish(secret, UnaryOperator.identity()));
    }

    Asking.Wish wish(UUID secret, UnaryOperator<Given> given) {
        return new Asking.Wish(path(secret), Verb.CODE_FETCH, given.apply(saying(WHY)), Optional.empty());
    }

    String path(UUID secret) {
        return catalogue.find(secret).orElseThrow().path();
    }

    /** Passes the gate as a fetch does. */
    Gate.Released fetch(Caller caller, UUID secret) {
        return fetch(caller, secret, Given.NOTHING);
    }

    Gate.Released fetch(Caller caller, UUID secret, Given given) {
        return gate.release(new Ask(
                caller,
                Verb.CODE_FETCH,
                EventClass.CODE_RELEASED,
                () -> catalogue
                        .find(secret)
                        .map(placed -> Sight.of(placed, caller).opening(UUID.randomUUID(), "seed", List.of())),
                sight -> sight,
                given));
    }

    /** As a fetch through the API: refused, and told what becomes of it. */
    Problem told(Caller caller, UUID secret, Given given) {
        try {
            fetch(caller, secret, given);
        } catch (Refused refused) {
            return asking.told(
                    caller,
                    Verb.CODE_FETCH,
                    catalogue.find(secret).orElseThrow(),
                    refused,
                    given,
                    true);
        }
        throw new AssertionError("it was not refused");
    }

    /** From now on he stands there. */
    void join(UUID group, UUID person) {
        shelf.change(Moves.WORLD, at -> groups.join(group, person, at.time()));
    }

    Person person(UUID id) {
        return people.find(id).orElseThrow();
    }

    Caller signedIn(Person person) {
        return newcomers.signedIn(person);
    }

    static void assertRefused(ThrowingCallable asked, String code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}

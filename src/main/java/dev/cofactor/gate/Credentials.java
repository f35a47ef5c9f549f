// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a caller's credential means to the policy and to the log. */
final class Credentials {
    private Credentials() {}

    /** The session must stand at the moment of the record, however lately it was found to. */
    static List<Claim> claims(Caller caller) {
        return caller.session().<Claim>map(Claim.SessionStands::new).stream().toList();
    }

    /** @return nobody, where there is none who could be allowed anything */
    static Optional<Asker> asker(Caller caller, Facts facts, Instant time) {
        Credential shown = caller.token().map(Credential::token).orElseGet(Credential::plain);
        return switch (caller.actor()) {
            case Actor.Person person ->
                person(person.id(), shown, facts, brought(caller, facts)).map(Asker.class::cast);
            case Actor.Service service ->
                Optional.of(new Asker.Service(service.id(), facts.groupsOf(service.id()), shown))
                        .filter(asker -> stands(service.id(), caller, facts, time))
                        .map(Asker.class::cast);
            case Actor.Agent agent ->
                person(agent.person(), Credential.plain(), facts, Set.of())
                        .map(person -> new Asker.Agent(agent.id(), facts.groupsOf(agent.id()), shown, person));
            case Actor.System system -> Optional.empty();
            case Actor.Nobody nobody -> Optional.empty();
        };
    }

    /** Asked of every decision anew: between two of them the token may have been taken back, or its time may be over. */
    private static boolean stands(UUID service, Caller caller, Facts facts, Instant time) {
        return facts.isActiveService(service)
                && caller.token()
                        .filter(token -> facts.stands(token, service, time))
                        .isPresent();
    }

    /** A program that acts for the person does not come with his sign-in, so it gets nothing of it. */
    private static Set<UUID> brought(Caller caller, Facts facts) {
        return caller.session().map(facts::groupsOfSession).orElse(Set.of());
    }

    private static Optional<Asker.Person> person(UUID id, Credential shown, Facts facts, Set<UUID> brought) {
        if (!facts.isActive(id)) {
            return Optional.empty();
        }
        Set<UUID> groups = new HashSet<>(facts.groupsOf(id));
        groups.addAll(brought);
        return Optional.of(new Asker.Person(id, Set.copyOf(groups), shown));
    }
}

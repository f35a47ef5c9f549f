// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate.world;

import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Voucher;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a caller's credential means to the policy and to the log. */
public final class Credentials {
    private Credentials() {}

    /** The session must stand at the moment of the record, however lately it was found to. */
    public static List<Claim> claims(Caller caller) {
        return caller.session().<Claim>map(Claim.SessionStands::new).stream().toList();
    }

    /** @return nobody, where there is none who could be allowed anything */
    public static Optional<Asker> asker(Caller caller, Facts facts, Instant time) {
        Credential shown = shown(caller);
        return switch (caller.actor()) {
            case Actor.Person person ->
                person(person.id(), shown, facts, brought(caller, facts)).map(Asker.class::cast);
            case Actor.Service service ->
                Optional.of(new Asker.Service(service.id(), facts.groupsOf(service.id()), shown))
                        .filter(asker -> stands(service.id(), caller, facts, time))
                        .map(Asker.class::cast);
            case Actor.Agent agent ->
                person(agent.person(), Credential.plain(), facts, Set.of())
                        .filter(person -> caller.token()
                                .filter(delegation -> facts.acts(agent, delegation, time, caller.line()))
                                .isPresent())
                        .map(person ->
                                new Asker.Agent(agent.id(), facts.groupsOf(agent.id()), Credential.plain(), person));
            case Actor.System system -> Optional.empty();
            case Actor.Nobody nobody -> Optional.empty();
        };
    }

    private static Credential shown(Caller caller) {
        return caller.token()
                .map(Credential::token)
                .or(() -> caller.voucher().map(Credentials::vouchedFor))
                .orElseGet(Credential::plain);
    }

    private static Credential vouchedFor(Voucher voucher) {
        return Credential.vouchedFor(voucher.said().stream()
                .map(said -> new Subject.Claim(voucher.federation(), said.name(), said.value()))
                .collect(Collectors.toSet()));
    }

    /** Asked of every decision anew: between two of them the token may have been taken back, or its time may be over. */
    private static boolean stands(UUID service, Caller caller, Facts facts, Instant time) {
        boolean token = caller.token()
                .filter(shown -> facts.stands(shown, service, time, caller.line()))
                .isPresent();
        boolean word = caller.voucher()
                .filter(shown -> time.isBefore(shown.until()) && facts.stands(shown, service))
                .isPresent();
        return facts.isActiveService(service) && (token || word);
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

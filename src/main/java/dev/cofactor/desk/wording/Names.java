// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What people call those and that which policies are about, at one moment. Who or what is not there has no name.
 *
 * @param issuers federations whose word is asked for
 * @param channels to which something is sent
 */
public record Names(
        Map<Subject, String> subjects,
        Map<Resource, String> resources,
        Map<UUID, String> issuers,
        Map<UUID, String> channels) {
    public Names {
        subjects = Map.copyOf(subjects);
        resources = Map.copyOf(resources);
        issuers = Map.copyOf(issuers);
        channels = Map.copyOf(channels);
    }

    public Names(Map<Subject, String> subjects, Map<Resource, String> resources) {
        this(subjects, resources, Map.of(), Map.of());
    }

    public Names and(Names more) {
        return new Names(
                both(subjects, more.subjects),
                both(resources, more.resources),
                both(issuers, more.issuers),
                both(channels, more.channels));
    }

    private static <T> Map<T, String> both(Map<T, String> some, Map<T, String> more) {
        Map<T, String> both = new HashMap<>(some);
        both.putAll(more);
        return both;
    }

    public Optional<String> of(Subject subject) {
        return Optional.ofNullable(subjects.get(subject));
    }

    public Optional<String> of(Resource resource) {
        return Optional.ofNullable(resources.get(resource));
    }

    public Optional<String> of(Approver.Group group) {
        return of(new Subject.Group(group.id()));
    }

    public Optional<String> of(Approver.Person person) {
        return of(new Subject.Person(person.id()));
    }

    public Optional<String> of(Duty.Whom.Group group) {
        return of(new Subject.Group(group.id()));
    }

    public Optional<String> of(Duty.Whom.Person person) {
        return of(new Subject.Person(person.id()));
    }

    public Optional<String> of(Duty.Whom.Channel channel) {
        return Optional.ofNullable(channels.get(channel.id()));
    }

    /** Of the federation whose word it asks for. */
    public Optional<String> of(Condition.TokenClaim claim) {
        return Optional.ofNullable(issuers.get(claim.issuer()));
    }
}

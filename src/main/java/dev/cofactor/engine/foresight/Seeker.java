// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.foresight;

import dev.cofactor.engine.policy.Question.Asker;
import dev.cofactor.engine.policy.Question.Credential;
import dev.cofactor.engine.policy.Subject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody of whom it is asked what he can, with the groups he stands in.
 *
 * @param openTo issuers who may vouch for anything of him, so that all they could say is looked at; empty where his
 *     claims are those of his credential and no others. Of an agent it is the agent's own credential that is open.
 */
public record Seeker(Asker asker, Set<UUID> openTo) {
    public Seeker {
        openTo = Set.copyOf(openTo);
    }

    /** With the claims he has, and no others. */
    public static Seeker of(Asker asker) {
        return new Seeker(asker, Set.of());
    }

    public UUID id() {
        return asker.id();
    }

    /** Whether one of these means him, or the person he acts for; or could, by what an issuer may say of him. */
    public boolean isMeantBy(Set<Subject> to) {
        return asker.sides().stream().anyMatch(side -> side.subjects().stream().anyMatch(to::contains))
                || to.stream().anyMatch(this::mayShow);
    }

    private boolean mayShow(Subject subject) {
        return subject instanceof Subject.Claim claim && openTo.contains(claim.issuer());
    }

    /** The same, with these in place of all that open issuers say. */
    Asker showing(Collection<Subject.Claim> claims) {
        if (openTo.isEmpty()) {
            return asker;
        }
        Set<Subject.Claim> shown = new HashSet<>();
        asker.credential().claims().stream()
                .filter(claim -> !openTo.contains(claim.issuer()))
                .forEach(shown::add);
        claims.stream().filter(claim -> openTo.contains(claim.issuer())).forEach(shown::add);
        Credential credential = new Credential(asker.credential().token(), shown);
        return switch (asker) {
            case Asker.Person one -> new Asker.Person(one.id(), one.groups(), credential);
            case Asker.Service one -> new Asker.Service(one.id(), one.groups(), credential);
            case Asker.Agent one -> new Asker.Agent(one.id(), one.groups(), credential, one.actsFor());
        };
    }
}

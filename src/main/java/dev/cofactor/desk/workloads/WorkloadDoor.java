// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.ground.identity.Bearers;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.identity.Voucher;
import dev.cofactor.ground.identity.Voucher.Said;
import dev.cofactor.ground.jwt.IssuerKeys;
import dev.cofactor.ground.jwt.Jwt;
import dev.cofactor.ground.jwt.Signatures;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.trust.Federation;
import dev.cofactor.ledger.trust.Federations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Knows a service by a token of its own issuer. Whether it still stands is asked again at every decision. */
@ApplicationScoped
class WorkloadDoor implements Bearers.Kind {
    private final Federations trust;
    private final Machines machines;
    private final IssuerKeys keys;
    private final Signatures signatures;
    private final WorkloadConfig config;
    private final Clock clock;

    WorkloadDoor(
            Federations trust,
            Machines machines,
            IssuerKeys keys,
            Signatures signatures,
            WorkloadConfig config,
            Clock clock) {
        this.trust = trust;
        this.machines = machines;
        this.keys = keys;
        this.signatures = signatures;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Optional<Caller> know(String bearer, Line line) {
        return Jwt.read(bearer).flatMap(token -> know(token, line));
    }

    private Optional<Caller> know(Jwt token, Line line) {
        Hearing hearing = hearing(token);
        List<Federation> letIn = lettingIn(token, hearing);
        if (!agree(letIn)) {
            return Optional.empty();
        }
        Federation first = letIn.getFirst();
        hearing.remember(first);
        Set<Said> said = nameable(token.claims().said());
        Optional<String> run = Preset.read(first.preset()).run(said).map(one -> first.id() + "/" + one);
        Voucher voucher = new Voucher(first.id(), first.number(), token.claims().until(), run, said);
        return machines.find(first.service())
                .filter(Service::active)
                .map(service -> Caller.vouchedFor(service.id(), voucher, line));
    }

    /** What a policy could name; what it could not, such as a text of a thousand letters, it cannot miss either. */
    private static Set<Said> nameable(Set<Said> said) {
        return said.stream().filter(WorkloadDoor::isNameable).collect(Collectors.toSet());
    }

    private static boolean isNameable(Said one) {
        try {
            new Subject.Claim(new UUID(0, 0), one.name(), one.value());
            return true;
        } catch (PolicyRefused e) {
            return false;
        }
    }

    Hearing hearing(Jwt token) {
        return new Hearing(token, keys, signatures, config.longestLife(), clock.instant());
    }

    /** Of services that are suspended too: suspending one must not turn its programs into another. */
    private List<Federation> lettingIn(Jwt token, Hearing hearing) {
        return trust.standing(token.claims().issuer()).stream()
                .filter(federation -> hearing.under(federation).isGood())
                .toList();
    }

    /** A token that could be two services is neither. */
    static boolean agree(List<Federation> letIn) {
        return letIn.stream().map(Federation::service).distinct().count() == 1;
    }

    /** Whether this token would let another service in besides. */
    boolean isAnothersToo(Jwt token, Hearing hearing, Federation than) {
        return lettingIn(token, hearing).stream()
                .anyMatch(other -> !other.service().equals(than.service()));
    }
}

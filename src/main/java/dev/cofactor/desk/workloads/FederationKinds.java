// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.proposals.Kind;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.trust.Federation;
import dev.cofactor.ledger.trust.Terms;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trust that gives whoever writes it more than he has: he may have the issuer say what he likes. What is kept says what it is
 * about and holds a hash of all the rest, so its author asks again for the very same once it was agreed to.
 */
final class FederationKinds {
    private static final String ADDED = "federation-added";
    private static final String EDITED = "federation-edited";
    private static final String SERVICE = "service";
    private static final String FEDERATION = "federation";
    private static final String ISSUER = "issuer";
    private static final String WHEN = "when";

    private FederationKinds() {}

    static Proposed added(Wanted wanted) {
        return Proposed.of(
                ADDED,
                Map.of(
                        SERVICE, wanted.service().toString(),
                        ISSUER, wanted.issuer().name(),
                        WHEN, conditions(wanted.terms().conditions()),
                        "hash", hash(wanted.toString())));
    }

    /** @param state of which it is a change: of any other it is another change */
    static Proposed edited(Federation now, Wanted.Edit edit, String state) {
        Terms terms = edit.of(now.terms(), Preset.read(now.preset()));
        return Proposed.of(
                EDITED,
                Map.of(
                        SERVICE, now.service().toString(),
                        FEDERATION, now.id().toString(),
                        ISSUER, now.issuer(),
                        WHEN, conditions(terms.conditions()),
                        "hash", hash(edit + state)));
    }

    private static String conditions(Map<String, String> conditions) {
        return conditions.entrySet().stream()
                .map(one -> one.getKey() + " is " + one.getValue())
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static String hash(String all) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // unreachable: every Java has it
        }
    }

    /** One of trust. */
    private abstract static class OfTrust implements Kind {
        @Override
        public Verb verb() {
            return Verb.MACHINE_EDIT;
        }

        @Override
        public boolean isForItsAuthor() {
            return true;
        }

        @Override
        public void apply(Proposed change, Caller by) {
            throw new IllegalStateException("whoever asked for it asks again");
        }

        static List<String> words(Machines machines, Proposed change) {
            String service =
                    machines.find(change.id(SERVICE)).map(Service::name).orElse("a service that is gone");
            return List.of(
                    "Whoever " + change.text(ISSUER) + " vouches for is the service " + service + ".",
                    "As long as " + change.text(WHEN) + ".");
        }
    }

    /** Another federation. */
    @ApplicationScoped
    static class Added extends OfTrust {
        private final WorkloadDesk desk;
        private final Machines machines;

        Added(WorkloadDesk desk, Machines machines) {
            this.desk = desk;
            this.machines = machines;
        }

        @Override
        public String word() {
            return ADDED;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return desk.service(change.id(SERVICE));
        }

        @Override
        public List<String> words(Proposed change) {
            return words(machines, change);
        }
    }

    /** One on other terms. */
    @ApplicationScoped
    static class Edited extends OfTrust {
        private final WorkloadDesk desk;
        private final Machines machines;

        Edited(WorkloadDesk desk, Machines machines) {
            this.desk = desk;
            this.machines = machines;
        }

        @Override
        public String word() {
            return EDITED;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return desk.there(change.id(FEDERATION));
        }

        @Override
        public List<String> words(Proposed change) {
            return words(machines, change);
        }
    }
}

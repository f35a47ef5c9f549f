// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Before anything of a secret is opened: its rows are believed only while the seal over them holds. */
@Singleton
public class Soundness {
    /** A change that comes between two readings looks like an altered row; several in a row do not happen. */
    private static final int LOOKS = 3;

    private final Gate gate;
    private final Catalogue catalogue;
    private final Seals seals;

    Soundness(Gate gate, Catalogue catalogue, Seals seals) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.seals = seals;
    }

    /**
     * The secret as it was found, or as it is since a change that came between.
     *
     * @param verb for what it is looked at
     * @throws Problem when the rows are not those that were written; that they were found so is on the log
     */
    public Placed sound(Caller caller, Placed found, Verb verb) {
        return sound(caller, new Catalogue.Coded(found, catalogue.mac(found.secret())), verb);
    }

    Placed sound(Caller caller, Catalogue.Coded first, Verb verb) {
        return sound(caller, first, verb, seals::held);
    }

    /**
     * The same for whoever reads more of it.
     *
     * @param held reads what the secret of this id holds, after it was found
     */
    public Placed sound(Caller caller, Catalogue.Coded first, Verb verb, Function<UUID, Seals.Held> held) {
        UUID secret = first.placed().secret();
        Catalogue.Coded found = first;
        for (int look = 0; look < LOOKS; look++) {
            if (seals.holds(found, held.apply(secret))) {
                return found.placed();
            }
            Catalogue.Coded again = catalogue.look(PublicId.SECRET.of(secret)).orElseThrow(SecretRefused::notFound);
            if (again.placed().version() == found.placed().version() && look > 0) {
                break;
            }
            found = again;
        }
        throw altered(caller, secret, verb);
    }

    Problem altered(Caller caller, UUID secret, Verb verb) {
        Fact fact = Fact.failed(
                        caller, EventClass.RELEASE_ABORTED, Optional.of(new Subject(Subject.Kind.SECRET, secret)))
                .saying(Details.none().with(Name.VERB, verb.code()).with(Name.CODE, "altered"));
        gate.note(fact);
        return SecretRefused.altered();
    }
}

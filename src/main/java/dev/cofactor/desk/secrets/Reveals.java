// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.approvals.Asking;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Given;
import dev.cofactor.gate.Refused;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.Unopenable;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where.Content;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** Reveals one sealed field, after the record of it. What the rows say is believed only while their seal holds. */
@ApplicationScoped
public class Reveals {
    private final Gate gate;
    private final Catalogue catalogue;
    private final Contents contents;
    private final Soundness soundness;
    private final Vault vault;
    private final Values values;
    private final Asking asking;

    Reveals(
            Gate gate,
            Catalogue catalogue,
            Contents contents,
            Soundness soundness,
            Vault vault,
            Values values,
            Asking asking) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.contents = contents;
        this.soundness = soundness;
        this.vault = vault;
        this.values = values;
        this.asking = asking;
    }

    /** Which value: of a field by name or id, the current one or an earlier one. */
    public record Wanted(UUID secret, String field, Optional<UUID> earlier) {}

    /** A value in the open, whose holder closes it. */
    public record Revealed(Field field, Content content, Plaintext value, UUID event) {}

    private record Found(Field field, Vault.Kept kept) {}

    /** @param asks whether a request of access is opened for him, where somebody has to approve it */
    public Revealed reveal(Caller caller, Wanted wanted, Given given, boolean asks) {
        AtomicReference<Optional<Found>> last = new AtomicReference<>(Optional.empty());
        Ask ask = new Ask(
                caller,
                Verb.FIELD_REVEAL,
                EventClass.FIELD_REVEALED,
                () -> look(caller, wanted, given, last),
                UnaryOperator.identity(),
                given);
        Gate.Released released;
        try {
            released = gate.release(ask);
        } catch (Refused refused) {
            throw refused.ways().isEmpty() ? refused : told(caller, wanted.secret(), refused, given, asks);
        }
        Found found = last.get().orElseThrow();
        try {
            Plaintext value = values.open(found.kept().where(), found.kept().sealed(), released.recorded());
            return new Revealed(
                    found.field(),
                    found.kept().where().content(),
                    value,
                    released.recorded().event());
        } catch (Unopenable e) {
            throw soundness.altered(caller, wanted.secret(), Verb.FIELD_REVEAL);
        }
    }

    private Problem told(Caller caller, UUID secret, Refused refused, Given given, boolean asks) {
        Optional<Placed> placed = catalogue.find(secret);
        return placed.map(one -> asking.told(caller, Verb.FIELD_REVEAL, one, refused, given, asks))
                .orElse(refused);
    }

    private Optional<Sight> look(Caller caller, Wanted wanted, Given given, AtomicReference<Optional<Found>> last) {
        Optional<Catalogue.Coded> coded = catalogue.look(PublicId.SECRET.of(wanted.secret()));
        if (coded.isEmpty()) {
            return Optional.empty();
        }
        Sight sight = Sight.of(coded.get().placed(), caller);
        if (!gate.view(caller, given).may(Verb.FIELD_REVEAL, sight.target())) {
            return Optional.of(sight); // the gate says so, and records it
        }
        Placed sound = soundness.sound(caller, coded.get(), Verb.FIELD_REVEAL);
        last.set(found(sound, wanted));
        return last.get().map(found -> opening(Sight.of(sound, caller), found, given));
    }

    private static Sight opening(Sight sight, Found found, Given given) {
        UUID value = found.kept().where().value();
        Details which = Details.none()
                .with(Name.FIELD, found.field().id())
                .with(Name.VALUE, value)
                .with(Name.REASON, given.reason())
                .with(Name.TICKET, given.ticket());
        return sight.opening(value, found.kept().where().content().word(), List.of())
                .saying(which);
    }

    private Optional<Found> found(Placed placed, Wanted wanted) {
        return switch (placed.state()) {
            case ACTIVE ->
                Filling.named(contents.version(placed), wanted.field())
                        .flatMap(field ->
                                kept(placed.secret(), field, wanted.earlier()).map(kept -> new Found(field, kept)));
            case DRAFT -> throw SecretRefused.draft();
            case DELETED -> Optional.empty();
        };
    }

    /** Only what is a field of the template and is ever revealed: for a seed nothing is found. */
    private Optional<Vault.Kept> kept(UUID secret, Field field, Optional<UUID> earlier) {
        Optional<Content> content = Filling.content(field);
        return earlier.isEmpty()
                ? content.flatMap(one -> vault.current(secret, field.id(), one))
                : vault.find(earlier.get())
                        .filter(kept -> kept.where().secret().equals(secret)
                                && kept.where().field().equals(field.id())
                                && content.equals(Optional.of(kept.where().content())));
    }
}

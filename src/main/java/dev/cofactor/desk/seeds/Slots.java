// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.desk.secrets.Completeness;
import dev.cofactor.desk.secrets.Entrance;
import dev.cofactor.desk.secrets.Seals;
import dev.cofactor.desk.secrets.SecretDesk;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldRules;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The fields of a secret that a seed or backup codes go into, for whoever may; and whether it then has all it must have. */
@ApplicationScoped
public class Slots {
    private final Gate gate;
    private final Catalogue catalogue;
    private final Templates templates;
    private final Completeness completeness;
    private final Seals seals;
    private final Entrance entrance;

    Slots(
            Gate gate,
            Catalogue catalogue,
            Templates templates,
            Completeness completeness,
            Seals seals,
            Entrance entrance) {
        this.gate = gate;
        this.catalogue = catalogue;
        this.templates = templates;
        this.completeness = completeness;
        this.seals = seals;
        this.entrance = entrance;
    }

    /** A secret's field for its seed, as its template's version has it. */
    public record Slot(Placed secret, Field field, FieldRules.Otp rules) {
        public UUID id() {
            return secret.secret();
        }
    }

    /** Before anything is read or opened for him; what is changed later is decided again, at the gate. */
    Placed require(Caller caller, String asked, Verb verb) {
        return entrance.admit(caller, verb, asked);
    }

    /** What the gate looks at, anew in each round. */
    Optional<Sight> look(Caller caller, UUID secret) {
        return catalogue.find(secret).map(found -> Sight.of(found, caller));
    }

    /** Moves the secret's row, so what decides about it is sealed anew, last of all. */
    <T> Gate.Changed<T> change(Ask ask, UUID secret, Function<Done.Moment, Done<T>> work) {
        return gate.change(ask, new Moves(false, Set.of(secret)), at -> {
            Done<T> done = work.apply(at);
            seals.seal(secret);
            return done;
        });
    }

    Optional<Placed> find(UUID secret) {
        return catalogue.find(secret);
    }

    Optional<Placed> find(String asked) {
        return catalogue.find(asked);
    }

    /** Read under the head's lock, before something is written about it. */
    Placed now(UUID secret) {
        return catalogue.find(secret).orElseThrow(SeedRefused::notFound);
    }

    TemplateVersion template(Placed secret) {
        return templates.version(secret.templateId(), secret.templateVersion()).orElseThrow(SeedRefused::notFound);
    }

    Slot forSeed(Placed secret) {
        return forSeed(secret, template(secret));
    }

    /** The same outside of transactions. */
    Slot forSeedOf(Placed secret) {
        return forSeed(
                secret,
                templates.lasting(secret.templateId(), secret.templateVersion()).orElseThrow(SeedRefused::notFound));
    }

    /** Before a secret is made to hold it. That its template is not there is for whoever makes the secret to say. */
    public void mustFit(SecretDesk.Draft draft, Entered entered) {
        templates
                .named(draft.template())
                .flatMap(one -> templates.lasting(one.id(), draft.version().orElse(one.version())))
                .ifPresent(version -> entered.mustFit(version.seed()
                        .map(Field::rules)
                        .filter(FieldRules.Otp.class::isInstance)
                        .map(FieldRules.Otp.class::cast)
                        .orElseThrow(() -> SeedRefused.noField("a seed"))));
    }

    private static Slot forSeed(Placed secret, TemplateVersion version) {
        return version.seed().flatMap(field -> slot(secret, field)).orElseThrow(() -> SeedRefused.noField("a seed"));
    }

    private static Optional<Slot> slot(Placed secret, Field field) {
        return field.rules() instanceof FieldRules.Otp rules
                ? Optional.of(new Slot(secret, field, rules))
                : Optional.empty();
    }

    /** The only such field, or the one named by its name or id. */
    Field forBackupCodes(Placed secret, Optional<String> named) {
        List<Field> fields = poolFields(secret, Optional.empty());
        if (fields.isEmpty()) {
            throw SeedRefused.noField("backup codes");
        }
        if (named.isEmpty() && fields.size() > 1) {
            throw SeedRefused.whichField();
        }
        return fields.stream()
                .filter(field -> named.isEmpty() || isCalled(field, named.get()))
                .findFirst()
                .orElseThrow(() -> SeedRefused.noField("backup codes of this name"));
    }

    /** All such fields, or the one of this name or id. */
    List<Field> poolFields(Placed secret, Optional<String> named) {
        return template(secret).fields().stream()
                .filter(field -> field.type() == FieldType.BACKUP_CODES)
                .filter(field -> named.isEmpty() || isCalled(field, named.get()))
                .toList();
    }

    private static boolean isCalled(Field field, String name) {
        return field.name().equalsIgnoreCase(name)
                || PublicId.FIELD.of(field.id()).equals(name);
    }

    /** Part of a change, after what it adds. @return whether the secret serves now */
    boolean whenComplete(UUID secret) {
        return completeness.settle(secret, template(now(secret)));
    }
}

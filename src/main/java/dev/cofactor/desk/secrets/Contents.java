// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.gate.Done;
import dev.cofactor.ground.sealing.Where.Content;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.catalogue.Slug;
import dev.cofactor.ledger.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is in a secret: rows of values, open and sealed. */
@ApplicationScoped
@Transactional
class Contents {
    /** Of earlier values of a field; what is older is destroyed. */
    private static final int MOST_EARLIER = 10;

    private final Templates templates;
    private final Catalogue catalogue;
    private final OpenFieldRows open;
    private final Vault vault;

    Contents(Templates templates, Catalogue catalogue, OpenFieldRows open, Vault vault) {
        this.templates = templates;
        this.catalogue = catalogue;
        this.open = open;
        this.vault = vault;
    }

    TemplateVersion version(Placed placed) {
        return templates.version(placed.templateId(), placed.templateVersion()).orElseThrow(SecretRefused::notFound);
    }

    Map<UUID, String> open(UUID secret) {
        return open.of(secret);
    }

    /** The fields that have any value now. A seed that nobody has seen a code of is none yet. */
    Set<UUID> given(UUID secret) {
        Set<UUID> given = new HashSet<>(open.of(secret).keySet());
        vault.all(secret).stream()
                .filter(kept -> kept.until().isEmpty() && kept.where().content() != Content.SEED_UNDER_PROOF)
                .forEach(kept -> given.add(kept.where().field()));
        return given;
    }

    /** The required ones that have none. */
    List<Field> missing(UUID secret, TemplateVersion version) {
        Set<UUID> given = given(secret);
        return version.fields().stream()
                .filter(field -> field.required() && !given.contains(field.id()))
                .toList();
    }

    /** The ids of those tags that there are. */
    Set<UUID> known(Set<Slug> tags) {
        Set<String> names = tags.stream().map(Slug::value).collect(Collectors.toSet());
        return catalogue.tags().entrySet().stream()
                .filter(tag -> names.contains(tag.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void write(UUID secret, Filling.Filled filled, UUID actor, Done.Moment at) {
        filled.cleared().forEach(field -> clear(secret, field, at));
        filled.open().forEach((field, value) -> open.set(secret, field, value));
        for (Filling.Fresh fresh : filled.sealed()) {
            end(secret, fresh.where().field(), at);
            vault.add(fresh.where(), fresh.sealed(), actor, at.event(), at.time());
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void forget() {
        open.forget();
    }

    /** A seed and backup codes serve by their field: whoever wants another has to overwrite them there, or keep the field. */
    @Transactional(Transactional.TxType.MANDATORY)
    void requireNothingStranded(UUID secret, TemplateVersion version) {
        boolean stranded = vault.all(secret).stream()
                .filter(kept ->
                        kept.until().isEmpty() && !Seals.isRevealed(kept.where().content()))
                .anyMatch(kept -> version.field(kept.where().field()).isEmpty());
        if (stranded) {
            throw SecretRefused.stranded();
        }
    }

    /** What that version has no field for: an open value goes, a sealed one is an earlier one now. */
    @Transactional(Transactional.TxType.MANDATORY)
    void endAllBut(TemplateVersion version, UUID secret, Done.Moment at) {
        Set<UUID> kept = version.fields().stream().map(Field::id).collect(Collectors.toSet());
        given(secret).stream().filter(field -> !kept.contains(field)).forEach(field -> clear(secret, field, at));
    }

    private void clear(UUID secret, UUID field, Done.Moment at) {
        open.remove(secret, field);
        end(secret, field, at);
    }

    private void end(UUID secret, UUID field, Done.Moment at) {
        for (Content content : Content.values()) {
            if (Seals.isRevealed(content)) {
                vault.current(secret, field, content)
                        .ifPresent(kept -> vault.end(kept.where().value(), at.time()));
            }
        }
        vault.earlier(secret, field).stream()
                .skip(MOST_EARLIER)
                .forEach(kept -> vault.destroy(kept.where().value(), at.time()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.ground.gathering.Remembered;
import dev.cofactor.ground.identity.PublicId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What templates there are. They hold no secret: whoever is signed in may read them. */
@ApplicationScoped
@Transactional
public class Templates {
    private static final int MOST = 1_000;

    private final TemplateRows templates;
    private final VersionRows versions;
    private final Remembered<Number, TemplateVersion> remembered = new Remembered<>(MOST);

    /** Which version of which template. */
    private record Number(UUID template, int number) {}

    Templates(TemplateRows templates, VersionRows versions) {
        this.templates = templates;
        this.versions = versions;
    }

    /** The predefined ones first. */
    public List<Template> all() {
        return templates.listed(Optional.empty());
    }

    /** Not what is deleted. */
    public Optional<Template> find(UUID template) {
        return templates.listed(Optional.of(template)).stream().findFirst();
    }

    /** By id or name, as a caller writes it. */
    public Optional<Template> named(String nameOrId) {
        return PublicId.TEMPLATE
                .read(nameOrId)
                .flatMap(this::find)
                .or(() -> all().stream()
                        .filter(one -> one.name().equalsIgnoreCase(nameOrId))
                        .findFirst());
    }

    /** Also of a template that is gone: what was made from it stays readable. */
    public Optional<TemplateVersion> version(UUID template, int number) {
        return versions.version(template, number);
    }

    /** The same for whoever asks again and again, outside of transactions: a version never changes, so it is remembered. */
    @Transactional(TxType.NEVER)
    public Optional<TemplateVersion> lasting(UUID template, int number) {
        return remembered.find(
                new Number(template, number),
                asked -> QuarkusTransaction.requiringNew().call(() -> versions.version(template, number)));
    }
}

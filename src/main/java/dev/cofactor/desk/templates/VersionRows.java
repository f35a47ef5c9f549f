// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Versions with their fields. They are written once. */
@ApplicationScoped
class VersionRows implements PanacheRepositoryBase<VersionRow, VersionRow.Key> {
    Optional<TemplateVersion> version(UUID template, int number) {
        return findByIdOptional(new VersionRow.Key(template, number))
                .map(row -> new TemplateVersion(
                        template, number, row.madeAt, Optional.ofNullable(row.author), fields(template, number)));
    }

    void insert(TemplateVersion version, UUID event) {
        persist(new VersionRow(version, event));
        flush();
        for (int position = 0; position < version.fields().size(); position++) {
            getEntityManager()
                    .persist(new FieldRow(version, position, version.fields().get(position)));
        }
        flush();
    }

    private List<Field> fields(UUID template, int number) {
        return getEntityManager()
                .createQuery(
                        "from FieldRow where template = :template and version = :version order by position",
                        FieldRow.class)
                .setParameter("template", template)
                .setParameter("version", number)
                .getResultStream()
                .map(FieldRow::field)
                .toList();
    }
}

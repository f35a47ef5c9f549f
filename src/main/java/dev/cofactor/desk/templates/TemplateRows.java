// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import dev.cofactor.ground.problem.Problem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class TemplateRows implements PanacheRepositoryBase<TemplateRow, UUID> {
    private static final String LISTED = """
            select t.id, t.name, t.description, t.predefined, coalesce(r.version, 0),
                   (select max(v.version) from template_version v where v.template = t.id)
              from template t left join row_version r on r.object = t.id
             where t.deleted_at is null and (cast(:id as uuid) is null or t.id = :id)
             order by not t.predefined, lower(t.name)
            """;

    /** All that stand, or the one of this id. */
    List<Template> listed(Optional<UUID> id) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(LISTED, Tuple.class)
                .setParameter("id", id.orElse(null), UUID.class)
                .getResultStream()
                .map(row -> new Template(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Boolean.class),
                        row.get(5, Integer.class),
                        row.get(4, Long.class)))
                .toList();
    }

    void requireFree(String name, UUID except) {
        if (count("lower(name) = lower(?1) and deletedAt is null and id <> ?2", name, except) > 0) {
            throw new Problem(Problem.Kind.CONFLICT, "template-name-taken", "another template is called so");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.desk.backups.Counts;
import dev.cofactor.desk.secrets.Entrance;
import dev.cofactor.desk.seeds.BackupCodes;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.desk.templates.Templates;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.entering.Keys;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Placed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Backup codes on their way in, as a site hands them out; and how few of them are few. None is ever shown here. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/backup-codes")
@Produces(Leads.HTML)
class PoolPages {
    private final BackupCodes codes;
    private final Counts counts;
    private final Entrance entrance;
    private final Templates templates;
    private final Frame frame;

    PoolPages(BackupCodes codes, Counts counts, Entrance entrance, Templates templates, Frame frame) {
        this.codes = codes;
        this.counts = counts;
        this.entrance = entrance;
        this.templates = templates;
        this.frame = frame;
    }

    /**
     * A field for such codes.
     *
     * @param total how many were entered; 0 where none serve
     * @param restored whether a copy was put back that cannot know how many are left
     */
    record Pool(String field, String name, int left, int total, int few, boolean low, boolean restored) {}

    /** @param kept how many came in just now; {@code merged} and {@code ignored}: what else stood there */
    record Came(int kept, int merged, int ignored) {}

    record Look(String id, String name, long seen, List<Pool> pools) {
        /** Whether something serves that is replaced. */
        public boolean any() {
            return pools.stream().anyMatch(pool -> pool.total() > 0);
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Pages {
        static native TemplateInstance codes(Shell shell, Look look, Came came, String fault);

        private Pages() {}
    }

    @GET
    public Response page(
            @PathParam("id") String id,
            @QueryParam("kept") @DefaultValue("") String kept,
            @QueryParam("merged") @DefaultValue("") String merged,
            @QueryParam("ignored") @DefaultValue("") String ignored) {
        return page(200, id, new Came(number(kept), number(merged), number(ignored)), "");
    }

    @POST
    public Response replace(
            @PathParam("id") String id,
            @FormParam("field") @DefaultValue("") String field,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("few") @DefaultValue("") String few) {
        OptionalInt low = few.isBlank() ? OptionalInt.empty() : OptionalInt.of(number(few));
        try (Plaintext typed = Keys.plain(text)) {
            BackupCodes.State now = codes.replace(frame.caller(), id, named(field), typed, low);
            return Leads.to("/secrets/%s/backup-codes?kept=%d&merged=%d&ignored=%d"
                    .formatted(id, now.total(), now.merged(), now.ignored()));
        } catch (Problem e) {
            return again(id, e);
        }
    }

    /** How few may be left before somebody is told. */
    @POST
    @Path("/few")
    public Response few(
            @PathParam("id") String id,
            @FormParam("field") @DefaultValue("") String field,
            @FormParam("few") @DefaultValue("") String few,
            @FormParam("seen") @DefaultValue("") String seen) {
        try {
            codes.setLowWater(frame.caller(), id, named(field), Editing.seen(Map.of("seen", seen)), number(few));
            return Leads.to("/secrets/" + id + "/backup-codes");
        } catch (Problem e) {
            return again(id, e);
        }
    }

    private Response again(String id, Problem why) {
        String fault = Words.fault(why, Kind.INVALID, Kind.CONFLICT, Kind.TOO_LARGE, Kind.CHANGED_MEANWHILE);
        return page(Editing.UNFIT, id, new Came(0, 0, 0), fault);
    }

    private static Optional<String> named(String field) {
        return Optional.of(field).filter(name -> !name.isEmpty());
    }

    /** Two digits at the most: there are no more than a hundred codes. */
    private static int number(String typed) {
        return typed.strip().matches("[0-9]{1,2}|100") ? Integer.parseInt(typed.strip()) : 0;
    }

    private Response page(int status, String id, Came came, String fault) {
        Placed secret = entrance.admit(frame.caller(), Verb.SECRET_EDIT, id);
        List<Counts.Count> found = counts.counts(secret);
        List<Pool> pools =
                templates.version(secret.templateId(), secret.templateVersion()).orElseThrow().fields().stream()
                        .filter(field -> field.type() == FieldType.BACKUP_CODES)
                        .map(field -> pool(field, found))
                        .toList();
        if (pools.isEmpty()) {
            throw Editing.notFound();
        }
        Look look = new Look(id, secret.name(), secret.version(), pools);
        return Response.status(status)
                .entity(Pages.codes(frame.shell(Place.SECRETS), look, came, fault))
                .build();
    }

    private static Pool pool(Field field, List<Counts.Count> found) {
        String id = PublicId.FIELD.of(field.id());
        return found.stream()
                .filter(one -> one.pool().field().equals(field.id()))
                .findFirst()
                .map(one -> new Pool(
                        id,
                        field.name(),
                        one.pool().left(),
                        one.pool().total(),
                        one.pool().lowWater(),
                        one.pool().isLow(),
                        one.restored()))
                .orElseGet(() -> new Pool(id, field.name(), 0, 0, 3, false, false));
    }
}

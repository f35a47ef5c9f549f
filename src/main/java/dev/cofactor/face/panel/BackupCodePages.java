// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import dev.cofactor.desk.backups.Counts;
import dev.cofactor.desk.backups.Handed;
import dev.cofactor.desk.backups.Handouts;
import dev.cofactor.desk.backups.Order;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.consent.Ahead;
import dev.cofactor.face.consent.StepsAhead;
import dev.cofactor.face.consent.Typed;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A backup code, for whoever has read that it is one fewer then. A page that is sent again shows the same one. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/backup-code")
@Produces(Leads.HTML)
class BackupCodePages {
    private static final int UNFIT = 422;
    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    private final Handouts handouts;
    private final Counts counts;
    private final Gate gate;
    private final Catalogue catalogue;
    private final StepsAhead steps;
    private final Frame frame;
    private final Ids ids;

    BackupCodePages(
            Handouts handouts, Counts counts, Gate gate, Catalogue catalogue, StepsAhead steps, Frame frame, Ids ids) {
        this.handouts = handouts;
        this.counts = counts;
        this.gate = gate;
        this.catalogue = catalogue;
        this.steps = steps;
        this.frame = frame;
        this.ids = ids;
    }

    /** The form, and what is wrong with what was sent. @param key under which it is sent once, however often */
    record Form(String key, String fault, Typed typed) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance ask(
                Shell shell,
                String id,
                String name,
                String path,
                List<PoolLook> pools,
                boolean serves,
                Form form,
                Ahead ahead);

        static native TemplateInstance taken(Shell shell, String id, String name, String path, Handed handed);

        private Templates() {}
    }

    @GET
    public Response page(@PathParam("id") String id) {
        return page(200, id, new Form(ids.next().toString(), "", Typed.NOTHING));
    }

    @POST
    @RunOnVirtualThread
    public Response take(
            @PathParam("id") String id,
            @FormParam("field") @Nullable String field,
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("ticket") @DefaultValue("") String ticket) {
        String once = KEY.matcher(key).matches() ? key : ids.next().toString();
        Optional<String> which =
                Optional.ofNullable(field).flatMap(PublicId.FIELD::read).map(PublicId.FIELD::of);
        try {
            Handed handed = handouts.take(
                    new Order(frame.caller(), id, which, Optional.of(once), Typed.given(reason, ticket), false));
            Placed secret = catalogue.find(id).orElseThrow();
            return Response.ok(Templates.taken(frame.shell(Place.SECRETS), id, secret.name(), secret.path(), handed))
                    .build();
        } catch (Problem e) {
            return page(UNFIT, id, new Form(once, fault(e), new Typed(reason, ticket, "", "")));
        }
    }

    /** What somebody can do something about stands where he does it. */
    private static String fault(Problem why) {
        boolean stepped = why.code().startsWith("approval-") || why.code().equals("reason-required");
        return stepped ? Words.sentence(why) : Words.fault(why, Kind.INVALID, Kind.CONFLICT, Kind.TOO_MANY);
    }

    /** For whoever may take one, if need be after some steps; everybody else is refused, and that is on the log. */
    private Response page(int status, String id, Form form) {
        Optional<Placed> found = catalogue.find(id);
        List<Counts.Count> pools = found.map(counts::counts).orElse(List.of());
        boolean last = !pools.isEmpty() && pools.stream().allMatch(Counts.Count::byApproval);
        String here = "/secrets/" + id + "/backup-code";
        Optional<Ahead> ahead =
                found.flatMap(one -> steps.of(frame.caller(), one, Verb.BACKUP_CODE_TAKE, here, sight(one, last)));
        if (ahead.isEmpty()) {
            gate.admit(frame.caller(), Verb.BACKUP_CODE_TAKE, () -> found.map(one -> sight(one, last)));
            return Leads.to(here); // it was given this very moment
        }
        Placed secret = found.orElseThrow();
        TemplateInstance page = Templates.ask(
                frame.shell(Place.SECRETS),
                id,
                secret.name(),
                secret.path(),
                pools.stream().map(PoolLook::of).toList(),
                pools.stream().anyMatch(count -> !count.restored()),
                form,
                ahead.get());
        return Response.status(status).entity(page).build();
    }

    private Sight sight(Placed secret, boolean last) {
        Sight sight = Sight.of(secret, frame.caller());
        return last ? sight.atTheLastCodes() : sight;
    }
}

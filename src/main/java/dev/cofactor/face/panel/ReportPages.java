// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import dev.cofactor.desk.backups.Counts;
import dev.cofactor.desk.backups.Returns;
import dev.cofactor.desk.outcomes.Outcomes;
import dev.cofactor.desk.outcomes.Release;
import dev.cofactor.desk.outcomes.Result;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Catalogue;
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
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Says how it went with a code, and after a refusal what can be done: the next code, a backup code, asking the owners. */
@Path("/reports/{receipt: [0-9a-f-]{36}}")
@Produces(Leads.HTML)
class ReportPages {
    private static final int UNFIT = 422;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Outcomes outcomes;
    private final Counts counts;
    private final Returns returns;
    private final Seeds seeds;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Frame frame;

    ReportPages(
            Outcomes outcomes,
            Counts counts,
            Returns returns,
            Seeds seeds,
            Gate gate,
            Catalogue catalogue,
            Frame frame) {
        this.outcomes = outcomes;
        this.counts = counts;
        this.returns = returns;
        this.seeds = seeds;
        this.gate = gate;
        this.catalogue = catalogue;
        this.frame = frame;
    }

    /**
     * How a release stands for whoever had it.
     *
     * @param secret its id, and {@code name}; empty where he may not see it any more
     * @param result empty while he has not said
     */
    record Look(String receipt, String secret, String name, boolean backup, String result) {}

    /** What is left to try, for him. */
    record Offers(boolean code, boolean backup, boolean owners) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance report(Shell shell, Look look, Offers offers, String fault, String news);

        private Templates() {}
    }

    @GET
    public Response page(@PathParam("receipt") String receipt, @QueryParam("news") @DefaultValue("") String news) {
        return page(200, receipt, "", news.equals("asked") ? news : "");
    }

    @POST
    public Response report(@PathParam("receipt") String receipt, @FormParam("result") @DefaultValue("") String result) {
        try {
            Result said = Result.find(result)
                    .orElseThrow(() -> new Problem(Kind.INVALID, "outcome-malformed", "say how it went"));
            outcomes.report(frame.caller(), id(receipt), said);
            return Leads.to("/reports/" + receipt);
        } catch (Problem e) {
            return page(UNFIT, receipt, Words.fault(e, Kind.INVALID, Kind.CONFLICT), "");
        }
    }

    @POST
    @Path("/help")
    public Response help(@PathParam("receipt") String receipt) {
        try {
            outcomes.askOwners(frame.caller(), id(receipt));
            return Leads.to("/reports/" + receipt + "?news=asked");
        } catch (Problem e) {
            return page(UNFIT, receipt, Words.fault(e, Kind.CONFLICT), "");
        }
    }

    /** For whoever may edit the secret, from its page, to which he comes back. */
    @POST
    @Path("/return")
    public Response putBack(@PathParam("receipt") String receipt) {
        Returns.Returned returned = returns.putBack(frame.caller(), id(receipt));
        return Leads.to("/secrets/" + PublicId.SECRET.of(returned.secret()));
    }

    private Response page(int status, String receipt, String fault, String news) {
        Outcomes.State state = outcomes.state(frame.caller(), id(receipt));
        Optional<Placed> secret = catalogue
                .find(state.release().secret())
                .filter(one -> gate.view(frame.caller())
                        .shows(Sight.of(one, frame.caller()).target()));
        Look look = new Look(
                receipt,
                secret.map(one -> PublicId.SECRET.of(one.secret())).orElse(""),
                secret.map(Placed::name).orElse(""),
                state.release().kind() == Release.Kind.BACKUP_CODE,
                state.result().map(Result::word).orElse(""));
        Offers offers = offers(state, secret, news);
        TemplateInstance page = Templates.report(frame.shell(Place.SECRETS), look, offers, fault, news);
        return Response.status(status).entity(page).build();
    }

    private Offers offers(Outcomes.State state, Optional<Placed> secret, String news) {
        if (state.result().filter(Result.REJECTED::equals).isEmpty()) {
            return new Offers(false, false, false);
        }
        boolean code = secret.filter(one -> may(one, Verb.CODE_FETCH))
                .filter(one -> seeds.isServing(one))
                .isPresent();
        boolean backup = secret.filter(one -> may(one, Verb.BACKUP_CODE_TAKE))
                .filter(one -> counts.counts(one).stream()
                        .anyMatch(count -> !count.restored() && count.pool().left() > 0))
                .isPresent();
        return new Offers(code, backup, news.isEmpty() && !state.asked());
    }

    /** If need be after some step, which the page that it leads to shows. */
    private boolean may(Placed secret, Verb verb) {
        return gate.view(frame.caller())
                .decide(verb, Sight.of(secret, frame.caller()).target())
                .filter(decision -> !(decision instanceof Decision.Deny))
                .isPresent();
    }

    private static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}

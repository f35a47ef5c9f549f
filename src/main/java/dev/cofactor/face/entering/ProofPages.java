// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.entering;

import dev.cofactor.desk.seeds.ProofDesk;
import dev.cofactor.desk.seeds.SeedJson;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.engine.otp.Step;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Catalogue;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Proving a seed: the site takes a code of it, or its app shows one that fits. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/proof")
@Produces(Leads.HTML)
class ProofPages {
    private static final int UNFIT = 422;
    private static final int WHOLE = 5;

    private final Seeds seeds;
    private final ProofDesk proofs;
    private final Clock clock;
    private final Catalogue catalogue;
    private final Gate gate;
    private final Frame frame;

    ProofPages(Seeds seeds, ProofDesk proofs, Catalogue catalogue, Gate gate, Clock clock, Frame frame) {
        this.seeds = seeds;
        this.proofs = proofs;
        this.catalogue = catalogue;
        this.gate = gate;
        this.clock = clock;
        this.frame = frame;
    }

    /**
     * A code to be typed at the site.
     *
     * @param step by which the one after it is asked for; empty for a counter
     * @param left milliseconds that it is still good for, of so many in its whole life; 0 for a counter
     */
    record Shown(List<String> groups, String step, long left, long life) {
        public boolean timed() {
            return life > 0;
        }

        /** Whole seconds, for whoever has no script. */
        public long seconds() {
            return (left + 999) / 1000;
        }
    }

    /** Another secret with the very same seed. */
    record Other(String id, String name, String path) {}

    /**
     * @param notes what is remarkable about it, each a word
     * @param others where else it is, as far as the reader may know
     */
    record Look(String id, String name, SeedJson.Shown seed, List<String> notes, List<Other> others) {}

    /** What was remarked when it was entered; nothing of it decides anything. */
    private record Remarks(List<String> notes, List<String> others) {
        static final Remarks NONE = new Remarks(List.of(), List.of());
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance proof(
                Shell shell, Look look, Shown shown, String siteFault, String codeFault, long wait);

        private Templates() {}
    }

    private static final Shown NOTHING = new Shown(List.of(), "", 0, 0);

    @GET
    public Response proof(
            @PathParam("id") String id,
            @QueryParam("note") List<String> notes,
            @QueryParam("also") List<String> others) {
        return page(200, id, NOTHING, new Remarks(notes, others), "", "", Duration.ZERO);
    }

    @POST
    @Path("/show")
    public Response show(@PathParam("id") String id, @FormParam("after") @DefaultValue("") String after) {
        OptionalLong before =
                after.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(after)) : OptionalLong.empty();
        try {
            return page(200, id, shown(proofs.show(frame.caller(), id, before)), Remarks.NONE, "", "", Duration.ZERO);
        } catch (Problem e) {
            return again(id, e, true);
        }
    }

    @POST
    @Path("/confirm")
    public Response confirm(@PathParam("id") String id) {
        try {
            return proved(id, proofs.confirm(frame.caller(), id));
        } catch (Problem e) {
            return again(id, e, true);
        }
    }

    @POST
    @Path("/code")
    public Response check(@PathParam("id") String id, @FormParam("code") @DefaultValue("") String code) {
        try {
            return proved(id, proofs.check(frame.caller(), id, code.replaceAll("[\\s-]", "")));
        } catch (Problem e) {
            return again(id, e, false);
        }
    }

    private static Response proved(String id, boolean active) {
        return Leads.to("/secrets/" + id + "?news=" + (active ? "proved" : "proved-draft"));
    }

    private Response again(String id, Problem why, boolean atSite) {
        String fault = Words.fault(why, Kind.INVALID, Kind.CONFLICT, Kind.TOO_MANY);
        Duration wait = why.retryAfter().orElse(Duration.ZERO);
        return page(UNFIT, id, NOTHING, Remarks.NONE, atSite ? fault : "", atSite ? "" : fault, wait);
    }

    private Shown shown(ProofDesk.Shown shown) {
        List<String> groups = grouped(shown.code());
        Optional<Step> step = shown.step();
        Instant now = clock.instant();
        return step.map(one -> new Shown(
                        groups,
                        Long.toString(shown.moment()),
                        Math.max(0, Duration.between(now, one.end()).toMillis()),
                        Duration.between(one.begin(), one.end()).toMillis()))
                .orElseGet(() -> new Shown(groups, "", 0, 0));
    }

    /** In two halves, the shorter first; Steam's five stay together. */
    private static List<String> grouped(String code) {
        int half = code.length() / 2;
        return code.length() <= WHOLE ? List.of(code) : List.of(code.substring(0, half), code.substring(half));
    }

    /** Somebody may have proved it meanwhile, or nothing was entered. */
    private Response page(
            int status, String id, Shown shown, Remarks remarks, String siteFault, String codeFault, Duration wait) {
        Seeds.Known known = seeds.known(frame.caller(), id);
        if (known.underProof().isEmpty()) {
            return Leads.to("/secrets/" + id + (known.serving().isPresent() ? "" : "/seed"));
        }
        TemplateInstance page = Templates.proof(
                frame.shell(Place.SECRETS),
                look(known, known.underProof().get(), remarks),
                shown,
                siteFault,
                codeFault,
                wait.plusMillis(999).toSeconds());
        return Response.status(status).entity(page).build();
    }

    private Look look(Seeds.Known known, SeedJson.Shown seed, Remarks remarks) {
        View view = gate.view(frame.caller());
        List<UUID> ids = remarks.others().stream()
                .limit(Entering.MOST_OTHERS)
                .flatMap(id -> PublicId.SECRET.read(id).stream())
                .toList();
        List<Other> others = catalogue.find(ids).stream()
                .filter(other -> view.shows(Sight.of(other, frame.caller()).target()))
                .map(other -> new Other(PublicId.SECRET.of(other.secret()), other.name(), other.path()))
                .toList();
        String id = PublicId.SECRET.of(known.secret().secret());
        return new Look(id, known.secret().name(), seed, remarks.notes(), others);
    }
}

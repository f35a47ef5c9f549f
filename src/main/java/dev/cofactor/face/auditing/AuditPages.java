// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.desk.oversight.AuditDesk;
import dev.cofactor.desk.oversight.Question;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The log for people: who did what, when, from where, under which policy. */
@Path("/audit")
@Produces(Leads.HTML)
class AuditPages {
    static final String ID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    static final int UNFIT = 422;

    private static final String ONE = "/{id: " + ID + "}";
    private static final String A_PAGE = "50";

    private final AuditDesk desk;
    private final Chronicle chronicle;
    private final Lookup lookup;
    private final Backing backing;
    private final Gate gate;
    private final Frame frame;

    AuditPages(AuditDesk desk, Chronicle chronicle, Lookup lookup, Backing backing, Gate gate, Frame frame) {
        this.desk = desk;
        this.chronicle = chronicle;
        this.lookup = lookup;
        this.backing = backing;
        this.gate = gate;
        this.frame = frame;
    }

    /**
     * What was found.
     *
     * @param next the index before which it goes on, or empty
     * @param unknown whether somebody or something was named that is not there
     * @param fault what cannot be looked for as it was typed, or empty
     */
    record Found(List<Chronicle.Row> rows, String next, boolean unknown, String fault) {
        static Found nothing(boolean unknown, String fault) {
            return new Found(List.of(), "", unknown, fault);
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance audit(Shell shell, Tabs tabs, Found found, List<Deeds.Kind> kinds, Sought asked);

        static native TemplateInstance event(
                Shell shell, Chronicle.Row row, List<Chronicle.Fact> facts, Backing.Shown backing, String body);

        private Templates() {}
    }

    /** Whoever only reviews access has no business here, and a page of his own. */
    @GET
    public Response audit(@QueryParam("before") @DefaultValue("") String before, @Context UriInfo uri) {
        Sought asked = Sought.of(uri.getQueryParameters());
        Tabs tabs = Tabs.of(gate, frame.caller(), "events");
        if (!tabs.events() && tabs.review() && !asked.any()) {
            return Leads.to("/audit/access-review");
        }
        desk.admit(frame.caller());
        Found found = lookup.conditions(asked)
                .map(conditions -> found(conditions, before))
                .orElse(Found.nothing(true, ""));
        return Response.status(found.fault().isEmpty() ? 200 : UNFIT)
                .entity(Templates.audit(frame.shell(Place.AUDIT), tabs, found, Deeds.Kind.all(), asked))
                .build();
    }

    private Found found(Map<String, List<String>> conditions, String before) {
        if (before.matches("[1-9][0-9]{0,14}")) {
            conditions.put("before", List.of(before));
        }
        conditions.put("limit", List.of(A_PAGE));
        Question question;
        try {
            question = Question.of(conditions, true);
        } catch (Problem e) {
            return Found.nothing(false, Words.fault(e, Problem.Kind.INVALID));
        }
        Records.Page page = desk.search(frame.caller(), question);
        String next =
                page.more() ? Long.toString(page.entries().getLast().columns().index()) : "";
        return new Found(chronicle.rows(page.entries()), next, false, "");
    }

    @GET
    @Path(ONE)
    public TemplateInstance event(@PathParam("id") String id) {
        Entry entry = desk.one(frame.caller(), Optional.of(UUID.fromString(id)));
        return Templates.event(
                frame.shell(Place.AUDIT),
                chronicle.row(entry),
                chronicle.facts(entry),
                backing.of(entry, frame.caller()),
                Chronicle.body(entry));
    }

    /** To be kept, and checked by anybody without this server. */
    @GET
    @Path(ONE + "/receipt")
    @Produces("text/plain;charset=UTF-8")
    public Response receipt(@PathParam("id") String id) {
        return Response.ok(desk.receipt(frame.caller(), Optional.of(UUID.fromString(id))))
                .header("Content-Disposition", "attachment; filename=\"receipt-" + id + ".txt\"")
                .build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.desk.oversight.AuditDesk;
import dev.cofactor.desk.oversight.Question;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ledger.records.Records;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The log for people: who did what, when, from where, under which policy. */
@Path("/audit")
@Produces(Leads.HTML)
class AuditPages {
    private static final String ID = "{id: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
    private static final String A_PAGE = "50";

    private final AuditDesk desk;
    private final Chronicle chronicle;
    private final Frame frame;

    AuditPages(AuditDesk desk, Chronicle chronicle, Frame frame) {
        this.desk = desk;
        this.chronicle = chronicle;
        this.frame = frame;
    }

    /**
     * What was asked for, as it was typed.
     *
     * @param unknown whether somebody or something was named that is not there
     */
    record Asked(String kind, String who, String what, String day, boolean unknown) {
        public boolean any() {
            return !(kind.isEmpty() && who.isEmpty() && what.isEmpty() && day.isEmpty());
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance audit(
                Shell shell, List<Chronicle.Row> rows, List<Deeds.Kind> kinds, Asked asked, String next);

        static native TemplateInstance event(Shell shell, Chronicle.Row row, List<Chronicle.Fact> facts, String body);

        private Templates() {}
    }

    @GET
    public TemplateInstance audit(
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("who") @DefaultValue("") String who,
            @QueryParam("what") @DefaultValue("") String what,
            @QueryParam("day") @DefaultValue("") String day,
            @QueryParam("before") @DefaultValue("") String before) {
        desk.admit(frame.caller());
        Optional<UUID> actor = chronicle.somebody(who.strip());
        Optional<UUID> about = chronicle.something(what.strip());
        boolean unknown = (!who.isBlank() && actor.isEmpty()) || (!what.isBlank() && about.isEmpty());
        Asked asked = new Asked(kind, who.strip(), what.strip(), day, unknown);
        if (unknown) {
            return Templates.audit(frame.shell(Place.AUDIT), List.of(), Deeds.Kind.all(), asked, "");
        }
        Map<String, List<String>> conditions = new HashMap<>(Deeds.Kind.conditions(kind));
        actor.ifPresent(id -> conditions.put("actor", List.of(id.toString())));
        about.ifPresent(id -> conditions.put("about", List.of(id.toString())));
        conditions.putAll(Day.conditions(day));
        if (before.matches("[1-9][0-9]{0,14}")) {
            conditions.put("before", List.of(before));
        }
        conditions.put("limit", List.of(A_PAGE));
        Records.Page page = desk.search(frame.caller(), Question.of(conditions, true));
        String next =
                page.more() ? Long.toString(page.entries().getLast().columns().index()) : "";
        return Templates.audit(frame.shell(Place.AUDIT), chronicle.rows(page.entries()), Deeds.Kind.all(), asked, next);
    }

    @GET
    @Path("/" + ID)
    public TemplateInstance event(@PathParam("id") String id) {
        var entry = desk.one(frame.caller(), Optional.of(UUID.fromString(id)));
        return Templates.event(
                frame.shell(Place.AUDIT), chronicle.row(entry), Chronicle.facts(entry), Chronicle.body(entry));
    }

    /** To be kept, and checked by anybody without this server. */
    @GET
    @Path("/" + ID + "/receipt")
    @Produces("text/plain;charset=UTF-8")
    public Response receipt(@PathParam("id") String id) {
        return Response.ok(desk.receipt(frame.caller(), Optional.of(UUID.fromString(id))))
                .header("Content-Disposition", "attachment; filename=\"receipt-" + id + ".txt\"")
                .build();
    }

    /** A day as a browser's field for dates writes it, in the log's own time: UTC. */
    private static final class Day {
        private Day() {}

        /** What is no day is no condition. */
        static Map<String, List<String>> conditions(String typed) {
            try {
                LocalDate day = LocalDate.parse(typed);
                return Map.of("from", List.of(midnight(day)), "until", List.of(midnight(day.plusDays(1))));
            } catch (DateTimeException e) {
                return Map.of();
            }
        }

        private static String midnight(LocalDate day) {
            return day + "T00:00:00Z";
        }
    }
}

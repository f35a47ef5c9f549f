// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.desk.oversight.AuditDesk;
import dev.cofactor.desk.oversight.Question;
import dev.cofactor.desk.oversight.Streams;
import dev.cofactor.face.web.Frame;
import dev.cofactor.ground.problem.Problem;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;

/** What was found, and the log whole, to be taken away. That it leaves is on the log before its first line does. */
@Path("/audit")
class ExportPages {
    private final AuditDesk desk;
    private final Lookup lookup;
    private final Streams streams;
    private final Frame frame;

    ExportPages(AuditDesk desk, Lookup lookup, Streams streams, Frame frame) {
        this.desk = desk;
        this.lookup = lookup;
        this.streams = streams;
        this.frame = frame;
    }

    @GET
    @Path("/events.csv")
    @Produces("text/csv;charset=UTF-8;header=present")
    public Response table(@Context UriInfo uri) {
        return file("events.csv", desk.table(frame.caller(), asked(uri)));
    }

    @GET
    @Path("/events.jsonl")
    @Produces("application/jsonl")
    public Response lines(@Context UriInfo uri) {
        return file("events.jsonl", desk.lines(frame.caller(), asked(uri)));
    }

    /** What {@code cofactor verify export} reads. */
    @GET
    @Path("/log.jsonl")
    @Produces("application/jsonl")
    public Response whole() {
        return file("log.jsonl", desk.whole(frame.caller()));
    }

    private Question asked(UriInfo uri) {
        desk.admit(frame.caller());
        Map<String, List<String>> conditions = lookup.conditions(Sought.of(uri.getQueryParameters()))
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "not-found", "nobody and nothing of that name is there to look for"));
        return Question.of(conditions, false);
    }

    private Response file(String name, Streams.Writer writer) {
        StreamingOutput streamed = out -> streams.run(out, writer);
        return Response.ok(streamed)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}

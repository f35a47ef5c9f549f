// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ledger.records.History;
import dev.cofactor.ledger.records.Records;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;

/** All about one, and the whole log. */
@Path("/api/v1/audit")
class ReportsResource {
    private final Reading reading;
    private final CallerInRequest caller;
    private final Records records;
    private final AuditDesk desk;
    private final Streams streams;

    ReportsResource(Reading reading, CallerInRequest caller, Records records, AuditDesk desk, Streams streams) {
        this.reading = reading;
        this.caller = caller;
        this.records = records;
        this.desk = desk;
        this.streams = streams;
    }

    @GET
    @Path("/people/{id}")
    @Produces("application/json")
    public StreamingOutput person(@PathParam("id") String id, @Context UriInfo uri) {
        return history(id, uri, "person");
    }

    @GET
    @Path("/secrets/{id}")
    @Produces("application/json")
    public StreamingOutput secret(@PathParam("id") String id, @Context UriInfo uri) {
        return history(id, uri, "secret");
    }

    private StreamingOutput history(String text, UriInfo uri, String kind) {
        Question.requireNone(uri.getQueryParameters());
        UUID subject = Literals.id(text).orElseThrow(AuditDesk::notFound);
        reading.isRecorded(
                caller.caller(),
                EventClass.AUDIT_READ,
                Details.none().with(Details.Name.PARTS, List.of(kind)).with(Details.Name.OTHER, subject));
        History history = records.history(subject);
        return out -> streams.run(out, to -> Answers.history(to, subject, history));
    }

    @GET
    @Path("/export")
    @Produces("application/jsonl")
    public StreamingOutput export(@Context UriInfo uri) {
        Question.requireNone(uri.getQueryParameters());
        Streams.Writer whole = desk.whole(caller.caller());
        return out -> streams.run(out, whole);
    }
}

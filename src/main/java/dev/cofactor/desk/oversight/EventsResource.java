// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

/** Events one looks for, and one of them. */
@Path("/api/v1/audit")
class EventsResource {
    private final AuditDesk desk;
    private final Streams streams;
    private final CallerInRequest caller;

    EventsResource(AuditDesk desk, Streams streams, CallerInRequest caller) {
        this.desk = desk;
        this.streams = streams;
        this.caller = caller;
    }

    @GET
    @Path("/events")
    @Produces("application/json")
    public StreamingOutput events(@Context UriInfo uri) {
        Question question = Question.of(uri.getQueryParameters(), true);
        Records.Page page = desk.search(caller.caller(), question);
        return out -> Answers.page(out, page, question.paging());
    }

    @GET
    @Path("/events.csv")
    @Produces("text/csv;charset=UTF-8;header=present")
    public StreamingOutput table(@Context UriInfo uri) {
        Streams.Writer table = desk.table(caller.caller(), Question.of(uri.getQueryParameters(), false));
        return out -> streams.run(out, table);
    }

    @GET
    @Path("/events.jsonl")
    @Produces("application/jsonl")
    public StreamingOutput lines(@Context UriInfo uri) {
        Streams.Writer lines = desk.lines(caller.caller(), Question.of(uri.getQueryParameters(), false));
        return out -> streams.run(out, lines);
    }

    @GET
    @Path("/events/{id}")
    @Produces("application/json")
    public StreamingOutput event(@PathParam("id") String id, @Context UriInfo uri) {
        Question.requireNone(uri.getQueryParameters());
        Entry entry = desk.one(caller.caller(), Literals.id(id));
        return out -> out.write(EntryJson.of(entry));
    }

    @GET
    @Path("/events/{id}/receipt")
    @Produces("text/plain;charset=UTF-8")
    public String receipt(@PathParam("id") String id, @Context UriInfo uri) {
        Question.requireNone(uri.getQueryParameters());
        return desk.receipt(caller.caller(), Literals.id(id));
    }
}

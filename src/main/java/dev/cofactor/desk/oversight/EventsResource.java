// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.notary.Receipts;
import dev.cofactor.ledger.records.Entry;
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

/** Events one looks for, and one of them. */
@Path("/api/v1/audit")
class EventsResource {
    private final Reading reading;
    private final Records records;
    private final Receipts receipts;
    private final Streams streams;

    EventsResource(Reading reading, Records records, Receipts receipts, Streams streams) {
        this.reading = reading;
        this.records = records;
        this.receipts = receipts;
        this.streams = streams;
    }

    @GET
    @Path("/events")
    @Produces("application/json")
    public StreamingOutput events(@Context UriInfo uri) {
        Question question = Question.of(uri.getQueryParameters(), true);
        reading.isRecorded(
                EventClass.AUDIT_READ,
                question.shape().with(Details.Name.COUNT, question.paging().limit()));
        Records.Page page = records.page(question.filter(), question.paging());
        return out -> Answers.page(out, page, question.paging());
    }

    @GET
    @Path("/events.csv")
    @Produces("text/csv;charset=UTF-8;header=present")
    public StreamingOutput table(@Context UriInfo uri) {
        Question question = exported(uri);
        return out -> streams.run(out, to -> Answers.table(to, records.all(question.filter())));
    }

    @GET
    @Path("/events.jsonl")
    @Produces("application/jsonl")
    public StreamingOutput lines(@Context UriInfo uri) {
        Question question = exported(uri);
        return out -> streams.run(out, to -> Answers.lines(to, records.all(question.filter())));
    }

    private Question exported(UriInfo uri) {
        Question question = Question.of(uri.getQueryParameters(), false);
        reading.isRecorded(EventClass.AUDIT_EXPORTED, question.shape());
        return question;
    }

    @GET
    @Path("/events/{id}")
    @Produces("application/json")
    public StreamingOutput event(@PathParam("id") String id, @Context UriInfo uri) {
        Entry entry = read(id, uri);
        return out -> out.write(EntryJson.of(entry));
    }

    @GET
    @Path("/events/{id}/receipt")
    @Produces("text/plain;charset=UTF-8")
    public String receipt(@PathParam("id") String id, @Context UriInfo uri) {
        Entry entry = read(id, uri);
        if (entry instanceof Entry.Altered) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "log-altered",
                    "what stands there is not what was recorded, so there is nothing to prove; verify the log");
        }
        return receipts.receipt(entry.columns().event()).orElseThrow(NotSignedYet::new);
    }

    private Entry read(String text, UriInfo uri) {
        Question.requireNone(uri.getQueryParameters());
        UUID id = Literals.id(text).orElseThrow(EventsResource::notFound);
        reading.isRecorded(
                EventClass.AUDIT_READ,
                Details.none().with(Details.Name.PARTS, List.of("event")).with(Details.Name.OTHER, id));
        return records.find(id).orElseThrow(EventsResource::notFound);
    }

    static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}

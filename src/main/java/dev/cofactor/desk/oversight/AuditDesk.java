// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.notary.Receipts;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.LogExport;
import dev.cofactor.ledger.records.Records;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The log, for whoever may read it; that he reads is on it before he sees anything. */
@Singleton
public class AuditDesk {
    private final Reading reading;
    private final Records records;
    private final Receipts receipts;
    private final LogExport export;

    AuditDesk(Reading reading, Records records, Receipts receipts, LogExport export) {
        this.reading = reading;
        this.records = records;
        this.receipts = receipts;
        this.export = export;
    }

    /** Before names are looked up for somebody: what there is is no secret to auditors, and to nobody else. */
    public void admit(Caller caller) {
        reading.isAllowed(caller);
    }

    public Records.Page search(Caller caller, Question question) {
        reading.isRecorded(
                caller,
                EventClass.AUDIT_READ,
                question.shape().with(Details.Name.COUNT, question.paging().limit()));
        return records.page(question.filter(), question.paging());
    }

    /** @param asked nothing, where what was sent is no id at all: nothing is there, and nobody has read anything */
    public Entry one(Caller caller, Optional<UUID> asked) {
        UUID id = asked.orElseThrow(AuditDesk::notFound);
        reading.isRecorded(
                caller,
                EventClass.AUDIT_READ,
                Details.none().with(Details.Name.PARTS, List.of("event")).with(Details.Name.OTHER, id));
        return records.find(id).orElseThrow(AuditDesk::notFound);
    }

    /** The proof that it is on the log, to be checked by anybody, anywhere. */
    public String receipt(Caller caller, Optional<UUID> asked) {
        Entry entry = one(caller, asked);
        if (entry instanceof Entry.Altered) {
            throw new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "log-altered",
                    "what stands there is not what was recorded, so there is nothing to prove; verify the log");
        }
        return receipts.receipt(entry.columns().event()).orElseThrow(NotSignedYet::new);
    }

    /** All that fits, as a table; that it leaves is on the log before its first line does. */
    public Streams.Writer table(Caller caller, Question question) {
        reading.isRecorded(caller, EventClass.AUDIT_EXPORTED, question.shape());
        return out -> Answers.table(out, records.all(question.filter()));
    }

    /** The same as JSON lines, byte for byte what is committed to. */
    public Streams.Writer lines(Caller caller, Question question) {
        reading.isRecorded(caller, EventClass.AUDIT_EXPORTED, question.shape());
        return out -> Answers.lines(out, records.all(question.filter()));
    }

    /** The whole log as far as it is signed, for whoever verifies it without this server. */
    public Streams.Writer whole(Caller caller) {
        LogExport.Plan plan = export.plan().orElseThrow(NotSignedYet::new);
        reading.isRecorded(
                caller,
                EventClass.AUDIT_EXPORTED,
                Details.none().with(Details.Name.PARTS, List.of("log")).with(Details.Name.COUNT, plan.size()));
        return out -> export.write(plan, out);
    }

    static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.desk.oversight.Verification;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The whole log verified in the background, while whoever asked for it goes on with something else. */
@Path("/audit/verify")
@Produces(Leads.HTML)
class VerifyPages {
    private final Verification desk;
    private final Gate gate;
    private final Frame frame;

    VerifyPages(Verification desk, Gate gate, Frame frame) {
        this.desk = desk;
        this.gate = gate;
        this.frame = frame;
    }

    /**
     * What there is to verify, and with what.
     *
     * @param signed whether anything is
     * @param known the key by which this server signs, or empty where another process does
     * @param key as it was typed, or {@code known}
     */
    record Offer(boolean signed, long size, String origin, String known, String key, String since) {}

    /**
     * How far it is.
     *
     * @param state running, proved, untrue or broken; empty where none was begun
     * @param ended or the beginning, while it runs
     */
    record Run(
            String state,
            long checked,
            long size,
            Instant began,
            Instant ended,
            String why,
            List<String> erased,
            boolean compared) {
        private static final Run NONE = new Run("", 0, 0, Instant.EPOCH, Instant.EPOCH, "", List.of(), false);

        public boolean runs() {
            return state.equals("running");
        }

        private static Run of(Verification.Progress progress) {
            return new Run(
                    switch (progress.state()) {
                        case RUNNING -> "running";
                        case PROVED -> "proved";
                        case UNTRUE -> "untrue";
                        case BROKEN -> "broken";
                    },
                    progress.checked(),
                    progress.size(),
                    second(progress.began()),
                    second(progress.ended().orElse(progress.began())),
                    progress.why(),
                    progress.erased().entrySet().stream()
                            .map(one -> one.getValue() + " " + one.getKey().replace('-', ' '))
                            .sorted()
                            .toList(),
                    progress.compared());
        }

        private static Instant second(Instant time) {
            return time.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance verify(Shell shell, Tabs tabs, Offer offer, Run run, String fault);

        static native TemplateInstance progress(Run run);

        private Templates() {}
    }

    @GET
    public Response verify() {
        return page(200, Optional.empty(), "", "");
    }

    /** What a script asks for while it runs; it shows numbers only, and leaves no event. */
    @GET
    @Path("/progress")
    public TemplateInstance progress() {
        return Templates.progress(run());
    }

    /** Sent twice, it is one. */
    @POST
    public Response begin(
            @FormParam("key") @DefaultValue("") String key, @FormParam("since") @DefaultValue("") String since) {
        try {
            desk.begin(frame.caller(), key, since);
            return Leads.to("/audit/verify");
        } catch (Problem e) {
            String fault = Words.fault(e, Problem.Kind.INVALID);
            return page(AuditPages.UNFIT, Optional.of(key), since, fault);
        }
    }

    private Run run() {
        return desk.of(frame.caller()).map(Run::of).orElse(Run.NONE);
    }

    private Response page(int status, Optional<String> key, String since, String fault) {
        Run run = run();
        Offer offer = desk.subject(frame.caller())
                .map(subject -> new Offer(
                        true,
                        subject.size(),
                        subject.origin(),
                        subject.key().orElse(""),
                        key.or(subject::key).orElse(""),
                        since))
                .orElse(new Offer(false, 0, "", "", key.orElse(""), since));
        return Response.status(status)
                .entity(Templates.verify(
                        frame.shell(Place.AUDIT), Tabs.of(gate, frame.caller(), "verify"), offer, run, fault))
                .build();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.desk.oversight.Streams;
import dev.cofactor.desk.review.ReviewDesk;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Who could have what, looked through and signed off. */
@Path("/audit/access-review")
@Produces(Leads.HTML)
class AccessReviewPages {
    static final int A_PAGE = 100;

    private final ReviewDesk desk;
    private final Streams streams;
    private final Gate gate;
    private final Frame frame;

    AccessReviewPages(ReviewDesk desk, Streams streams, Gate gate, Frame frame) {
        this.desk = desk;
        this.streams = streams;
        this.gate = gate;
        this.frame = frame;
    }

    /**
     * Somebody who could have something.
     *
     * @param may what, in a word
     * @param last when he last did, or empty
     */
    record Row(
            String secret,
            String path,
            String name,
            String account,
            boolean machine,
            String may,
            String how,
            List<String> policies,
            String last,
            boolean unused) {
        private static Row of(ReviewDesk.Line line) {
            return new Row(
                    PublicId.SECRET.of(line.secret()),
                    line.path(),
                    line.name(),
                    line.account(),
                    !line.kind().equals("person"),
                    Rights.word(line.verb()),
                    Rights.how(line.always(), line.steps()),
                    line.policies().stream().map(Rights::policy).toList(),
                    line.last()
                            .map(time -> time.truncatedTo(ChronoUnit.SECONDS).toString())
                            .orElse(""),
                    line.unused());
        }
    }

    /**
     * The table of a moment.
     *
     * @param next where it goes on, or empty
     */
    record Table(Instant at, String sha256, long rows, long unused, long fitting, List<Row> lines, String next) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance review(
                Shell shell, Tabs tabs, Table table, Picked asked, String words, String news, String fault);

        private Templates() {}
    }

    @GET
    public Response review(@Context UriInfo uri, @QueryParam("news") @DefaultValue("") String news) {
        Picked asked = Picked.of(uri.getQueryParameters());
        return page(200, asked, asked.moment(), "", news.equals("signed") ? news : "", "");
    }

    @GET
    @Path("/table.csv")
    @Produces("text/csv;charset=UTF-8;header=present")
    public Response table(@QueryParam("at") @DefaultValue("") String at) {
        Instant moment = desk.admitted(frame.caller(), Picked.moment(at));
        StreamingOutput table = out -> streams.run(out, to -> desk.write(moment, to));
        return Response.ok(table)
                .header("X-Reviewed-At", moment.toString())
                .header("Content-Disposition", "attachment; filename=\"access-review.csv\"")
                .build();
    }

    /** What is signed is the table that was shown: if that moment's is another one by now, nothing is. */
    @POST
    public Response signOff(
            @FormParam("at") @DefaultValue("") String at,
            @FormParam("sha256") @DefaultValue("") String sha256,
            @FormParam("words") @DefaultValue("") String words) {
        Picked asked = Picked.all(at);
        Instant moment = asked.moment()
                .orElseThrow(() -> new Problem(Problem.Kind.INVALID, "at-malformed", "the moment is missing"));
        try {
            desk.signOff(frame.caller(), new ReviewDesk.SignOff(moment, sha256, words.strip()));
            return Leads.to("/audit/access-review" + asked.query("&news=signed"));
        } catch (Problem e) {
            String fault = Words.fault(e, Problem.Kind.INVALID, Problem.Kind.CHANGED_MEANWHILE);
            return page(AuditPages.UNFIT, asked, Optional.of(moment), words, "", fault);
        }
    }

    private Response page(int status, Picked asked, Optional<Instant> moment, String words, String news, String fault) {
        ReviewDesk.Seen seen = desk.look(frame.caller(), moment, asked.wanted(), A_PAGE);
        long end = asked.from() + seen.lines().size();
        Table table = new Table(
                seen.at(),
                seen.sha256(),
                seen.rows(),
                seen.unused(),
                seen.fitting(),
                seen.lines().stream().map(Row::of).toList(),
                end < seen.fitting() ? asked.next(seen.at(), end) : "");
        return Response.status(status)
                .entity(Templates.review(
                        frame.shell(Place.AUDIT),
                        Tabs.of(gate, frame.caller(), "review"),
                        table,
                        asked,
                        words,
                        news,
                        fault))
                .build();
    }
}

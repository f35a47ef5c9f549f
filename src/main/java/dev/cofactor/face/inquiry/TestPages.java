// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import dev.cofactor.desk.insight.Whys;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** Would somebody be allowed something, now or then, and why. Asked by a form, so that nothing of it stands in an address. */
@Path("/policies/test")
@Produces(Leads.HTML)
class TestPages {
    private static final int UNFIT = 422;

    private final Whys whys;
    private final Frame frame;

    TestPages(Whys whys, Frame frame) {
        this.whys = whys;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance test(
                Shell shell, Asked asked, Options options, List<Verdict> verdicts, boolean edits, String fault);

        private Templates() {}
    }

    /** An address may say about whom, what and where one will ask. */
    @GET
    public Response test(@Context UriInfo address) {
        return page(200, Asked.of(address.getQueryParameters()), Optional.empty(), "");
    }

    @POST
    public Response ask(MultivaluedMap<String, String> sent) {
        Asked asked = Asked.of(sent);
        try {
            return page(200, asked, Optional.of(Verdict.of(whys.told(frame.caller(), asked::document))), "");
        } catch (Problem e) {
            return page(UNFIT, asked, Optional.empty(), fault(e));
        }
    }

    /** Whoever reviews access asks here and opens no policy. */
    static boolean edits(Shell shell) {
        return shell.offices().contains(Place.POLICIES);
    }

    /** Places in the document are named as the form names them. */
    static String fault(Problem problem) {
        String said = Words.fault(problem, Kind.INVALID, Kind.NOT_FOUND, Kind.UNAVAILABLE)
                .replace("`/address`", "the address")
                .replace("`/at`", "the time")
                .replace("`/secret`", "the secret")
                .replace("`/folder`", "the folder")
                .replace("`/reason`", "the reason")
                .replace("`/ticket`", "the ticket")
                .replace("`/stepUp/method`", "the proof")
                .replace("`/stepUp/ago`", "the time of the proof");
        return Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    private Response page(int status, Asked asked, Optional<Verdict> verdict, String fault) {
        Options options = Options.of(whys.choices(frame.caller()), asked);
        Shell shell = frame.shell(Place.POLICIES);
        return Response.status(status)
                .entity(Templates.test(shell, asked, options, verdict.stream().toList(), edits(shell), fault))
                .build();
    }
}

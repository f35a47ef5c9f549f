// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.expectations.ExpectationDesk;
import dev.cofactor.desk.insight.Whys;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;

/** What the rules must keep saying: which, whether they do, and a document for each. */
@Path("/policies/expectations")
@Produces(Leads.HTML)
class ExpectationPages {
    private static final int UNFIT = 422;
    private static final String UUIDS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String ID = "/{id: [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    private static final String INVARIANT = """
            {
              "kind": "invariant",
              "name": "Machines never take backup codes",
              "never": ["backup-code.take"],
              "to": [{"kind": "services"}, {"kind": "agents"}],
              "on": [{"kind": "everything"}],
              "without": []
            }""";

    private static final String TEST = """
            {
              "kind": "test",
              "name": "Somebody in no group edits no policies",
              "as": {"kind": "person", "groups": []},
              "when": {"time": "2026-12-07T09:00", "zone": "UTC"},
              "do": "policy.edit",
              "on": {"kind": "installation"},
              "expect": {"answer": "deny"}
            }""";

    private final ExpectationDesk desk;
    private final Whys whys;
    private final Frame frame;

    ExpectationPages(ExpectationDesk desk, Whys whys, Frame frame) {
        this.desk = desk;
        this.whys = whys;
        this.frame = frame;
    }

    /**
     * @param version empty of a new one
     * @param known who and what a document can name by its id
     */
    record Form(String id, String version, String name, String sentence, String document, List<Options.Choice> known) {
        Form typed(String other) {
            return new Form(id, version, name, sentence, other, known);
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance expectations(Shell shell, List<Expected> all, String news);

        static native TemplateInstance expectation(Shell shell, Form form, String fault);

        private Templates() {}
    }

    @GET
    public TemplateInstance expectations(@QueryParam("news") @DefaultValue("") String news) {
        List<ExpectationDesk.Told> told = desk.told(frame.caller());
        Names names = whys.choices(frame.caller());
        return Templates.expectations(
                frame.shell(Place.POLICIES),
                told.stream().map(one -> Expected.of(one, names)).toList(),
                news);
    }

    @GET
    @Path("/new")
    public Response add(@QueryParam("kind") @DefaultValue("") String kind) {
        desk.begin(frame.caller());
        return page(200, blank(kind.equals("test") ? TEST : INVARIANT), "");
    }

    @POST
    @Path("/new")
    public Response write(@FormParam("document") @DefaultValue("") String document) {
        try {
            desk.write(frame.caller(), () -> document.getBytes(UTF_8));
            return Leads.to("/policies/expectations?news=saved");
        } catch (Problem e) {
            String fault = fault(e);
            return page(UNFIT, blank(document), fault);
        }
    }

    @GET
    @Path(ID)
    public Response read(@PathParam("id") String id) {
        return page(200, form(id), "");
    }

    @POST
    @Path(ID)
    public Response rewrite(
            @PathParam("id") String id,
            @FormParam("version") @DefaultValue("") String version,
            @FormParam("document") @DefaultValue("") String document) {
        try {
            desk.rewrite(frame.caller(), UUID.fromString(id), () -> seen(version), () -> document.getBytes(UTF_8));
            return Leads.to("/policies/expectations?news=saved");
        } catch (Problem e) {
            String fault = fault(e);
            return page(UNFIT, form(id).typed(document), fault);
        }
    }

    @POST
    @Path(ID + "/remove")
    public Response remove(@PathParam("id") String id, @FormParam("version") @DefaultValue("") String version) {
        try {
            desk.remove(frame.caller(), UUID.fromString(id), () -> seen(version));
            return Leads.to("/policies/expectations?news=removed");
        } catch (Problem e) {
            String fault = fault(e);
            return page(UNFIT, form(id), fault);
        }
    }

    private static String fault(Problem problem) {
        return problem.kind() == Kind.CHANGED_MEANWHILE
                ? "Somebody changed it meanwhile. Look again at what it is now, then save once more."
                : Words.fault(problem, Kind.INVALID, Kind.CONFLICT);
    }

    private Form blank(String document) {
        return new Form("", "", "New expectation", "", document, Options.ids(whys.choices(frame.caller())));
    }

    private Form form(String id) {
        ExpectationDesk.Told told = desk.told(frame.caller(), UUID.fromString(id));
        Names names = whys.choices(frame.caller());
        Expected now = Expected.of(told, names);
        return new Form(id, now.version(), now.name(), now.sentence(), Pretty.of(now.document()), Options.ids(names));
    }

    private Response page(int status, Form form, String fault) {
        return Response.status(status)
                .entity(Templates.expectation(frame.shell(Place.POLICIES), form, fault))
                .build();
    }

    /** What is no version matches none. */
    private static UUID seen(String version) {
        return version.matches(UUIDS) ? UUID.fromString(version) : new UUID(0, 0);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cofactor.desk.factors.Again;
import dev.cofactor.desk.factors.App;
import dev.cofactor.desk.factors.EnrolDesk;
import dev.cofactor.desk.factors.RecoveryCodes;
import dev.cofactor.desk.signin.Barrier;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.OpenBefore;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.words.Speaking;
import dev.cofactor.ground.plaintext.Plaintext;
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
import java.util.List;
import java.util.Optional;

/** Add OTP App: a name for it, its key, and one code. */
@Path(AddAppPages.HERE)
@Produces(Leads.HTML)
class AddAppPages {
    static final String HERE = FactorPages.HERE + "/add";

    private final EnrolDesk desk;
    private final Frame frame;
    private final Speaking speaking;

    AddAppPages(EnrolDesk desk, Frame frame, Speaking speaking) {
        this.desk = desk;
        this.frame = frame;
        this.speaking = speaking;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance begin(
                Shell shell, String label, boolean enrolled, Parameters asked, String readers, Faults faults);

        static native TemplateInstance prove(
                Shell shell, String label, String key, Parameters asked, String readers, Faults faults);

        private Templates() {}
    }

    /** The key and its picture while one waits to be proved, else the form that begins. */
    @GET
    @OpenBefore({Barrier.SET_UP_FACTOR, Barrier.RECOVERED})
    public Response add() {
        return page(200, "", Faults.NONE);
    }

    @POST
    @OpenBefore({Barrier.SET_UP_FACTOR, Barrier.RECOVERED})
    public Response begin(
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("code") @DefaultValue("") String code) {
        try {
            desk.begin(frame.caller(), label, new Again.Typed(password, code));
            return Leads.to(HERE);
        } catch (Problem e) {
            return beginPage(Faults.STATUS, label, Faults.of(e));
        }
    }

    /** For another name, or after a while. */
    @GET
    @Path("/anew")
    @OpenBefore({Barrier.SET_UP_FACTOR, Barrier.RECOVERED})
    public Response anew() {
        return beginPage(200, "", Faults.NONE);
    }

    /** A picture of its own, because pages take none that lie within them. */
    @GET
    @Path("/picture")
    @Produces("image/png")
    @OpenBefore({Barrier.SET_UP_FACTOR, Barrier.RECOVERED})
    public Response picture() {
        Optional<Plaintext> picture = desk.picture(frame.caller());
        if (picture.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        try (Plaintext png = picture.get()) {
            return Response.ok(png.reveal().clone()).build();
        }
    }

    @POST
    @Path("/prove")
    @OpenBefore({Barrier.SET_UP_FACTOR, Barrier.RECOVERED})
    public Response prove(@FormParam("code") @DefaultValue("") String code) {
        try {
            Optional<RecoveryCodes.Draft> codes = desk.prove(frame.caller(), code);
            return codes.map(made ->
                            Response.ok(RecoveryPages.codes(frame, made)).build())
                    .orElseGet(() -> Leads.to(FactorPages.HERE + "?done=added"));
        } catch (Problem e) {
            return page(Faults.STATUS, "", Faults.of(e));
        }
    }

    private Response page(int status, String label, Faults faults) {
        Optional<EnrolDesk.Shown> waiting = desk.shown(frame.caller());
        if (waiting.isEmpty()) {
            return beginPage(status, label, faults);
        }
        try (EnrolDesk.Shown shown = waiting.get()) {
            TemplateInstance page = Templates.prove(
                    frame.shell(Place.PROFILE),
                    shown.app().label(),
                    new String(shown.key().reveal(), US_ASCII),
                    shown.app().parameters(),
                    readers(shown.app().parameters()),
                    faults);
            return Response.status(status).entity(page).build();
        }
    }

    private Response beginPage(int status, String label, Faults faults) {
        TemplateInstance page = Templates.begin(
                frame.shell(Place.PROFILE),
                label,
                desk.asksForProof(frame.caller()),
                desk.asked(),
                readers(desk.asked()),
                faults);
        return Response.status(status).entity(page).build();
    }

    /** Which of the apps that many people have can read it. */
    private String readers(Parameters asked) {
        List<String> names =
                App.Reader.of(asked).stream().map(App.Reader::title).toList();
        String last = names.getLast();
        return names.size() == 1
                ? last
                : speaking.words(SelfWords.class)
                        .severalAndLast(String.join(", ", names.subList(0, names.size() - 1)), last);
    }
}

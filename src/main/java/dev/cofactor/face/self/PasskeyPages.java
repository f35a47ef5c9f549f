// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.desk.passkeys.Passkey;
import dev.cofactor.desk.passkeys.PasskeyDesk;
import dev.cofactor.desk.passkeys.PasskeyRefused;
import dev.cofactor.desk.signin.Barrier;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.OpenBefore;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One's own keys: registered with the help of {@code passkeys.js}, seen, and removed. */
@Path("/profile/passkeys")
@Produces(Leads.HTML)
class PasskeyPages {
    private static final String PATH = "/profile/passkeys";
    private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int UNFIT = 422;
    private static final Set<String> NEWS = Set.of("added", "removed");

    private final PasskeyDesk desk;
    private final Frame frame;

    PasskeyPages(PasskeyDesk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    /**
     * One line of the list.
     *
     * @param used when it last proved who sat there, or the time it was registered
     */
    record One(String id, String label, boolean synced, Instant since, boolean usedYet, Instant used) {
        static One of(Passkey key) {
            Instant since = key.since().truncatedTo(ChronoUnit.SECONDS);
            return new One(
                    key.id().toString(),
                    key.label(),
                    key.synced(),
                    since,
                    key.used().isPresent(),
                    key.used().map(at -> at.truncatedTo(ChronoUnit.SECONDS)).orElse(since));
        }
    }

    /**
     * What can be done with keys here and now.
     *
     * @param possible browsers use keys at this address at all
     * @param open he may register and remove them now, or has to prove first that it is him
     */
    record Way(boolean possible, boolean open) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance passkeys(
                Shell shell, List<One> keys, Way way, String news, String label, String fault);

        private Templates() {}
    }

    @GET
    @OpenBefore({Barrier.SET_UP_FACTOR, Barrier.RECOVERED})
    public Response passkeys(@QueryParam("done") @DefaultValue("") String done) {
        return page(200, NEWS.contains(done) ? done : "", "", "");
    }

    /** For the script: what to ask of a new key. */
    @POST
    @Path("/challenge")
    @Produces("application/json")
    @OpenBefore({Barrier.SET_UP_FACTOR, Barrier.RECOVERED})
    public String challenge() {
        return desk.offer(frame.caller());
    }

    @POST
    @OpenBefore({Barrier.SET_UP_FACTOR, Barrier.RECOVERED})
    public Response register(
            @FormParam("label") @DefaultValue("") String label,
            @FormParam("response") @DefaultValue("") String response) {
        try {
            desk.register(frame.caller(), label, response);
            return Leads.to(PATH + "?done=added");
        } catch (PasskeyRefused e) {
            return refused(e, label);
        } catch (Problem e) {
            return page(UNFIT, "", label, Words.fault(e, Problem.Kind.INVALID));
        }
    }

    @POST
    @Path("/{id: " + UUID_SHAPE + "}/remove")
    public Response remove(@PathParam("id") String id) {
        try {
            desk.remove(frame.caller(), UUID.fromString(id));
            return Leads.to(PATH + "?done=removed");
        } catch (PasskeyRefused e) {
            return refused(e, "");
        }
    }

    private Response refused(PasskeyRefused refused, String label) {
        return refused.wantsProof()
                ? Leads.to("/step-up?back=" + PATH)
                : page(UNFIT, "", label, Words.fault(refused, Problem.Kind.INVALID, Problem.Kind.CONFLICT));
    }

    private Response page(int status, String news, String label, String fault) {
        List<One> keys = desk.all(frame.caller()).stream().map(One::of).toList();
        Way way = new Way(desk.isPossible(), desk.isOpen(frame.caller()));
        return Response.status(status)
                .entity(Templates.passkeys(frame.shell(Place.PROFILE), keys, way, news, label, fault))
                .build();
    }
}

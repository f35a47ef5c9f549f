// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.desk.signin.Barrier;
import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.OpenBefore;
import dev.cofactor.face.web.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Setting a first password of one's own in place of the one that was given, or another where that is asked for. */
@Path("/new-password")
@Produces(Leads.HTML)
class NewPasswordPages {
    private static final int UNFIT = 422;
    private static final String NO_FAULT = "";

    private final Passwords passwords;
    private final Sessions sessions;
    private final Frame frame;

    NewPasswordPages(Passwords passwords, Sessions sessions, Frame frame) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance newPassword(
                String csrf,
                boolean evaluation,
                String name,
                int least,
                boolean asked,
                String currentFault,
                String newFault,
                String againFault);

        private Templates() {}
    }

    @GET
    @OpenBefore({Barrier.SET_PASSWORD, Barrier.CHANGE_PASSWORD})
    public Response newPassword() {
        return isNeeded() ? page(200, NO_FAULT, NO_FAULT, NO_FAULT) : Leads.to("/profile/password");
    }

    @POST
    @OpenBefore({Barrier.SET_PASSWORD, Barrier.CHANGE_PASSWORD})
    public Response setPassword(
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("new") @DefaultValue("") String password,
            @FormParam("again") @DefaultValue("") String again) {
        if (!isNeeded()) {
            return Leads.to("/profile/password");
        }
        if (!password.equals(again)) {
            return page(UNFIT, NO_FAULT, NO_FAULT, Words.NOT_THE_SAME);
        }
        try {
            SessionToken token = frame.session().mustSetPassword()
                    ? passwords.setOwn(frame.session(), password, frame.line())
                    : passwords.change(frame.session(), current, password, frame.line());
            return Leads.to("/secrets", Cookies.session(token.value(), sessions.longest()));
        } catch (Passwords.PasswordUnfit e) {
            return page(UNFIT, NO_FAULT, Words.sentence(e), NO_FAULT);
        } catch (Passwords.WrongPassword e) {
            return page(UNFIT, Words.sentence(e), NO_FAULT, NO_FAULT);
        }
    }

    private boolean isNeeded() {
        return frame.session().mustSetPassword() || isAsked();
    }

    /** He has one of his own: then he says it first, for it may not be he who sits there. */
    private boolean isAsked() {
        return frame.session().barrier().equals(Optional.of(Barrier.CHANGE_PASSWORD));
    }

    private Response page(int status, String currentFault, String newFault, String againFault) {
        return Response.status(status)
                .entity(Templates.newPassword(
                        frame.csrf(),
                        frame.evaluation(),
                        frame.session().accountName(),
                        Passwords.SHORTEST,
                        isAsked(),
                        currentFault,
                        newFault,
                        againFault))
                .build();
    }
}

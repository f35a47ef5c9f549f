// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
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

/** Changing one's password. */
@Path("/profile/password")
@Produces(Leads.HTML)
class PasswordPages {
    private static final int UNFIT = 422;
    private static final String NO_FAULT = "";

    private final Passwords passwords;
    private final Sessions sessions;
    private final Frame frame;

    PasswordPages(Passwords passwords, Sessions sessions, Frame frame) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance password(
                Shell shell, String name, int least, String currentFault, String newFault, String againFault);

        private Templates() {}
    }

    @GET
    public Response password() {
        return page(200, NO_FAULT, NO_FAULT, NO_FAULT);
    }

    @POST
    public Response changePassword(
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("new") @DefaultValue("") String password,
            @FormParam("again") @DefaultValue("") String again) {
        if (!password.equals(again)) {
            return page(UNFIT, NO_FAULT, NO_FAULT, Words.NOT_THE_SAME);
        }
        try {
            SessionToken token = passwords.change(frame.session(), current, password, frame.line());
            return Leads.to("/profile?changed=password", Cookies.session(token.value(), sessions.longest()));
        } catch (Passwords.PasswordUnfit e) {
            return page(UNFIT, NO_FAULT, Words.sentence(e), NO_FAULT);
        } catch (Passwords.WrongPassword e) {
            return page(UNFIT, Words.sentence(e), NO_FAULT, NO_FAULT);
        }
    }

    private Response page(int status, String currentFault, String newFault, String againFault) {
        Session session = frame.session();
        return Response.status(status)
                .entity(Templates.password(
                        frame.shell(Place.PROFILE),
                        session.accountName(),
                        Passwords.SHORTEST,
                        currentFault,
                        newFault,
                        againFault))
                .build();
    }
}

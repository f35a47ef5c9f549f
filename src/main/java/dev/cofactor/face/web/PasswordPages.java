// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.Passwords;
import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.face.http.CsrfToken;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Setting a first password of one's own, and changing it later. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class PasswordPages {
    private static final int UNFIT = 422;
    private static final String NO_FAULT = "";
    private static final String DIFFERENT = "The two are not the same.";

    private final Passwords passwords;
    private final Sessions sessions;
    private final Visitor visitor;
    private final CsrfToken csrf;
    private final WebConfig config;

    PasswordPages(Passwords passwords, Sessions sessions, Visitor visitor, CsrfToken csrf, WebConfig config) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.visitor = visitor;
        this.csrf = csrf;
        this.config = config;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance newPassword(
                String csrf, boolean evaluation, String name, int least, String newFault, String againFault);

        static native TemplateInstance password(
                String csrf,
                boolean evaluation,
                String who,
                String name,
                int least,
                String currentFault,
                String newFault,
                String againFault);

        private Templates() {}
    }

    @GET
    @Path("new-password")
    @WithInitialPassword
    public Response newPassword() {
        return visitor.session().mustSetPassword() ? firstPage(200, NO_FAULT, NO_FAULT) : Leads.to("/profile/password");
    }

    @POST
    @Path("new-password")
    @WithInitialPassword
    public Response setPassword(
            @FormParam("new") @DefaultValue("") String password, @FormParam("again") @DefaultValue("") String again) {
        if (!visitor.session().mustSetPassword()) {
            return Leads.to("/profile/password");
        }
        if (!password.equals(again)) {
            return firstPage(UNFIT, NO_FAULT, DIFFERENT);
        }
        try {
            return signedInAnew(passwords.setOwn(visitor.session().person(), password), "/secrets");
        } catch (Passwords.PasswordUnfit e) {
            return firstPage(UNFIT, Words.sentence(e), NO_FAULT);
        }
    }

    @GET
    @Path("profile/password")
    public Response password() {
        return laterPage(200, NO_FAULT, NO_FAULT, NO_FAULT);
    }

    @POST
    @Path("profile/password")
    public Response changePassword(
            @FormParam("current") @DefaultValue("") String current,
            @FormParam("new") @DefaultValue("") String password,
            @FormParam("again") @DefaultValue("") String again) {
        if (!password.equals(again)) {
            return laterPage(UNFIT, NO_FAULT, NO_FAULT, DIFFERENT);
        }
        try {
            SessionToken token = passwords.change(visitor.session().person(), current, password);
            return signedInAnew(token, "/profile?changed=password");
        } catch (Passwords.PasswordUnfit e) {
            return laterPage(UNFIT, NO_FAULT, Words.sentence(e), NO_FAULT);
        } catch (Passwords.WrongPassword e) {
            return laterPage(UNFIT, Words.sentence(e), NO_FAULT, NO_FAULT);
        }
    }

    private Response signedInAnew(SessionToken token, String path) {
        return Leads.to(path, Cookies.session(token.value(), sessions.longest()));
    }

    private Response firstPage(int status, String newFault, String againFault) {
        return Response.status(status)
                .entity(Templates.newPassword(
                        csrf.token(),
                        config.evaluation(),
                        visitor.session().accountName(),
                        Passwords.SHORTEST,
                        newFault,
                        againFault))
                .build();
    }

    private Response laterPage(int status, String currentFault, String newFault, String againFault) {
        Session session = visitor.session();
        return Response.status(status)
                .entity(Templates.password(
                        csrf.token(),
                        config.evaluation(),
                        session.displayName(),
                        session.accountName(),
                        Passwords.SHORTEST,
                        currentFault,
                        newFault,
                        againFault))
                .build();
    }
}

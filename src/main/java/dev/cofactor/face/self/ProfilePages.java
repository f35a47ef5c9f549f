// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.self;

import dev.cofactor.desk.people.PeopleDesk;
import dev.cofactor.desk.signin.ApiCredentials;
import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.sso.Links;
import dev.cofactor.desk.sso.SingleSignOn;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.identity.MailAddress;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** What is one's own. */
@Path("/profile")
@Produces(Leads.HTML)
class ProfilePages {
    private final Frame frame;
    private final ApiCredentials credentials;
    private final SingleSignOn sso;
    private final Links links;
    private final PeopleDesk people;

    ProfilePages(
            Frame frame, ApiCredentials credentials, SingleSignOn sso, Links links, PeopleDesk people) {
        this.frame = frame;
        this.credentials = credentials;
        this.sso = sso;
        this.links = links;
        this.people = people;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance profile(
                Shell shell,
                String name,
                String mail,
                long credentialHours,
                boolean passwordChanged,
                String provider,
                boolean linked);

        private Templates() {}
    }

    @GET
    public TemplateInstance profile(@QueryParam("changed") @DefaultValue("") String changed) {
        Session session = frame.session();
        return Templates.profile(
                frame.shell(Place.PROFILE),
                session.accountName(),
                people.mailOf(session.person()).map(MailAddress::value).orElse(""),
                credentials.longest().toHours(),
                changed.equals("password"),
                sso.name().orElse(""),
                links.of(session).isPresent());
    }
}

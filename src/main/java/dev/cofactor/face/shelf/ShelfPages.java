// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** My Secrets, and one of them. */
@Path("/secrets")
@Produces(Leads.HTML)
class ShelfPages {
    private static final int LONGEST_TEXT = 200;

    private final SecretView secrets;
    private final Looks looks;
    private final Latelies latelies;
    private final Finding finding;
    private final Frame frame;

    ShelfPages(SecretView secrets, Looks looks, Latelies latelies, Finding finding, Frame frame) {
        this.secrets = secrets;
        this.looks = looks;
        this.latelies = latelies;
        this.finding = finding;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance mySecrets(Shell shell, Finding.Asked asked, Finding.Found found);

        static native TemplateInstance secret(Shell shell, Looks.Whole secret, Lately lately, String news);

        private Templates() {}
    }

    /**
     * @param q words to look for, in what may be read of each
     * @param folder its id, and {@code tag}: its name; whatever is none finds nothing
     */
    @GET
    public TemplateInstance mySecrets(
            @QueryParam("q") @DefaultValue("") String q,
            @QueryParam("folder") @DefaultValue("") String folder,
            @QueryParam("tag") @DefaultValue("") String tag,
            @QueryParam("after") @DefaultValue("") String after) {
        Finding.Asked asked = new Finding.Asked(cut(q.strip()), cut(folder), cut(tag), cut(after));
        return Templates.mySecrets(frame.shell(Place.SECRETS), asked, finding.find(frame.caller(), asked));
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    @GET
    @Path("/{id: sec_[0-9a-z]{26}}")
    public TemplateInstance secret(@PathParam("id") String id, @QueryParam("news") @DefaultValue("") String news) {
        SecretView.Whole one = secrets.one(frame.caller(), id);
        Looks.Whole whole = looks.whole(frame.caller(), one);
        return Templates.secret(frame.shell(Place.SECRETS), whole, latelies.of(frame.caller(), one.placed()), news);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** My Secrets, and one of them. */
@Path("/secrets")
@Produces(Leads.HTML)
class ShelfPages {
    /** A page of a list. Whoever has more looks for what he wants. */
    private static final int MOST = 200;

    private static final int LONGEST_TEXT = 200;

    private final SecretView secrets;
    private final Looks looks;
    private final Latelies latelies;
    private final Frame frame;

    ShelfPages(SecretView secrets, Looks looks, Latelies latelies, Frame frame) {
        this.secrets = secrets;
        this.looks = looks;
        this.latelies = latelies;
        this.frame = frame;
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance mySecrets(Shell shell, List<Looks.Row> rows, String asked, String next);

        static native TemplateInstance secret(Shell shell, Looks.Whole secret, Lately lately, String news);

        private Templates() {}
    }

    /** @param asked words to look for, in what may be read of each */
    @GET
    public TemplateInstance mySecrets(
            @QueryParam("q") @DefaultValue("") String asked, @QueryParam("after") @DefaultValue("") String after) {
        String text = asked.strip();
        String words = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        Catalogue.Wanted all = Catalogue.Wanted.all(MOST).saying(words);
        Optional<UUID> last = PublicId.SECRET.read(after);
        List<Placed> found = secrets.list(frame.caller(), last.map(all::after).orElse(all));
        String next =
                found.size() < MOST ? "" : PublicId.SECRET.of(found.getLast().secret());
        return Templates.mySecrets(frame.shell(Place.SECRETS), looks.rows(frame.caller(), found), words, next);
    }

    @GET
    @Path("/{id: sec_[0-9a-z]{26}}")
    public TemplateInstance secret(@PathParam("id") String id, @QueryParam("news") @DefaultValue("") String news) {
        SecretView.Whole one = secrets.one(frame.caller(), id);
        Looks.Whole whole = looks.whole(frame.caller(), one);
        return Templates.secret(frame.shell(Place.SECRETS), whole, latelies.of(frame.caller(), one.placed()), news);
    }
}

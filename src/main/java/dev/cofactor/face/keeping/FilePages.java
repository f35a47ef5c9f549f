// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.desk.secrets.SecretDesk;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.desk.templates.FieldType;
import dev.cofactor.face.entering.Entering;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of a secret on its way in. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/fields/{field: fie_[0-9a-z]{26}}/file")
class FilePages {
    private final SecretView secrets;
    private final SecretDesk desk;
    private final Frame frame;

    FilePages(SecretView secrets, SecretDesk desk, Frame frame) {
        this.secrets = secrets;
        this.desk = desk;
        this.frame = frame;
    }

    /** @param set whether there is one, which is then replaced */
    record Look(String id, String name, long seen, String field, String called, boolean set, int longest) {
        public String send() {
            return "/secrets/%s/fields/%s/file?seen=%d".formatted(id, field, seen);
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Pages {
        static native TemplateInstance file(Shell shell, Look look);

        private Pages() {}
    }

    @GET
    @Produces(Leads.HTML)
    public TemplateInstance page(@PathParam("id") String id, @PathParam("field") String named) {
        SecretView.Whole whole = secrets.one(frame.caller(), id);
        Field field = PublicId.FIELD
                .read(named)
                .flatMap(whole.version()::field)
                .filter(one -> one.type() == FieldType.FILE)
                .orElseThrow(Editing::notFound);
        Look look = new Look(
                id,
                whole.placed().name(),
                whole.placed().version(),
                named,
                field.name(),
                whole.isSealed(field.id()),
                FieldType.FILE.longest());
        return Pages.file(frame.shell(Place.SECRETS), look);
    }

    /** The bytes, bare: a form would lay them into a file. */
    @POST
    @Consumes("application/octet-stream")
    @Produces("application/json")
    public Entering.Next put(
            @PathParam("id") String id,
            @PathParam("field") String field,
            @QueryParam("seen") @DefaultValue("") String seen,
            byte @Nullable [] bytes) {
        try (Plaintext file = Plaintext.owning(bytes == null ? new byte[0] : bytes)) {
            desk.putFile(frame.caller(), Editing.id(id), () -> Editing.seen(Map.of("seen", seen)), field, file);
            return new Entering.Next("/secrets/" + id + "/edit?news=filed");
        }
    }
}

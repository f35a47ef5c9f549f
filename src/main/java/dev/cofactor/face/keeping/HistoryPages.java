// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.desk.secrets.Reveals;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.gate.Given;
import dev.cofactor.ground.plaintext.Plaintext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** What a secret was before, and who could have known its seeds. An earlier value is shown one at a time, to a script. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/history")
class HistoryPages {
    private static final String VALUE =
            "/{field: fie_[0-9a-z]{26}}/{value: [0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private final Histories histories;
    private final Reveals reveals;
    private final Frame frame;

    HistoryPages(Histories histories, Reveals reveals, Frame frame) {
        this.histories = histories;
        this.reveals = reveals;
        this.frame = frame;
    }

    record Shown(String value) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Pages {
        static native TemplateInstance history(Shell shell, Histories.Whole history);

        private Pages() {}
    }

    @GET
    @Produces(Leads.HTML)
    public TemplateInstance page(@PathParam("id") String id) {
        return Pages.history(frame.shell(Place.SECRETS), histories.of(frame.caller(), id));
    }

    /** Under the right to what stands there now. */
    @POST
    @Path(VALUE)
    @Produces("application/json")
    public Shown reveal(
            @PathParam("id") String id,
            @PathParam("field") String field,
            @PathParam("value") String value,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("ticket") @DefaultValue("") String ticket) {
        Reveals.Wanted wanted = new Reveals.Wanted(Editing.id(id), field, Optional.of(UUID.fromString(value)));
        Given given = Given.of(onOneLine(reason), onOneLine(ticket), null);
        Reveals.Revealed revealed = reveals.reveal(frame.caller(), wanted, given, false);
        try (Plaintext shown = revealed.value()) {
            return new Shown(new String(shown.reveal(), StandardCharsets.UTF_8));
        }
    }

    private static String onOneLine(String typed) {
        return typed.replaceAll("\\s+", " ").strip();
    }
}

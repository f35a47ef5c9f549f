// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import dev.cofactor.desk.secrets.Reveals;
import dev.cofactor.face.consent.Typed;
import dev.cofactor.face.web.Frame;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** A sealed field, for the script of a secret's page. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/fields/{field: fie_[0-9a-z]{26}}")
class RevealPages {
    private final Reveals reveals;
    private final Frame frame;

    RevealPages(Reveals reveals, Frame frame) {
        this.reveals = reveals;
        this.frame = frame;
    }

    record Shown(String value, String receipt) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @POST
    @Produces("application/json")
    public Shown reveal(
            @PathParam("id") String id,
            @PathParam("field") String field,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("ticket") @DefaultValue("") String ticket) {
        UUID secret = PublicId.SECRET.read(id).orElseThrow(RevealPages::notFound);
        Reveals.Revealed revealed = reveals.reveal(
                frame.caller(),
                new Reveals.Wanted(secret, field, Optional.empty()),
                Typed.given(reason, ticket),
                false);
        try (Plaintext value = revealed.value()) {
            String text = new String(value.reveal(), StandardCharsets.UTF_8);
            return new Shown(text, revealed.event().toString());
        }
    }

    private static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}

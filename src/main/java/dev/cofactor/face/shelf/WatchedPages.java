// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.secrets.SecretDesk;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whether a secret's owners are told of each release. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/watched")
@Produces(Leads.HTML)
class WatchedPages {
    private final SecretDesk desk;
    private final SecretView secrets;
    private final Frame frame;

    WatchedPages(SecretDesk desk, SecretView secrets, Frame frame) {
        this.desk = desk;
        this.secrets = secrets;
        this.frame = frame;
    }

    @POST
    public Response watch(@PathParam("id") String id, @FormParam("watched") @DefaultValue("true") String watched) {
        UUID secret = PublicId.SECRET.read(id).orElseThrow(WatchedPages::notFound);
        desk.edit(
                frame.caller(),
                secret,
                () -> secrets.one(frame.caller(), id).placed().version(),
                () -> mark(!watched.equals("false")));
        return Leads.to("/secrets/" + id);
    }

    private static SecretDesk.Edit mark(boolean watched) {
        return new SecretDesk.Edit(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(watched), Map.of());
    }

    private static Problem notFound() {
        return new Problem(Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }
}

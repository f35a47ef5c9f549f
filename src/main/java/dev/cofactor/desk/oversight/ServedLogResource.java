// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import dev.cofactor.engine.merkle.TilePath;
import dev.cofactor.engine.merkle.Unproven;
import dev.cofactor.ledger.notary.Tiles;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** The log as strangers read it (C2SP tlog-tiles): as far as it is signed, if they may. */
@PermitAll
@Path("/log/{epoch: [1-9][0-9]{0,8}}")
class ServedLogResource {
    /** About as long as it takes until the next one is signed. */
    private static final String SOON_OLD = "public, max-age=2";

    /** The beginning of a tile does not change either, but nobody asks for it again once there is more of it. */
    private static final String SOON_UNWANTED = "public, max-age=60";

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Tiles tiles;
    private final ServedConfig config;

    ServedLogResource(Tiles tiles, ServedConfig config) {
        this.tiles = tiles;
        this.config = config;
    }

    @GET
    @Path("/checkpoint")
    public Response checkpoint(@PathParam("epoch") int epoch) {
        requireServed();
        String note = tiles.checkpoint(epoch).orElseThrow(AuditDesk::notFound);
        return answer(note, "text/plain;charset=UTF-8", SOON_OLD);
    }

    @GET
    @Path("/tile/{tile: .+}")
    public Response tile(@PathParam("epoch") int epoch, @PathParam("tile") String tile) {
        requireServed();
        TilePath path = path("tile/" + tile);
        byte[] bytes = tiles.read(epoch, path).orElseThrow(AuditDesk::notFound);
        return answer(bytes, "application/octet-stream", path.full() ? FOR_EVER : SOON_UNWANTED);
    }

    private void requireServed() {
        if (!config.toStrangers()) {
            throw AuditDesk.notFound();
        }
    }

    private static TilePath path(String text) {
        try {
            return TilePath.parse(text);
        } catch (Unproven malformed) {
            throw AuditDesk.notFound();
        }
    }

    private static Response answer(Object entity, String type, String cached) {
        return Response.ok(entity, type)
                .header(HttpHeaders.CACHE_CONTROL, cached)
                .build();
    }
}

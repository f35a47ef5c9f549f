// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.terminal;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The script as it was packaged, byte for byte: whoever fetches it compares its SHA-256, which is its ETag. */
@PermitAll
@Path("/cofactor.sh")
class ScriptResource {
    static final String FILE = "/script/cofactor.sh";

    private final byte[] script = read();
    private final EntityTag tag = new EntityTag(sha256(script));

    @GET
    @Operation(summary = "The script for scripts: POSIX sh over curl; the ETag is its SHA-256")
    public Response script(@Context Request request) {
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged == null ? Response.ok(script.clone(), "text/x-shellscript;charset=UTF-8") : unchanged;
        return answer.tag(tag).header("Cache-Control", "no-cache").build();
    }

    private static byte[] read() {
        try (@Nullable InputStream file = ScriptResource.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the script was not packaged");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

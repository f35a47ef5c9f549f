// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import dev.cofactor.gate.Given;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody asks for a backup code.
 *
 * @param asked the path or id as he wrote it
 * @param field of several for backup codes the one, by its name or id
 * @param key under which a repetition is known as one
 * @param asks whether a request of access is opened for him, where one is needed
 */
public record Order(
        Caller caller, String asked, Optional<String> field, Optional<String> key, Given given, boolean asks) {
    static final String ACTION = "backup-code.take";

    Optional<Claim> replay(UUID secret) {
        return key.map(one -> new Claim.Replay(caller.hand(), secret, ACTION, one, parameters()));
    }

    Details details() {
        return Details.none().with(Name.REASON, given.reason()).with(Name.TICKET, given.ticket());
    }

    /** All by which two requests under one key are told apart. */
    private byte[] parameters() {
        String whole = Stream.of(
                        field.orElse(""),
                        given.reason().orElse(""),
                        given.ticket().orElse(""),
                        given.request().map(UUID::toString).orElse(""))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        try {
            return MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

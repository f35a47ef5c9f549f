// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.desk.codes.Wish.Patience;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.identity.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody asks for a code.
 *
 * @param asked the path or id as he wrote it
 * @param gone done when he waits for the answer no more
 */
public record Request(Caller caller, String asked, Wish wish, CompletionStage<Void> gone) {
    private static final String ACTION = "code.fetch";

    /**
     * Whose a step is, where one session has it to itself: a person's sign-in with all its tabs. A machine has none; its key
     * takes that place, and without one each request stands alone.
     *
     * @param otherwise an id that nothing else has
     */
    UUID holder(UUID secret, UUID otherwise) {
        return caller.session()
                .orElseGet(() -> wish.key().map(key -> named(secret, key)).orElse(otherwise));
    }

    Optional<Claim> replay(UUID secret) {
        return wish.key().map(key -> new Claim.Replay(caller.hand(), secret, ACTION, key, parameters()));
    }

    /** A sign-in's page shows it. What a program does with its code is its own. */
    Optional<Claim> showing(UUID secret, Duration period) {
        return caller.session()
                .filter(session -> wish.onScreen())
                .map(session -> new Claim.Showing(session, secret, period, !isRenewal()));
    }

    boolean isRenewal() {
        return wish.patience() instanceof Patience.Renewal;
    }

    Details details() {
        return Details.none()
                .with(Name.SHOWING, Optional.of("renewed").filter(word -> isRenewal()))
                .with(Name.REASON, wish.given().reason())
                .with(Name.TICKET, wish.given().ticket());
    }

    /** Of whom there may be so many at a time in the waiting room. */
    UUID visitor() {
        return caller.token().orElse(caller.actor().id());
    }

    boolean wantsTheNext() {
        return wish.patience() instanceof Patience.Next;
    }

    private UUID named(UUID secret, String key) {
        String whole = caller.hand() + "/" + secret + "/" + key;
        return UUID.nameUUIDFromBytes(sha256(whole));
    }

    /** All by which two requests under one key are told apart. */
    private byte[] parameters() {
        String patience = switch (wish.patience()) {
            case Patience.UpTo upTo -> upTo.most().toString();
            case Patience.Approval approval -> approval.most().toString();
            case Patience.Next next -> "next";
            case Patience.Renewal renewal -> "renewal";
        };
        return sha256(Stream.of(
                        wish.minValidity().toString(),
                        patience,
                        wish.given().reason().orElse(""),
                        wish.given().ticket().orElse(""),
                        wish.given().request().map(UUID::toString).orElse(""))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining()));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

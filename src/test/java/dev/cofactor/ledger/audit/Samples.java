// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Origin;
import dev.cofactor.ground.events.Outcome;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.events.Won;
import dev.cofactor.ground.identity.Actor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Events and claims to append, and what becomes of them. */
final class Samples {
    private static final Subject SECRET = new Subject(Subject.Kind.SECRET, UUID.randomUUID());

    private Samples() {}

    static Intent fetch(List<Claim> claims) {
        return new Intent(
                event(EventClass.CODE_RELEASED),
                Optional.of(new Intent.Opening(UUID.randomUUID(), "code")),
                claims,
                OptionalLong.empty(),
                Map.of(),
                Intent.Lane.KNOWN);
    }

    static Event event(EventClass kind) {
        try {
            return new Event(
                    UUID.randomUUID(),
                    kind,
                    new Actor.Person(UUID.randomUUID()),
                    Optional.of(SECRET),
                    Outcome.DONE,
                    new Origin(
                            Optional.of(InetAddress.getByName("192.0.2.7")), Optional.of(UUID.randomUUID()), "trace"),
                    Details.none().with(Details.Name.REASON, "because \u00e9 \ud83d\ude00"));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    static Claim replay(String key, String parameters) {
        return new Claim.Replay(
                new UUID(7, 7),
                SECRET.id(),
                "code.fetch",
                key,
                parameters.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Claim step(byte[] seed, Claim.Sharing sharing, UUID session) {
        return new Claim.Step(
                seed, Duration.ofSeconds(30), 0, Duration.ZERO, sharing, session, UUID.randomUUID(), session);
    }

    static byte[] fingerprint() {
        return UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    static Won firstWon(Settlement settlement) {
        return ((Settlement.OnRecord) settlement).won().getFirst();
    }

    static Settlement settled(CompletionStage<Settlement> answer) {
        try {
            return answer.toCompletableFuture().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

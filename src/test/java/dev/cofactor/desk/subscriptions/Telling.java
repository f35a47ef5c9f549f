// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.subscriptions;

import dev.cofactor.desk.couriers.Errands;
import dev.cofactor.desk.couriers.Errands.Made;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Caller;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Webhooks that have subscribed, and events that happen. */
@Singleton
class Telling {
    private final Errands errands;
    private final Gate gate;

    Telling(Errands errands, Gate gate) {
        this.errands = errands;
        this.gate = gate;
    }

    Made subscribed(String url, String... classes) {
        Made channel = errands.channel("webhook", url);
        put(channel, classes).statusCode(200);
        return channel;
    }

    ValidatableResponse put(Made channel, String... classes) {
        String etag = errands.asAdministrator().get(channel.at()).header("ETag");
        return errands.asAdministrator()
                .header("If-Match", etag)
                .body(Map.of("classes", List.of(classes)))
                .put(channel.at() + "/subscriptions")
                .then();
    }

    /** By the appender's way. */
    void happens(EventClass kind, UUID secret) {
        gate.note(Fact.done(Caller.HOST, kind, new Subject(Subject.Kind.SECRET, secret)));
    }

    /** By a change's way. @return the event */
    UUID changes(EventClass kind, UUID secret, Runnable work) {
        return gate.note(Fact.done(Caller.HOST, kind, new Subject(Subject.Kind.SECRET, secret)), Moves.NOTHING, at -> {
            work.run();
            return new Done<>(at.event(), Details.none(), List.of());
        });
    }

    String rows(Made channel) {
        return errands.one("select count(*) from outbox where recipient = '" + channel.id() + "'");
    }
}

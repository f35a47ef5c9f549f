// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Whether the other end still listens. */
public final class Listening {
    private Listening() {}

    /** Done as soon as the connection has ended before the answer. */
    public static CompletionStage<Void> until(RoutingContext routing) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        routing.addEndHandler(end -> {
            if (end.failed()) {
                gone.complete(null);
            }
        });
        if (routing.response().closed()) {
            gone.complete(null);
        }
        return gone;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.outbound;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes an answer up to one block beyond what it may have, and hangs up on the rest: who asked sees that it is too long. */
public final class BoundedBody implements HttpResponse.BodySubscriber<byte[]> {
    private final int longest;
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    public BoundedBody(int longest) {
        this.longest = longest;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> blocks) {
        for (ByteBuffer block : blocks) {
            byte[] bytes = new byte[block.remaining()];
            block.get(bytes);
            taken.writeBytes(bytes);
        }
        if (subscription == null) {
            return; // unreachable: nothing comes before the subscription
        }
        if (taken.size() > longest) {
            subscription.cancel();
            body.complete(taken.toByteArray());
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onError(Throwable fault) {
        body.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        body.complete(taken.toByteArray());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.cli;

import dev.cofactor.engine.witness.ServedLog;
import dev.cofactor.ground.outbound.BoundedBody;
import dev.cofactor.ground.problem.Problem;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a served log: plain requests, each within its time and its size, no redirects, no cookies. */
record HttpLog(HttpClient client, String base, Duration patience) implements ServedLog.Source {
    static HttpLog at(URI base, Duration patience) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
        return new HttpLog(client, base.toString().replaceFirst("/+$", ""), patience);
    }

    @Override
    public byte[] read(String path, int longest) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/" + path))
                .timeout(patience)
                .build();
        HttpResponse<byte[]> answer = await(client.sendAsync(request, head -> new BoundedBody(longest)));
        if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
            throw new Unreachable("the log is not served now: status " + answer.statusCode() + " for " + path);
        }
        if (answer.statusCode() != 200) {
            throw refused(path + ": the log answers with status " + answer.statusCode());
        }
        if (answer.body().length > longest) {
            throw refused(path + ": the log answers with more bytes than that can have");
        }
        return answer.body();
    }

    private static Problem refused(String what) {
        return new Problem(Problem.Kind.INVALID, "log-untrue", what);
    }

    /** The request's own timeout ends with the headers; this one is for the whole answer. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> answer) throws Unreachable {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Unreachable("the log does not answer in time");
        } catch (ExecutionException e) {
            throw new Unreachable("the log cannot be reached");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
    }
}

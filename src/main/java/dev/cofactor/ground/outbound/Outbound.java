// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.outbound;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches from the outside: over https, from public addresses, without following redirects, within a deadline and a size.
 *
 * <p>The name is resolved and judged right before the client resolves it again, out of Java's own cache; a name that
 * turned to a private address in between would still need a certificate for it.
 */
@Singleton
public class Outbound {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    private final Set<String> allowed;
    private final HttpClient client;

    Outbound(OutboundConfig config) {
        this.allowed = config.allowPrivate().orElse(Set.of());
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TO_CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /**
     * @param deadline for everything, from the name to the last byte
     * @param longest an answer that is longer counts as none
     */
    public record Request(
            String method, URI uri, Map<String, String> headers, byte[] body, Duration deadline, int longest) {}

    /** Whatever came back, a redirect too. */
    public record Answer(int status, byte[] body) {}

    /** Nothing came back that counts. Says which host and why, and nothing of what was sent or received. */
    public static final class Unanswered extends RuntimeException {
        Unanswered(String why, @Nullable Throwable cause) {
            super(why, cause, false, false);
        }
    }

    /** How the client names the host of this address in the header {@code Host}. */
    public static String host(URI uri) {
        int port = uri.getPort();
        boolean usual = port == -1 || port == ("https".equals(uri.getScheme()) ? 443 : 80);
        return usual ? uri.getHost() : uri.getHost() + ":" + port;
    }

    /** Whether this host is named as one that may have a private address. */
    public boolean mayBePrivate(String host) {
        return allowed.contains(host.toLowerCase(Locale.ROOT));
    }

    /** @throws Unanswered when there is no answer that counts */
    public Answer send(Request request) {
        String host = judged(request.uri());
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .timeout(request.deadline())
                .method(request.method(), HttpRequest.BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(builder::header);
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(builder.build(), head -> new BoundedBody(request.longest()));
        try {
            HttpResponse<byte[]> answer = coming.get(request.deadline().toMillis(), TimeUnit.MILLISECONDS);
            if (answer.body().length > request.longest()) {
                throw new Unanswered(host + " answers more than it may", null);
            }
            return new Answer(answer.statusCode(), answer.body());
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw new Unanswered(host + " does not answer in time", null);
        } catch (ExecutionException e) {
            throw new Unanswered(host + " cannot be reached (" + kind(e.getCause()) + ")", null);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered(host + " was not waited for", null);
        }
    }

    private String judged(URI uri) {
        String host = uri.getHost();
        if (host == null || uri.getUserInfo() != null) {
            throw new Unanswered("an address without a host, or with a user in it, is not fetched", null);
        }
        boolean named = mayBePrivate(host);
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!named && !Reach.isPublic(address)) {
                    throw new Unanswered(
                            host + " has a private address: name it in COFACTOR_OUTBOUND_ALLOW_PRIVATE if it is meant",
                            null);
                }
                boolean here = named && address.isLoopbackAddress();
                if (!"https".equals(uri.getScheme()) && !(here && "http".equals(uri.getScheme()))) {
                    throw new Unanswered(host + " is asked over https only", null);
                }
            }
        } catch (UnknownHostException e) {
            throw new Unanswered(host + " has no address", null);
        }
        return host;
    }

    private static String kind(@Nullable Throwable cause) {
        return switch (cause) {
            case javax.net.ssl.SSLException tls -> "its certificate or its TLS is not good";
            case java.net.http.HttpTimeoutException late -> "it takes too long";
            case IOException io -> "the connection failed";
            case null -> "unknown";
            case Throwable other -> other.getClass().getSimpleName();
        };
    }
}

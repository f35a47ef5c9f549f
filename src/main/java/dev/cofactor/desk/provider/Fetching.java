// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.outbound.Outbound;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/**
 * Asks the provider, a few at a time: whoever comes with answers of his own making must not keep all of the server
 * waiting for it.
 */
@ApplicationScoped
class Fetching {
    private static final Logger LOG = Logger.getLogger(Fetching.class);
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int LONGEST = 256 * 1024;
    private static final int AT_ONCE = 8;
    private static final int OK = 200;

    private final Outbound outbound;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    Fetching(Outbound outbound) {
        this.outbound = outbound;
    }

    Map<String, Object> get(URI uri) {
        Outbound.Answer answer = ask("GET", uri, Map.of("Accept", "application/json"), new byte[0]);
        if (answer.status() != OK) {
            LOG.warnf("the provider of single sign-on answers with %d", answer.status());
            throw ProviderFailed.away();
        }
        return read(answer);
    }

    Outbound.Answer post(URI uri, Map<String, String> headers, String form) {
        return ask("POST", uri, headers, form.getBytes(UTF_8));
    }

    /** JSON that names something twice is none. */
    static Map<String, Object> read(Outbound.Answer answer) {
        try {
            return JsonUtil.parseJson(new String(answer.body(), UTF_8));
        } catch (JoseException e) {
            throw ProviderFailed.away();
        }
    }

    private Outbound.Answer ask(String method, URI uri, Map<String, String> headers, byte[] body) {
        if (!turns.tryAcquire()) {
            throw ProviderFailed.away();
        }
        try {
            return outbound.send(new Outbound.Request(method, uri, headers, body, DEADLINE, LONGEST));
        } catch (Outbound.Unanswered e) {
            LOG.warnf("single sign-on: %s", e.getMessage());
            throw ProviderFailed.away();
        } finally {
            turns.release();
        }
    }
}

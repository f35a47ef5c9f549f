// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.outbound.Outbound;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** Asks an issuer for its keys: first where they are, then for them. */
@Singleton
class Fetching {
    /** For each of the two questions. */
    static final Duration DEADLINE = Duration.ofSeconds(3);

    private static final Logger LOG = Logger.getLogger(Fetching.class);
    private static final int LONGEST_DISCOVERY = 64 * 1024;
    private static final int OK = 200;

    private final Outbound outbound;

    Fetching(Outbound outbound) {
        this.outbound = outbound;
    }

    /** Empty where there is no answer that counts; the operator reads why. */
    Optional<KeySet> keysOf(String issuer) {
        try {
            String about = text(Issuer.discovery(issuer), LONGEST_DISCOVERY);
            KeySet keys = KeySet.served(text(address(issuer, about), KeySet.LONGEST));
            if (keys.keys().isEmpty()) {
                throw new Unfit("it serves no key for signatures");
            }
            return Optional.of(keys);
        } catch (Outbound.Unanswered | Unfit e) {
            LOG.warnf("the keys of %s could not be had: %s", issuer, e.getMessage());
            return Optional.empty();
        }
    }

    private String text(URI at, int longest) {
        Outbound.Answer answer = outbound.send(
                new Outbound.Request("GET", at, Map.of("Accept", "application/json"), new byte[0], DEADLINE, longest));
        if (answer.status() != OK) {
            throw new Unfit("it answers " + answer.status());
        }
        return new String(answer.body(), UTF_8);
    }

    /** Whoever answers must say that he is the one who was asked, to the letter. */
    private static URI address(String issuer, String about) {
        try {
            Map<String, Object> said = JsonUtil.parseJson(about);
            if (!issuer.equals(said.get("issuer"))) {
                throw new Unfit("it says that it is somebody else");
            }
            if (said.get("jwks_uri") instanceof String address) {
                return URI.create(address);
            }
        } catch (JoseException | IllegalArgumentException e) {
            // falls through: what it says is not repeated
        }
        throw new Unfit("it does not say where its keys are");
    }

    /** An answer, but none that counts. */
    private static final class Unfit extends RuntimeException {
        Unfit(String why) {
            super(why, null, false, false);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.jwt;

import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * Checks signatures, and remembers of tokens that let somebody in that theirs was good: by hash, until they end or the keys
 * are others. What was not good is not remembered, and neither is what a token said.
 */
@Singleton
public class Signatures {
    static final int MOST = 10_000;

    private final Map<Good, Instant> good = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Good, Instant> eldest) {
            return size() > MOST;
        }
    };

    private record Good(String token, String keys) {}

    public boolean isGood(Jwt token, KeySet keys, Instant now) {
        return remembers(token, keys, now)
                || keys.keyFor(token).filter(key -> isGood(token, key)).isPresent();
    }

    private static boolean isGood(Jwt token, Key key) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmConstraints(new AlgorithmConstraints(
                ConstraintType.PERMIT, token.algorithm().word()));
        try {
            signature.setCompactSerialization(token.text());
            signature.setKey(key);
            return signature.verifySignature();
        } catch (JoseException | RuntimeException e) {
            return false; // what it says repeats the token
        }
    }

    private synchronized boolean remembers(Jwt token, KeySet keys, Instant now) {
        Instant until = good.get(new Good(token.hash(), keys.fingerprint()));
        return until != null && now.isBefore(until);
    }

    /** Only of tokens that let somebody in: anybody can have others signed by an issuer that is everybody's. */
    public synchronized void remember(Jwt token, KeySet keys) {
        good.put(new Good(token.hash(), keys.fingerprint()), token.claims().until());
    }

    synchronized int remembered() {
        return good.size();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.unlocking;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.outbound.Outbound;
import dev.cofactor.ground.plaintext.Plaintext;
import java.net.URI;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A root key that AWS keeps: it wraps and unwraps there, and each wrapped key's name is its encryption context. A request
 * that was throttled is made again, three times in all; every other failure is told at once.
 */
final class AwsKms implements Provider.Service {
    private static final Pattern ARN =
            Pattern.compile("arn:aws(-[a-z-]+)?:kms:(?<region>[a-z0-9-]+):[0-9]{12}:key/[A-Za-z0-9-]+");
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int LONGEST = 64 * 1024;
    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private static final Set<String> ALTERED = Set.of("InvalidCiphertextException", "IncorrectKeyException");
    private static final Set<String> PASSING =
            Set.of("ThrottlingException", "LimitExceededException", "DependencyTimeoutException");
    private static final Map<String, String> REFUSED = Map.of(
            "DisabledException", "the key is disabled: enable it",
            "KMSInvalidStateException", "the key cannot be used in its state: cancel its deletion, or enable it",
            "NotFoundException", "there is no such key: correct COFACTOR_ROOT_KEY_AWS_KMS_KEY_ID",
            "AccessDeniedException", "these credentials may not use the key: allow kms:Encrypt and kms:Decrypt",
            "UnrecognizedClientException", "AWS does not know these credentials: put good ones in their file");

    private final String arn;
    private final String region;
    private final URI endpoint;
    private final Path credentials;
    private final Outbound outbound;
    private final Clock clock;

    private AwsKms(String arn, String region, URI endpoint, Path credentials, Outbound outbound, Clock clock) {
        this.arn = arn;
        this.region = region;
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.outbound = outbound;
        this.clock = clock;
    }

    static AwsKms of(UnlockingConfig.AwsKms config, Outbound outbound, Clock clock) {
        String arn = config.keyId().orElse("");
        Matcher named = ARN.matcher(arn);
        if (!named.matches()) {
            throw new CannotUnlock("COFACTOR_ROOT_KEY_AWS_KMS_KEY_ID must be a key's ARN, like"
                    + " arn:aws:kms:eu-central-1:123456789012:key/…; an alias can be pointed elsewhere");
        }
        String region = named.group("region");
        Path credentials = config.credentialsFile()
                .orElseThrow(() -> new CannotUnlock("COFACTOR_ROOT_KEY_AWS_KMS_CREDENTIALS_FILE is missing: a file in"
                        + " AWS's format, its owner's alone"));
        URI endpoint = config.endpoint().orElse(URI.create("https://kms." + region + ".amazonaws.com/"));
        return new AwsKms(arn, region, endpoint.resolve("/"), credentials, outbound, clock);
    }

    @Override
    public String fingerprint() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(arn.getBytes(UTF_8));
            return "aws-kms-" + HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public byte[] wrap(Map<String, String> bound, Plaintext key) {
        return ask("Encrypt", "CiphertextBlob", KmsJson.request(arn, "Plaintext", key.reveal(), bound));
    }

    @Override
    public Plaintext unwrap(Map<String, String> bound, byte[] wrapped) {
        return Plaintext.owning(ask("Decrypt", "Plaintext", KmsJson.request(arn, "CiphertextBlob", wrapped, bound)));
    }

    private byte[] ask(String action, String field, byte[] body) {
        try {
            Outbound.Answer answer = persistently(action, body);
            if (answer.status() != 200) {
                throw failed(KmsJson.failure(answer.body()));
            }
            KmsJson.Answer said = KmsJson.answer(answer.body(), field)
                    .orElseThrow(() -> unanswered("answers what Cofactor does not understand", null));
            Arrays.fill(answer.body(), (byte) 0);
            if (!said.keyId().equals(arn)) {
                Arrays.fill(said.bytes(), (byte) 0);
                throw unanswered("answers for another key", null);
            }
            return said.bytes();
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }

    private Outbound.Answer persistently(String action, byte[] body) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            Outbound.Answer answer = once(action, body);
            boolean passing = answer.status() >= 500 || isPassing(KmsJson.failure(answer.body()));
            if (answer.status() == 200 || !passing || attempt == ATTEMPTS) {
                return answer;
            }
            sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private Outbound.Answer once(String action, byte[] body) {
        var signature = new AwsSignature(region, "kms", clock.instant());
        var headers = new TreeMap<String, String>();
        headers.put("content-type", "application/x-amz-json-1.1");
        headers.put("host", Outbound.host(endpoint));
        headers.put("x-amz-date", signature.moment());
        headers.put("x-amz-target", "TrentService." + action);
        try (AwsCredentials who = AwsCredentials.read(credentials)) {
            who.token().ifPresent(token -> headers.put("x-amz-security-token", token));
            headers.put("authorization", signature.authorization(who, "POST", "", headers, body));
        }
        headers.remove("host"); // the client sends it itself
        try {
            return outbound.send(new Outbound.Request("POST", endpoint, headers, body, DEADLINE, LONGEST));
        } catch (Outbound.Unanswered e) {
            throw unanswered(e.getMessage(), e);
        }
    }

    private static boolean isPassing(@Nullable String failure) {
        return failure != null && PASSING.contains(failure);
    }

    private static CannotUnlock failed(@Nullable String failure) {
        if (failure != null && ALTERED.contains(failure)) {
            return new CannotUnlock(CannotUnlock.Why.ALTERED, "AWS KMS: this is not what was wrapped there", null);
        }
        String refused = failure == null ? null : REFUSED.get(failure);
        return refused == null
                ? unanswered("did not do what it was asked", null)
                : new CannotUnlock(CannotUnlock.Why.REFUSED, "AWS KMS: " + refused, null);
    }

    private static CannotUnlock unanswered(@Nullable String what, @Nullable Throwable cause) {
        return new CannotUnlock(
                CannotUnlock.Why.UNANSWERED, "AWS KMS " + what + ": look at its endpoint and the network", cause);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unanswered("was not waited for", e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.identity.Home;
import dev.cofactor.ground.outbound.Outbound;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The provider as the others use it: lead there, come back with a code, learn who it was. */
@ApplicationScoped
public class Provider {
    /** Where browsers come back to; the provider has to know it. */
    public static final String CALLBACK = "/sign-in/sso/callback";

    /** Where they come back to when they have signed out there. */
    public static final String SIGNED_OUT = "/sign-in/sso/signed-out";

    private static final Logger LOG = Logger.getLogger(Provider.class);

    private final SsoConfig config;
    private final Discovery discovery;
    private final Fetching fetching;
    private final Tokens tokens;
    private final Home home;

    Provider(SsoConfig config, Discovery discovery, Fetching fetching, Tokens tokens, Home home) {
        this.config = config;
        this.discovery = discovery;
        this.fetching = fetching;
        this.tokens = tokens;
        this.home = home;
    }

    /** What only the browser that was led away can know again; none of it is kept here. */
    public record Asked(String state, String nonce, String challenge) {}

    /** What people call it; nothing where single sign-on is not set up. */
    public Optional<String> name() {
        return config.issuer().map(set -> config.name());
    }

    public String issuer() {
        return discovery.issuer();
    }

    /** Where a browser is led to. */
    public URI authorization(Asked asked) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client());
        query.put("redirect_uri", home.link(CALLBACK));
        query.put("scope", config.scope());
        query.put("state", asked.state());
        query.put("nonce", asked.nonce());
        query.put("code_challenge", asked.challenge());
        query.put("code_challenge_method", "S256");
        return with(discovery.now().authorization(), query);
    }

    /** Where a browser goes that has signed out here; nothing where the provider has no such place or cannot be asked. */
    public Optional<URI> goodbye() {
        try {
            return discovery
                    .now()
                    .endSession()
                    .map(end -> with(
                            end, Map.of("client_id", client(), "post_logout_redirect_uri", home.link(SIGNED_OUT))));
        } catch (ProviderFailed e) {
            return Optional.empty();
        }
    }

    /** @param iss who says that it answers; a provider that says so always is not believed without (RFC 9207) */
    public void mustHaveAnswered(Optional<String> iss) {
        boolean right = iss.map(discovery.issuer()::equals)
                .orElseGet(() -> !discovery.now().namesItself());
        if (!right) {
            throw ProviderFailed.anotherIssuer();
        }
    }

    /** Exchanges a code; never inside a transaction. */
    public Proven exchange(String code, String verifier, String nonce) {
        Discovered there = discovery.now();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", home.link(CALLBACK));
        form.put("code_verifier", verifier);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "application/json");
        introduce(there, form, headers);
        Outbound.Answer answer = fetching.post(there.token(), headers, encoded(form));
        if (answer.status() != 200) {
            LOG.warnf("the provider of single sign-on took no code: %d", answer.status());
            throw answer.status() >= 500 ? ProviderFailed.away() : ProviderFailed.unproven();
        }
        return Fetching.read(answer).get("id_token") instanceof String token ? tokens.idToken(token, nonce) : noToken();
    }

    public LoggedOut loggedOut(String token) {
        return tokens.logoutToken(token);
    }

    private static Proven noToken() {
        throw ProviderFailed.unproven();
    }

    private void introduce(Discovered there, Map<String, String> form, Map<String, String> headers) {
        Optional<String> secret = config.clientSecretFile().map(Provider::read);
        if (secret.isEmpty() || there.secretInBody()) {
            form.put("client_id", client());
            secret.ifPresent(one -> form.put("client_secret", one));
        } else {
            // RFC 6749, 2.3.1: both are encoded as in a form before they are joined.
            String both = encoded(client()) + ":" + encoded(secret.get());
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
        }
    }

    private String client() {
        return config.clientId().orElseThrow(ProviderFailed::notSetUp);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            LOG.error("the file of cofactor.sso.client-secret-file cannot be read");
            throw ProviderFailed.away();
        }
    }

    private static URI with(URI endpoint, Map<String, String> query) {
        String joint = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + joint + encoded(query));
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.provider;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the provider says of itself.
 *
 * @param namesItself whether its answers carry {@code iss} (RFC 9207): then one without it is none
 * @param secretInBody whether it wants the client's secret among the parameters
 */
record Discovered(
        URI authorization, URI token, URI keys, Optional<URI> endSession, boolean namesItself, boolean secretInBody) {
    private static final String BASIC = "client_secret_basic";

    /** @param issuer what it must call itself, to the letter */
    static Discovered of(Map<String, Object> document, String issuer) {
        if (!issuer.equals(document.get("issuer"))) {
            throw ProviderFailed.away();
        }
        boolean plain = issuer.startsWith("http://");
        List<?> ways = document.get("token_endpoint_auth_methods_supported") instanceof List<?> some ? some : List.of();
        return new Discovered(
                required(document.get("authorization_endpoint"), plain),
                required(document.get("token_endpoint"), plain),
                required(document.get("jwks_uri"), plain),
                address(document.get("end_session_endpoint"), plain),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")),
                !ways.isEmpty() && !ways.contains(BASIC));
    }

    private static URI required(@Nullable Object value, boolean plain) {
        return address(value, plain).orElseThrow(ProviderFailed::away);
    }

    /** Browsers are led to some of these: they are https, as the issuer is, and nothing else. */
    private static Optional<URI> address(@Nullable Object value, boolean plain) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(text);
            boolean speaks = "https".equals(uri.getScheme()) || (plain && "http".equals(uri.getScheme()));
            boolean bare = uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
            return Optional.of(uri).filter(one -> speaks && bare);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.CapturedLog;
import dev.cofactor.fixtures.Clocks;
import dev.cofactor.fixtures.FakeProvider;
import dev.cofactor.fixtures.LogEntries;
import dev.cofactor.fixtures.WholeLog;
import dev.cofactor.fixtures.WithProvider;
import dev.cofactor.gate.Calm;
import dev.cofactor.ground.identity.Actor;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens that are not the provider's, not for us, or not of this sign-in. Each is right in everything but one thing. */
@QuarkusTest
@TestProfile(WithProvider.class)
class SsoTokensHttpTest {
    private static final UUID NOBODY = new Actor.Nobody().id();

    private final Lodge lodge;
    private final LogEntries entries;
    private final WholeLog log;
    private final Calm calm;
    private FakeProvider provider;

    SsoTokensHttpTest(Lodge lodge, LogEntries entries, WholeLog log, Calm calm) {
        this.lodge = lodge;
        this.entries = entries;
        this.log = log;
        this.calm = calm;
    }

    @BeforeEach
    void aProvider() {
        provider = FakeProvider.start();
        calm.comes();
    }

    @AfterEach
    void theWholeLogIsRight() {
        provider.close();
        assertThat(log.verify()).isPositive();
    }

    private Response shown(String subject, Function<Map<String, Object>, String> made) {
        Traveller traveller = new Traveller(provider);
        Map<String, String> asked = traveller.leave();
        return traveller.show(asked, provider.grant(asked, made.apply(provider.claims(asked, subject))));
    }

    private void refused(String what, Response answer) {
        assertThat(answer.statusCode()).as(what).isEqualTo(403);
        assertThat(answer.getCookies()).as(what).doesNotContainKey(Cookies.SESSION);
        assertThat(entries.of(NOBODY, "sign-in-failed")
                        .getLast()
                        .body()
                        .at("/details/code")
                        .asText())
                .as(what)
                .isEqualTo("sso-unproven");
        calm.comes();
    }

    @Test
    void claimsThatAreWrongInOneThingProveNothing() {
        Lodge.Linked linked = lodge.linked(provider);
        long now = new Clocks().instant().getEpochSecond();
        Map<String, Consumer<Map<String, Object>>> wrong = new LinkedHashMap<>();
        wrong.put("another's audience", claims -> claims.put("aud", "another"));
        wrong.put("one audience more", claims -> claims.put("aud", List.of(FakeProvider.CLIENT, "another")));
        wrong.put("no audience", claims -> claims.remove("aud"));
        wrong.put("another authorized party", claims -> claims.put("azp", "another"));
        wrong.put("a slash more", claims -> claims.put("iss", provider.issuer() + "/"));
        wrong.put("another case", claims -> claims.put("iss", provider.issuer().replace("realm", "REALM")));
        wrong.put("a host that begins alike", claims -> claims.put("iss", provider.issuer() + ".evil.example"));
        wrong.put("no issuer", claims -> claims.remove("iss"));
        wrong.put("another nonce", claims -> claims.put("nonce", "n".repeat(43)));
        wrong.put("no nonce", claims -> claims.remove("nonce"));
        wrong.put("a nonce that is no text", claims -> claims.put("nonce", 7));
        wrong.put("ended", claims -> claims.put("exp", now - 31));
        wrong.put("no end", claims -> claims.remove("exp"));
        wrong.put("not yet", claims -> claims.put("nbf", now + 40));
        wrong.put("issued later", claims -> claims.put("iat", now + 40));
        wrong.put("issued long ago", claims -> claims.put("iat", now - 340));
        wrong.put("never issued", claims -> claims.remove("iat"));
        wrong.put("no subject", claims -> claims.remove("sub"));
        wrong.put("a subject that is no text", claims -> claims.put("sub", 7));
        wrong.forEach((what, but) -> refused(what, shown(linked.subject(), claims -> {
            but.accept(claims);
            return provider.sign(claims);
        })));
        assertThat(shown(linked.subject(), provider::sign).statusCode())
                .as("and right in everything it opens the door")
                .isEqualTo(303);
    }

    @Test
    void signaturesThatAreNotTheProvidersProveNothing() {
        Lodge.Linked linked = lodge.linked(provider);
        RsaJsonWebKey own = provider.key();
        RsaJsonWebKey same = FakeProvider.key(own.getKeyId());
        RsaJsonWebKey path = FakeProvider.key("../../" + own.getKeyId());
        Map<String, Function<Map<String, Object>, String>> wrong = new LinkedHashMap<>();
        wrong.put("another key under its id", claims -> FakeProvider.sign(claims, same, "RS256"));
        wrong.put("a key id that is a path", claims -> FakeProvider.sign(claims, path, "RS256"));
        wrong.put("not signed", claims -> unsigned(provider.sign(claims)));
        wrong.put("no signature left", claims -> cut(provider.sign(claims)));
        wrong.put("claims of another token", claims -> mixed(provider.sign(claims), provider));
        wrong.put(
                "its public key as a shared secret",
                claims -> shared(claims, own.getKey().getEncoded(), own));
        wrong.put(
                "the client's secret",
                claims -> shared(claims, FakeProvider.SECRET.repeat(2).getBytes(UTF_8), own));
        wrong.put("a key that came along", claims -> bringing(claims, same));
        wrong.put("nothing", claims -> "");
        wrong.put("no token", claims -> "a.b.c");
        try (CapturedLog captured = new CapturedLog()) {
            wrong.forEach((what, made) -> refused(what, shown(linked.subject(), made)));
            assertThat(captured.text()).doesNotContain(linked.subject()).doesNotContain("eyJ");
        }
        assertThat(shown(linked.subject(), claims -> FakeProvider.sign(claims, own, "PS256"))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aNewKeyIsAskedForOnceAndAKeyThatWentIsGoneAfterTenMinutes() {
        Lodge.Linked linked = lodge.linked(provider);
        provider.publish(FakeProvider.key(UUID.randomUUID().toString()));
        assertThat(shown(linked.subject(), provider::sign).statusCode()).isEqualTo(303);
        RsaJsonWebKey before = provider.key();
        provider.publish(FakeProvider.key(UUID.randomUUID().toString()));
        refused("a new key, asked for a moment ago", shown(linked.subject(), provider::sign));
        Clocks.goOn(Duration.ofSeconds(11));
        assertThat(shown(linked.subject(), provider::sign).statusCode()).isEqualTo(303);
        Clocks.goOn(Duration.ofMinutes(11));
        refused("the old one", shown(linked.subject(), claims -> FakeProvider.sign(claims, before, "RS256")));
    }

    @Test
    void aWeakKeyProvesNothingThoughTheProviderPublishesIt() throws JoseException {
        RsaJsonWebKey weak = org.jose4j.jwk.RsaJwkGenerator.generateJwk(1024);
        weak.setKeyId("weak");
        provider.publish(weak);
        Lodge.Linked linked = lodge.linked(provider);
        refused("1024 bits", shown(linked.subject(), claims -> weakly(claims, weak)));
    }

    private static String weakly(Map<String, Object> claims, RsaJsonWebKey key) {
        try {
            JsonWebSignature token = head(claims, key);
            token.setAlgorithmHeaderValue("RS256");
            token.setKey(key.getPrivateKey());
            token.setDoKeyValidation(false);
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(String token) {
        String head = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
        return head + "." + token.split("\\.")[1] + ".";
    }

    private static String cut(String token) {
        return token.substring(0, token.lastIndexOf('.') + 1);
    }

    /** The head and the signature of one, and what another says. */
    private static String mixed(String token, FakeProvider provider) {
        String[] parts = token.split("\\.");
        Map<String, String> asked = Map.of("nonce", "another");
        String[] others = provider.sign(provider.claims(asked, "another")).split("\\.");
        return parts[0] + "." + parts[1] + "." + others[2];
    }

    private static String shared(Map<String, Object> claims, byte[] secret, RsaJsonWebKey key) {
        try {
            JsonWebSignature token = head(claims, key);
            token.setAlgorithmHeaderValue("HS256");
            token.setKey(new HmacKey(secret));
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bringing(Map<String, Object> claims, RsaJsonWebKey key) {
        try {
            JsonWebSignature token = head(claims, key);
            token.setAlgorithmHeaderValue("RS256");
            token.setJwkHeader(key);
            token.setHeader("jku", "http://127.0.0.1:1/keys");
            token.setKey(key.getPrivateKey());
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonWebSignature head(Map<String, Object> claims, RsaJsonWebKey key) {
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(org.jose4j.json.JsonUtil.toJson(new LinkedHashMap<>(claims)));
        token.setKeyIdHeaderValue(key.getKeyId());
        return token;
    }

    @Test
    void aDocumentThatNamesAnotherIssuerLeadsNobodyAnywhere() {
        provider.say("issuer", provider.issuer() + "/");
        Clocks.goOn(Duration.ofMinutes(11));
        Response away = new Traveller(provider).browser.open("/sign-in/sso");
        assertThat(away.statusCode()).isEqualTo(503);
        provider.say("issuer", provider.issuer());
        List<String> places =
                new ArrayList<>(List.of("javascript:alert(1)", "ftp://127.0.0.1/", "//127.0.0.1/", "http://u@h/"));
        for (String place : places) {
            provider.say("authorization_endpoint", place);
            assertThat(new Traveller(provider).browser.open("/sign-in/sso").statusCode())
                    .as(place)
                    .isEqualTo(503);
        }
    }
}

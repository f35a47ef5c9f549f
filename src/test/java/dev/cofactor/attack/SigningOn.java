// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.FakeProvider;
import dev.cofactor.fixtures.Shelf;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of single sign-on, with canaries for what goes between the provider and the server. */
final class SigningOn {
    private static final String SSO = "/api/v1/sso";
    private static final Pattern AWAY = Pattern.compile("content=\"0;url=([^\"]+)\"");

    private final Wire wire;
    private final Canaries canaries;
    private final String bearer;
    private int count;

    SigningOn(Wire wire, Canaries canaries, String bearer) {
        this.wire = wire;
        this.canaries = canaries;
        this.bearer = bearer;
        canaries.put("client's secret", FakeProvider.SECRET.getBytes(UTF_8));
    }

    /** @param visit of somebody who is signed in, and has this password */
    void use(Visit visit, String password, String person, String group) {
        try (FakeProvider provider = FakeProvider.start()) {
            map(group);
            String subject = UUID.randomUUID().toString();
            link(visit, password, provider, subject);
            ask(Wire.sent("GET", SSO + "/links/" + person)).is(200);
            signIn(provider, subject);
            invited(provider);
            visit.open("/profile/sso").is(200);
            visit.send("/profile/sso/end", Map.of("password", password)).is(303);
            visit.open("/profile/sso").is(200);
            link(visit, password, provider, subject);
            ask(Wire.sent("DELETE", SSO + "/links/" + person)).is(204);
        }
    }

    private void map(String group) {
        String given = "{\"claim\": \"/%s\", \"group\": \"%s\"}".formatted(Shelf.fresh(), group);
        String mapping =
                ask(Wire.sent("POST", SSO + "/groups", given)).is(201).json().getString("id");
        ask(Wire.sent("GET", SSO + "/groups")).is(200);
        ask(Wire.sent("DELETE", SSO + "/groups/" + mapping)).is(204);
    }

    private void link(Visit visit, String password, FakeProvider provider, String subject) {
        visit.open("/profile/sso").is(200);
        Wire.Answer away = visit.send("/profile/sso", Map.of("password", password));
        comeBack(visit, provider, asked(away), subject);
    }

    private void signIn(FakeProvider provider, String subject) {
        Visit visit = new Visit(wire);
        Wire.Answer away = visit.open("/sign-in/sso?back=/profile").is(303);
        comeBack(visit, provider, parameters(away.header("Location")), subject);
        visit.open("/profile").is(200);
        logout(provider, subject);
        visit.open("/profile").is(303);
    }

    private void invited(FakeProvider provider) {
        String given = "{\"accountName\": \"%s\", \"name\": \"A guest\"}".formatted(Shelf.fresh());
        String link =
                ask(Wire.sent("POST", "/api/v1/people", given)).is(201).json().getString("link");
        String token = link.substring(link.lastIndexOf('/') + 1);
        Visit visit = new Visit(wire);
        visit.open("/activate/" + token).is(200);
        Wire.Answer away = visit.send("/sign-in/sso/invited", Map.of("token", token));
        comeBack(visit, provider, asked(away), UUID.randomUUID().toString());
        visit.open("/profile").is(200);
        asked(visit.send("/sign-out", Map.of()));
        visit.open("/sign-in/sso/signed-out").is(303);
    }

    private void comeBack(Visit visit, FakeProvider provider, Map<String, String> asked, String subject) {
        String token = provider.sign(provider.claims(asked, subject));
        String code = provider.grant(asked, token);
        canaries.put("ID token " + ++count, token.substring(token.length() - 80).getBytes(US_ASCII));
        canaries.put("authorization code " + count, code.getBytes(US_ASCII));
        String query = "?state=" + asked.get("state") + "&code=" + code + "&iss=" + provider.issuer();
        visit.open("/sign-in/sso/callback" + query, "come back").is(303);
    }

    private void logout(FakeProvider provider, String subject) {
        String token = provider.sign(provider.logout("sub", subject));
        canaries.put("logout token", token.substring(token.length() - 80).getBytes(US_ASCII));
        String form = "logout_token=" + token;
        wire.send(Wire.sent(
                        "POST",
                        SSO + "/backchannel-logout",
                        "application/x-www-form-urlencoded",
                        form.getBytes(US_ASCII)))
                .is(204);
    }

    private static Map<String, String> asked(Wire.Answer page) {
        Matcher away = AWAY.matcher(page.is(200).text());
        assertThat(away.find()).isTrue();
        return parameters(away.group(1).replace("&amp;", "&"));
    }

    private static Map<String, String> parameters(String uri) {
        return FakeProvider.parameters(URI.create(uri).getRawQuery());
    }

    private Wire.Answer ask(Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }
}

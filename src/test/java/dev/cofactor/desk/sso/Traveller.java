// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.face.http.Cookies;
import dev.cofactor.fixtures.Browser;
import dev.cofactor.fixtures.FakeProvider;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's browser, on its way to the provider and back. */
public final class Traveller {
    private static final Pattern AWAY = Pattern.compile("content=\"0;url=([^\"]+)\"");

    public final Browser browser = new Browser();
    private final FakeProvider provider;

    public Traveller(FakeProvider provider) {
        this.provider = provider;
    }

    /** Led away from the sign-in page. @return what the provider was asked */
    public Map<String, String> leave() {
        return leave("");
    }

    Map<String, String> leave(String query) {
        return asked(browser.open("/sign-in/sso" + query));
    }

    /** The same from a page that leads away. */
    public static Map<String, String> led(Response page) {
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        Matcher away = AWAY.matcher(page.asString());
        assertThat(away.find()).isTrue();
        return FakeProvider.parameters(
                URI.create(away.group(1).replace("&amp;", "&")).getRawQuery());
    }

    private static Map<String, String> asked(Response led) {
        assertThat(led.statusCode()).as(led.asString()).isEqualTo(303);
        return FakeProvider.parameters(URI.create(led.header("Location")).getRawQuery());
    }

    /** Back, as somebody whom the provider knows by this. */
    public Response comeBack(Map<String, String> asked, String subject) {
        return comeBack(asked, subject, claims -> {});
    }

    Response comeBack(Map<String, String> asked, String subject, Consumer<Map<String, Object>> but) {
        Map<String, Object> claims = new HashMap<>(provider.claims(asked, subject));
        but.accept(claims);
        return show(asked, provider.grant(asked, provider.sign(claims)));
    }

    Response show(Map<String, String> asked, String code) {
        return browser.open(path(asked, code) + "&iss=" + issuer());
    }

    static String path(Map<String, String> asked, String code) {
        return "/sign-in/sso/callback?state=" + asked.get("state") + "&code=" + code;
    }

    String issuer() {
        return provider.issuer();
    }

    String session() {
        return browser.cookie(Cookies.SESSION);
    }

    boolean isIn() {
        return browser.open("/secrets").statusCode() == 200;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.porch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.cofactor.fixtures.Chromium;
import dev.cofactor.fixtures.FirstSignIn;
import dev.cofactor.fixtures.Launch;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What the first administrator makes before others come, over the API with a credential of his own. */
final class Operators {

    /** Of RFC 4226, appendix D: its first code is known. */
    private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final String FIRST_CODE = "755224";

    private final Page page;
    private final String home;
    private final String credential;
    private String person = "";
    private String secret = "";

    private Operators(Page page, String home, String credential) {
        this.page = page;
        this.home = home;
        this.credential = credential;
    }

    static Operators first(Chromium chromium, Launch launch) throws IOException {
        String home = "http://localhost:" + launch.port();
        Page page = chromium.window(1280, 800, ColorScheme.LIGHT);
        FirstSignIn.in(page, launch);
        page.navigate(home + "/profile");
        page.locator("form[action='/profile/api-credential'] button").click();
        return new Operators(
                page, home, page.locator("#credential").textContent().strip());
    }

    String home() {
        return home;
    }

    /** A code that a group may fetch which this claim gives. @return the link that invites Anna */
    String prepare(String claim) {
        String group = post("groups", Map.of("name", "Platform team")).getString("group.id");
        post("sso/groups", Map.of("claim", claim, "group", group));
        secret = secret();
        allow(group);
        JsonPath invited = post("people", Map.of("accountName", "anna", "name", "Anna Berg"));
        person = invited.getString("person.id");
        return invited.getString("link");
    }

    private void allow(String group) {
        Map<String, Object> policy = Map.of(
                "name", "The platform team fetches codes",
                "effect", "allow",
                "actions", List.of("code.fetch"),
                "to", List.of(Map.of("kind", "group", "id", group)),
                "on", List.of(Map.of("kind", "secret", "id", secret)));
        String seen = asked("policies", options()).headers().get("etag");
        APIResponse added = asked(
                "policies",
                options().setMethod("POST").setHeader("If-Match", seen).setData(policy));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
    }

    private String secret() {
        Map<String, Object> otp = Map.of(
                "kinds", List.of("hotp"),
                "digits", List.of(6),
                "periods", List.of(30),
                "algorithms", List.of("SHA1"),
                "step", "exclusive",
                "leastLife", 0);
        Map<String, Object> field = Map.of("name", "OTP", "type", "seed", "required", true, "open", false, "otp", otp);
        String template = post("templates", Map.of("name", "Counting", "description", "", "fields", List.of(field)))
                .getString("id");
        post("folders", Map.of("parent", "/", "slug", "aws", "name", "AWS"));
        String made = post(
                        "secrets",
                        Map.of(
                                "template",
                                template,
                                "folder",
                                "aws",
                                "slug",
                                "root",
                                "name",
                                "AWS root",
                                "fields",
                                Map.of()))
                .getString("id");
        send("PUT", "secrets/" + made + "/seed", Map.of("setupKey", KEY, "type", "hotp", "counter", 0));
        post("secrets/" + made + "/seed/proof", Map.of("code", FIRST_CODE));
        return made;
    }

    void endsTheLink() {
        send("DELETE", "sso/links/" + person, Map.of());
    }

    /** Asked for by somebody's page. @return the status */
    int fetch(Page somebody) {
        somebody.navigate(home + "/secrets");
        return (Integer) somebody.evaluate("""
                async (path) => (await fetch(path, { method: 'POST', headers: {
                  'X-CSRF-Token': document.querySelector('input[name=csrf]').value, 'Accept': 'application/json',
                  'Content-Type': 'application/x-www-form-urlencoded' } })).status""", "/secrets/" + secret + "/code");
    }

    private JsonPath post(String path, Map<String, Object> body) {
        return send("POST", path, body);
    }

    private JsonPath send(String method, String path, Map<String, Object> body) {
        APIResponse answer = asked(path, options().setMethod(method).setData(body));
        assertThat(answer.status()).as(path + " " + answer.text()).isLessThan(300);
        return JsonPath.from(answer.text().isEmpty() ? "{}" : answer.text());
    }

    private APIResponse asked(String path, RequestOptions how) {
        return page.request().fetch(home + "/api/v1/" + path, how);
    }

    private RequestOptions options() {
        return RequestOptions.create().setHeader("Authorization", "Bearer " + credential);
    }
}

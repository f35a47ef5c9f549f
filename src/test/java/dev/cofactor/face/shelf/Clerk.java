// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an administrator has written by a program of his: policies that no form can say yet, and many secrets. */
record Clerk(Page admin, String home, String bearer) {
    /** Puts him among those who may approve. */
    void approver(String name) {
        admin.navigate(home + "/groups/" + group("Approvers"));
        admin.locator("select[name=member]")
                .selectOption(admin.locator("select[name=member] option")
                        .filter(new Locator.FilterOptions().setHasText(name))
                        .getAttribute("value"));
        admin.locator("form[action$='/members'] button").first().click();
    }

    /** One of a group, within an hour; good for half an hour and three uses. */
    Map<String, Object> yesOf(String group) {
        return Map.of(
                "kind",
                "approval",
                "quorum",
                1,
                "of",
                List.of(Map.of("kind", "group", "id", group(group))),
                "decideWithin",
                "PT1H",
                "validFor",
                "PT30M",
                "uses",
                3);
    }

    void allow(String group, String folder, String verb, List<Object> needs) {
        String on = get("/api/v1/folders").getString("folders.find { it.path == '" + folder + "' }.id");
        APIResponse now = admin.request().get(home + "/api/v1/policies", as());
        Map<String, Object> policy = Map.of(
                "name",
                group + ", " + verb + " " + needs.size(),
                "effect",
                "allow",
                "actions",
                List.of(verb),
                "to",
                List.of(Map.of("kind", "group", "id", group(group))),
                "on",
                List.of(Map.of("kind", "folder", "id", on)),
                "needs",
                needs);
        made(admin.request()
                .post(
                        home + "/api/v1/policies",
                        as().setHeader("If-Match", now.headers().get("etag")).setData(policy)));
    }

    void secret(String folder, String slug, String name, String template, Map<String, String> fields) {
        Map<String, Object> made = new HashMap<>(
                Map.of("template", template, "folder", folder, "slug", slug, "name", name, "fields", fields));
        made(admin.request().post(home + "/api/v1/secrets", as().setData(made)));
    }

    private String group(String name) {
        return get("/api/v1/groups").getString("groups.find { it.name == '" + name + "' }.id");
    }

    private JsonPath get(String at) {
        APIResponse answer = admin.request().get(home + at, as());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new JsonPath(answer.text());
    }

    private static void made(APIResponse answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    private RequestOptions as() {
        return RequestOptions.create().setHeader("Authorization", "Bearer " + bearer);
    }
}

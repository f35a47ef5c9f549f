// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.cofactor.fixtures.LogEntries;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not saved as a federation, because it would let strangers in or says nothing. */
@QuarkusTest
@TestProfile(Loopback.class)
class PresetsHttpTest {
    private static final String ISSUER = "https://ci.example";

    private final Foundry foundry;
    private final LogEntries entries;

    PresetsHttpTest(Foundry foundry, LogEntries entries) {
        this.foundry = foundry;
        this.entries = entries;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "github|",
                "github|repository_id=74",
                "github|repository_owner_id=65",
                "github|repository=octo-org/octo-repo,ref=refs/heads/main",
                "github|repository_id=*4,repository_owner_id=65",
                "github|repository_id=octo-repo,repository_owner_id=65",
                "gitlab|project_path=my-group/my-project",
                "gitlab|project_id=20",
                "gitlab|namespace_id=72",
                "kubernetes|/kubernetes.io/namespace=shop",
                "kubernetes|/kubernetes.io/serviceaccount/uid=14ee3fa4",
                "kubernetes|/kubernetes.io/namespace=sh*,/kubernetes.io/serviceaccount/uid=14ee3fa4",
                "kubernetes|sub=system:serviceaccount:shop:deployer",
                "other|",
                "other|sub=*",
                "other|sub=*/*"
            })
    void whatWouldLetStrangersInIsNotSaved(String preset, String conditions) {
        Map<String, String> asked = new HashMap<>();
        if (conditions != null) {
            for (String pair : conditions.split(",")) {
                asked.put(pair.split("=")[0], pair.split("=")[1]);
            }
        }
        foundry.federate(foundry.service(), preset, ISSUER, asked)
                .then()
                .statusCode(400)
                .body("code", equalTo("federation-too-wide"));
    }

    @Test
    void neitherIsItWhenAnIssuerOfEverybodysIsNamedWithoutItsPresetOrLater() {
        UUID service = foundry.service();
        for (String everybodys : List.of(
                "https://token.actions.githubusercontent.com",
                "https://token.actions.githubusercontent.com/acme",
                "https://gitlab.com")) {
            Map<String, Object> body = Foundry.body(service, "other", everybodys, Map.of("sub", "repo:acme/*"));
            foundry.federate(body).then().statusCode(400);
            body.remove("preset");
            foundry.federate(body).then().statusCode(400).body("code", equalTo("federation-too-wide"));
        }
        String id = foundry.federate(service, "gitlab", "https://gitlab.com", Jobs.OF_GITLAB)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        foundry.edit(id, Map.of("conditions", Map.of("project_id", "20")))
                .then()
                .statusCode(400)
                .body("code", equalTo("federation-too-wide"));
        Map<String, Object> usual = Foundry.body(service, "github", "x", Jobs.OF_GITHUB);
        usual.remove("issuer");
        foundry.federate(usual)
                .then()
                .statusCode(201)
                .body("issuer", equalTo("https://token.actions.githubusercontent.com"));
    }

    @Test
    void whatIsWrongIsRefusedByRuleAndNotRepeated() {
        UUID service = foundry.service();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("issuer", "http://canary.example"),
                Map.of("issuer", "https://Canary.example"),
                Map.of("audiences", List.of()),
                Map.of("audiences", List.of(" ")),
                Map.of("audiences", java.util.Arrays.asList("canary", null)),
                Map.of("algorithms", List.of("none")),
                Map.of("algorithms", List.of("HS256", "canary")),
                Map.of("algorithms", List.of()),
                Map.of("preset", "canary"),
                Map.of("conditions", Map.of("canary", "a**b")),
                Map.of("conditions", java.util.Collections.singletonMap("canary", null)),
                Map.of("name", "can\u0000ary"),
                Map.of("jwks", Map.of("keys", "canary")),
                Map.of("jwks", Map.of("keys", List.of(Map.of("kty", "oct", "k", "canary")))),
                Map.of("jwks", Map.of("keys", List.of(Map.of("kty", "RSA", "n", "canary", "e", "AQAB", "d", "AA")))))) {
            Map<String, Object> body = Foundry.body(service, "other", ISSUER, Map.of("sub", "a"));
            body.putAll(wrong);
            foundry.federate(body).then().statusCode(400).body(not(containsString("canary")));
        }
        assertThat(entries.about(service, "federation-changed")).isEmpty();
        Map<String, Object> nobodys = Foundry.body(UUID.randomUUID(), "other", ISSUER, Map.of("sub", "a"));
        foundry.federate(nobodys).then().statusCode(404);
        nobodys.put("service", "x");
        foundry.federate(nobodys).then().statusCode(404);
    }
}

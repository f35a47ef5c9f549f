// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.otp.Algorithm;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Secrets whose codes are fetched, and people who fetch them. */
@Singleton
public class Kiosk {
    private final Enrolling enrolling;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;

    Kiosk(Enrolling enrolling, Newcomers newcomers, Shelf shelf, Rules rules) {
        this.enrolling = enrolling;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
    }

    /**
     * A secret that serves.
     *
     * @param key its setup key, as the site's app has it
     */
    public record Stand(UUID secret, String path, String key, Parameters parameters) {
        public String codeOf(long moment) {
            return Enrolling.code(key, parameters, moment);
        }

        public long step(Instant at) {
            return at.getEpochSecond() / parameters.period();
        }
    }

    /** A person with a credential for programs. */
    public record Visitor(Person person, String credential) {}

    public Stand stand(String sharing, int period) {
        return stand(sharing, period, 0);
    }

    Stand stand(String sharing, int period, int leastLife) {
        Map<String, Object> otp = Map.of(
                "kinds", List.of("totp"),
                "digits", List.of(6),
                "periods", List.of(period),
                "algorithms", List.of("SHA1"),
                "step", sharing,
                "leastLife", leastLife);
        Parameters parameters = Parameters.totp(Algorithm.SHA1, 6, period);
        return serving(template(otp), parameters, Map.of("period", period));
    }

    public Stand counting() {
        Map<String, Object> otp = Map.of(
                "kinds", List.of("hotp"),
                "digits", List.of(6),
                "periods", List.of(30),
                "algorithms", List.of("SHA1"),
                "step", "exclusive",
                "leastLife", 0);
        return serving(template(otp), Parameters.hotp(Algorithm.SHA1, 6, 0), Map.of("type", "hotp", "counter", 0));
    }

    /** Another secret with the very same seed. */
    Stand twin(Stand of, String sharing) throws InterruptedException {
        Map<String, Object> otp = Map.of(
                "kinds", List.of("totp"),
                "digits", List.of(6),
                "periods", List.of(of.parameters().period()),
                "algorithms", List.of("SHA1"),
                "step", sharing,
                "leastLife", 0);
        Thread.sleep(of.parameters().period() * 1000L); // the step that proved the first one is used up
        return serving(
                template(otp), of.parameters(), Map.of("period", of.parameters().period()), of.key());
    }

    private UUID template(Map<String, Object> otp) {
        Map<String, Object> field = Map.of("name", "OTP", "type", "seed", "required", true, "open", false, "otp", otp);
        String id = enrolling
                .asAdministrator()
                .body(Map.of("name", Shelf.fresh(), "fields", List.of(field)))
                .post("/api/v1/templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return PublicId.TEMPLATE.read(id).orElseThrow();
    }

    private Stand serving(UUID template, Parameters parameters, Map<String, Object> options) {
        return serving(template, parameters, options, enrolling.key());
    }

    private Stand serving(UUID template, Parameters parameters, Map<String, Object> options, String key) {
        Folder folder = shelf.folder();
        UUID secret = shelf.secret(folder, "root", template);
        enrolling.enter(secret, key, options).then().statusCode(200);
        Stand stand = new Stand(secret, folder.path() + "/root", key, parameters);
        if (!parameters.kind().isTimed()) {
            enrolling.prove(secret, Map.of("code", stand.codeOf(0))).then().statusCode(200);
        } else if (!proved(stand, -1)) { // that step was over a whole one ago
            assertThat(proved(stand, 0)).isTrue();
        }
        return stand;
    }

    /** The step of the proof is used up. By the one before, whoever fetches need not wait for another than runs. */
    private boolean proved(Stand stand, int steps) {
        String code = stand.codeOf(stand.step(Instant.now()) + steps);
        int status = enrolling.prove(stand.secret(), Map.of("code", code)).statusCode();
        assertThat(status).isIn(200, 400);
        return status == 200;
    }

    /** Somebody who may do this with it. */
    public Visitor visitor(Stand stand, Verb... verbs) {
        Visitor visitor = stranger();
        rules.allow(visitor.person().id(), stand.secret(), verbs);
        return visitor;
    }

    public Visitor fetcher(Stand stand) {
        return visitor(stand, Verb.CODE_FETCH);
    }

    public Visitor stranger() {
        Person person = newcomers.settled();
        return new Visitor(person, newcomers.credential(person));
    }

    /** The token of a service that may fetch. */
    String service(Stand stand) {
        String service = made("/api/v1/services", Map.of("name", Shelf.fresh())).getString("id");
        String token = made("/api/v1/services/" + service + "/tokens", Map.of("label", "one", "days", 1))
                .getString("token");
        rules.allowService(UUID.fromString(service), stand.secret(), Verb.CODE_FETCH);
        return token;
    }

    private JsonPath made(String at, Map<String, Object> what) {
        return enrolling
                .asAdministrator()
                .body(what)
                .post(at)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static RequestSpecification as(String credential) {
        return given().header("Authorization", "Bearer " + credential);
    }

    /** As JSON, answered at once. */
    Response now(Visitor visitor, Stand stand) {
        return fetch(visitor, stand, Map.of("wait", 0));
    }

    Response fetch(Visitor visitor, Stand stand, Map<String, Object> how) {
        return as(visitor.credential())
                .contentType(ContentType.JSON)
                .accept(ContentType.JSON)
                .body(new HashMap<>(how))
                .post("/api/v1/code/" + stand.path());
    }

    /** All of them must be answered with a code. */
    List<JsonPath> atOnce(List<Visitor> visitors, Stand stand, Map<String, Object> how) {
        return visitors.stream().map(visitor -> Enrolling.begun(() -> fetch(visitor, stand, how))).toList().stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.then().statusCode(200).extract().jsonPath())
                .toList();
    }
}

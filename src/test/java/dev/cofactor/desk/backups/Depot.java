// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.backups;

import static io.restassured.RestAssured.given;

import dev.cofactor.desk.approvals.Deciding;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.clauses.Approver;
import dev.cofactor.engine.clauses.Clauses;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Seconds;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Secrets with backup codes, people who take them, owners who are told, and somebody who approves. */
@Singleton
public class Depot {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Enrolling enrolling;
    private final Newcomers newcomers;
    private final Shelf shelf;
    private final Rules rules;
    private final Seconds seconds;
    private final Deciding deciding;

    Depot(Enrolling enrolling, Newcomers newcomers, Shelf shelf, Rules rules, Seconds seconds, Deciding deciding) {
        this.enrolling = enrolling;
        this.newcomers = newcomers;
        this.shelf = shelf;
        this.rules = rules;
        this.seconds = seconds;
        this.deciding = deciding;
    }

    /** A secret whose codes these are, in the order in which they leave. */
    public record Pool(UUID secret, String path, List<String> codes, Person owner) {
        public String id() {
            return PublicId.SECRET.of(secret);
        }
    }

    /** A person with a credential for programs. */
    public record Taker(Person person, String credential) {}

    /** @param last how many of them leave only if others have agreed */
    public Pool pool(int size, int lowWater, int last) {
        Folder folder = shelf.folder();
        Person owner = newcomers.settled();
        UUID secret = secret(template(last), folder, owner);
        List<String> codes = codes(size);
        put(secret, codes, lowWater).then().statusCode(200);
        return new Pool(secret, folder.path() + "/root", codes, owner);
    }

    private String template(int last) {
        Map<String, Object> field =
                new HashMap<>(Map.of("name", "Codes", "type", "backup-codes", "required", true, "open", false));
        if (last > 0) {
            field.put("backupCodes", Map.of("lastByApproval", last));
        }
        return made("/api/v1/templates", Map.of("name", Shelf.fresh(), "fields", List.of(field)));
    }

    private UUID secret(String template, Folder folder, Person owner) {
        Map<String, Object> made = new HashMap<>();
        made.put("template", template);
        made.put("folder", folder.path());
        made.put("slug", "root");
        made.put("name", "Root");
        made.put("owners", List.of(owner.id().toString()));
        made.put("fields", Map.of());
        return PublicId.SECRET.read(made("/api/v1/secrets", made)).orElseThrow();
    }

    private String made(String at, Map<String, Object> what) {
        return enrolling
                .asAdministrator()
                .body(what)
                .post(at)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static List<String> codes(int size) {
        int run = COUNT.incrementAndGet();
        return IntStream.range(0, size)
                .mapToObj(number -> "zq%04dx-%05dy".formatted(run, 90_001 - 7 * number))
                .toList();
    }

    public Response put(UUID secret, List<String> codes, int lowWater) {
        return enrolling
                .asAdministrator()
                .body(Map.of("text", String.join("\n", codes), "lowWater", lowWater))
                .put(Enrolling.at(secret) + "/backup-codes");
    }

    public RequestSpecification asAdministrator() {
        return enrolling.asAdministrator();
    }

    public Taker taker(Pool pool, Verb... more) {
        Taker taker = stranger();
        rules.allow(taker.person().id(), pool.secret(), Verb.BACKUP_CODE_TAKE);
        if (more.length > 0) {
            rules.allow(taker.person().id(), pool.secret(), more);
        }
        return taker;
    }

    public Taker stranger() {
        Person person = newcomers.settled();
        return new Taker(person, newcomers.credential(person));
    }

    /** Lets him take one a yes, if this other one agrees. @return he who can */
    public Person approverOf(Taker taker, Pool pool) {
        Person approver = newcomers.inRole(Role.APPROVER);
        Need.Approval need = new Need.Approval(
                1, Set.of(new Approver.Person(approver.id())), Duration.ofDays(1), Duration.ofDays(1), 1, false);
        Clauses clauses = new Clauses(Set.of(), Set.of(need), Set.of(), Set.of());
        rules.add(Effect.ALLOW, new Subject.Person(taker.person().id()), pool.secret(), clauses, Verb.BACKUP_CODE_TAKE);
        return approver;
    }

    public void approve(Person approver, String request) {
        deciding.approve(seconds.proved(approver), PublicId.REQUEST.read(request), Deciding.Lesser.ALL);
    }

    public Caller signedIn(Taker taker) {
        return newcomers.signedIn(taker.person());
    }

    public static RequestSpecification as(String credential) {
        return given().header("Authorization", "Bearer " + credential).contentType(ContentType.JSON);
    }

    public Response take(Taker taker, Pool pool) {
        return take(taker, pool, Map.of());
    }

    public Response take(Taker taker, Pool pool, Map<String, Object> how) {
        return as(taker.credential())
                .accept(ContentType.JSON)
                .body(new HashMap<>(how))
                .post("/api/v1/backup-code/" + pool.path());
    }

    public Response report(Taker taker, String receipt, String result) {
        return as(taker.credential()).body(Map.of("result", result)).post("/api/v1/releases/" + receipt + "/outcome");
    }

    static Order order(Caller caller, Pool pool, String key) {
        return new Order(
                caller,
                pool.path(),
                Optional.empty(),
                Optional.of(key).filter(one -> !one.isEmpty()),
                dev.cofactor.gate.Given.NOTHING,
                true);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.backups.Depot;
import dev.cofactor.desk.bundle.Ceremony;
import dev.cofactor.desk.codes.Kiosk;
import dev.cofactor.desk.codes.Kiosk.Stand;
import dev.cofactor.desk.codes.Kiosk.Visitor;
import dev.cofactor.desk.seeds.Enrolling;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Something behind each way by which a code or a field is given, or a code is checked, and how the ways are used rightly. */
@Singleton
class Giving {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int PERIOD = 30;

    private final Kiosk kiosk;
    private final Depot depot;
    private final Enrolling enrolling;
    private final Shelf shelf;
    private final Rules rules;
    private final Ceremony ceremony;
    private final Wire wire = new Wire();

    Giving(Kiosk kiosk, Depot depot, Enrolling enrolling, Shelf shelf, Rules rules, Ceremony ceremony) {
        this.kiosk = kiosk;
        this.depot = depot;
        this.enrolling = enrolling;
        this.shelf = shelf;
        this.rules = rules;
        this.ceremony = ceremony;
    }

    /** By its name as the router has it, each way and the requests that use it. */
    record Ways(Offer offer, Map<String, List<Supplier<Wire.Answer>>> uses) {
        List<Supplier<Wire.Answer>> all() {
            return uses.values().stream().flatMap(List::stream).toList();
        }
    }

    /** What there is to be had, all of it by one visitor. */
    record Offer(
            Visitor visitor, Stand timed, Stand counting, Stand onPage, Stand underProof, Depot.Pool pool, UUID safe) {
        /** All that could leave by now or soon. */
        Set<String> values() {
            Set<String> all = new HashSet<>(pool.codes());
            all.addAll(List.of("first-password", "second-password"));
            LongStream.range(0, 50).mapToObj(counting::codeOf).forEach(all::add);
            long step = timed.step(Instant.now());
            LongStream.rangeClosed(step - 5, step + 2).forEach(near -> {
                all.add(timed.codeOf(near));
                all.add(onPage.codeOf(near));
                all.add(underProof.codeOf(near));
            });
            return all;
        }
    }

    Ways to(Visitor visitor) {
        Offer offer = new Offer(
                visitor,
                known(kiosk.stand("shared", PERIOD), visitor),
                known(kiosk.counting(), visitor),
                underProof(visitor),
                underProof(visitor),
                depot.pool(20, 0, 0),
                safe(visitor));
        rules.allow(visitor.person().id(), offer.pool().secret(), Verb.BACKUP_CODE_TAKE);
        String field = wire.send(json("GET", Enrolling.at(offer.safe()), visitor, ""))
                .is(200)
                .json()
                .getString("fields[0].id");
        Map<String, List<Supplier<Wire.Answer>>> uses = new HashMap<>();
        uses.putAll(codes(offer));
        String path = Enrolling.at(offer.safe()) + "/fields/" + field;
        String earlier = wire.send(json("GET", path + "/values", visitor, ""))
                .is(200)
                .json()
                .getString("values[0].value");
        uses.putAll(reveals(visitor, path, path + "/values/" + earlier));
        uses.putAll(pages(offer, field, earlier));
        uses.putAll(bundles(visitor));
        return new Ways(offer, uses);
    }

    private Map<String, List<Supplier<Wire.Answer>>> codes(Offer offer) {
        Visitor visitor = offer.visitor();
        String code = "/api/v1/code/" + offer.timed().path();
        String backup = "/api/v1/backup-code/" + offer.pool().path();
        String count = "/api/v1/code/" + offer.counting().path();
        String counter = Enrolling.at(offer.counting().secret()) + "/seed/counter";
        String proof = Enrolling.at(offer.underProof().secret()) + "/seed/proof";
        return Map.of(
                "BackupCodesResource.take",
                sent(json("POST", backup, visitor, "{}"), form(backup, "reason=none", visitor)),
                "CodesResource.fetch",
                sent(
                        json("POST", code, visitor, "{\"wait\": 0}"),
                        form(code, "wait=0", visitor),
                        form(count, "wait=0", visitor)),
                "CounterResource.move",
                sent(json("PUT", counter, visitor, "{\"codes\": [\"000000\", \"000001\"]}")),
                "SeedsResource.prove",
                sent(
                        json("POST", proof, visitor, "{\"show\": 1}"),
                        json("POST", proof, visitor, "{\"code\": \"000000\"}")));
    }

    /** What leaves is sealed, and leaves once: so there is one for each way. */
    private Map<String, List<Supplier<Wire.Answer>>> bundles(Visitor visitor) {
        Ceremony.Sealer sealer = ceremony.sealing(visitor.person(), visitor.credential());
        Ceremony.Kept kept = ceremony.kept(1);
        List<Ceremony.Holder> holders = ceremony.holders(2);
        List<String> bundles = Stream.of("by a program", "on a page")
                .map(way ->
                        ceremony.agreed(sealer, ceremony.sealer(), Ceremony.wanted(List.of(kept.path()), holders, 2)))
                .toList();
        Visit visit = new Visit(wire);
        visit.signIn(visitor.person().accountName());
        String page = "/administration/bundles/" + bundles.get(1);
        visit.open(page).is(200);
        return Map.of(
                "BundleFileResource.file",
                sent(json("POST", "/api/v1/bundles/" + bundles.get(0) + "/file", visitor, "")
                        .with("Accept", "*/*")),
                "BundleFilePages.file",
                filled(visit, page + "/file", Map.of()));
    }

    private Map<String, List<Supplier<Wire.Answer>>> reveals(Visitor visitor, String field, String earlier) {
        return Map.of(
                "FieldsResource.reveal",
                sent(json("POST", field + "/reveal", visitor, "{}"), form(field + "/reveal", "reason=none", visitor)),
                "FieldsResource.revealEarlier",
                sent(json("POST", earlier + "/reveal", visitor, "{}"), form(earlier + "/reveal", "", visitor)));
    }

    private Map<String, List<Supplier<Wire.Answer>>> pages(Offer offer, String field, String earlier) {
        String proof = page(offer.onPage().secret()) + "/proof";
        String code = page(offer.timed().secret()) + "/code";
        String backup = page(offer.pool().secret()) + "/backup-code";
        String counter = page(offer.counting().secret()) + "/counter";
        Supplier<Visit> visits = () -> {
            Visit visit = new Visit(wire);
            visit.signIn(offer.visitor().person().accountName());
            visit.open(proof).is(200);
            return visit;
        };
        return Map.of(
                "BackupCodePages.take", filled(visits.get(), backup, Map.of("key", "one")),
                "ProofPages.show", filled(visits.get(), proof + "/show", Map.of()),
                "ProofPages.check", filled(visits.get(), proof + "/code", Map.of("code", "000000")),
                "CodePages.fetch", scripted(visits.get(), Wire.sent("POST", code, FORM, "wait=0".getBytes(UTF_8))),
                "CodePages.fetchPage", filled(visits.get(), code, Map.of("wait", "0")),
                "CounterPages.move", filled(visits.get(), counter, Map.of("first", "000000", "second", "000001")),
                "HistoryPages.reveal",
                        scripted(
                                visits.get(),
                                Wire.sent("POST", page(offer.safe()) + "/history/" + field + "/" + earlier)),
                "RevealPages.reveal",
                        scripted(visits.get(), Wire.sent("POST", page(offer.safe()) + "/fields/" + field)));
    }

    private static List<Supplier<Wire.Answer>> filled(Visit visit, String path, Map<String, String> fields) {
        return List.of(() -> visit.send(path, fields));
    }

    private static List<Supplier<Wire.Answer>> scripted(Visit visit, Wire.Sent sent) {
        return List.of(() -> visit.script(sent));
    }

    private List<Supplier<Wire.Answer>> sent(Wire.Sent... requests) {
        return List.of(requests).stream()
                .map(one -> (Supplier<Wire.Answer>) () -> wire.send(one))
                .toList();
    }

    private static String page(UUID secret) {
        return "/secrets/" + PublicId.SECRET.of(secret);
    }

    private Stand known(Stand stand, Visitor visitor) {
        rules.allow(visitor.person().id(), stand.secret(), Verb.CODE_FETCH, Verb.SECRET_EDIT);
        return stand;
    }

    private Stand underProof(Visitor visitor) {
        UUID secret = shelf.secret(shelf.folder(), "otp");
        rules.allow(visitor.person().id(), secret, Verb.SECRET_EDIT);
        String key = enrolling.key();
        wire.send(json("PUT", Enrolling.at(secret) + "/seed", visitor, "{\"setupKey\": \"" + key + "\"}"))
                .is(200);
        return new Stand(secret, "", key, Parameters.usual());
    }

    /** With a password that had another before. */
    private UUID safe(Visitor visitor) {
        Map<String, Object> like = Map.of("shortest", 1, "classes", List.of());
        Map<String, Object> field =
                Map.of("name", "Password", "type", "password", "required", true, "open", false, "password", like);
        String template = enrolling
                .asAdministrator()
                .body(Map.of("name", Shelf.fresh(), "fields", List.of(field)))
                .post("/api/v1/templates")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        UUID secret = shelf.secret(
                shelf.folder(), "safe", PublicId.TEMPLATE.read(template).orElseThrow());
        rules.allow(visitor.person().id(), secret, Verb.SECRET_EDIT, Verb.SECRET_READ_META, Verb.FIELD_REVEAL);
        for (String value : List.of("first-password", "second-password")) {
            Wire.Sent edit =
                    json("PATCH", Enrolling.at(secret), visitor, "{\"fields\": {\"Password\": \"" + value + "\"}}");
            Wire.Answer before =
                    wire.send(json("GET", Enrolling.at(secret), visitor, "")).is(200);
            wire.send(edit.with("If-Match", before.header("ETag"))).is(200);
        }
        return secret;
    }

    private static Wire.Sent json(String method, String path, Visitor visitor, String body) {
        Wire.Sent sent = body.isEmpty() ? Wire.sent(method, path) : Wire.sent(method, path, body);
        return by(visitor, sent);
    }

    private static Wire.Sent form(String path, String body, Visitor visitor) {
        return by(visitor, Wire.sent("POST", path, FORM, body.getBytes(UTF_8)));
    }

    private static Wire.Sent by(Visitor visitor, Wire.Sent sent) {
        return sent.with("Authorization", "Bearer " + visitor.credential()).with("Accept", "application/json");
    }
}

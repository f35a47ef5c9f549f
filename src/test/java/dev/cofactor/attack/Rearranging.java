// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.arc.Arc;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of the pages by which a secret gets to another folder, and to a later version of its template. */
final class Rearranging {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
    private static final String FIELD =
            "{\"name\": \"Title\", \"type\": \"single-line\", \"required\": true, \"open\": true}";

    private final Wire wire;
    private final Rules rules = Arc.container().instance(Rules.class).get();
    private final Shelf shelf = Arc.container().instance(Shelf.class).get();

    Rearranging(Wire wire) {
        this.wire = wire;
    }

    void use(Newcomers newcomers) {
        String bearer = newcomers.credential(newcomers.inRole(Role.ADMINISTRATOR));
        String template = raised(bearer);
        Folder from = shelf.folder();
        Folder to = shelf.folder();
        UUID secret =
                shelf.secret(from, "moved", PublicId.TEMPLATE.read(template).orElseThrow());
        Person person = newcomers.settled();
        for (Folder folder : new Folder[] {from, to}) {
            rules.allow(
                    person.id(),
                    new Resource.Folder(folder.id()),
                    Verb.SECRET_EDIT,
                    Verb.SECRET_READ_META,
                    Verb.SECRET_MOVE);
        }
        Visit visit = new Visit(wire);
        visit.signIn(person.accountName());
        String page = "/secrets/" + PublicId.SECRET.of(secret);
        String there = PublicId.FOLDER.of(to.id());
        visit.send(page + "/move", Map.of("seen", seen(visit, page), "folder", there))
                .is(303);
        visit.send(page + "/template-version", Map.of("seen", seen(visit, page), "version", "2"))
                .is(303);
    }

    /** @return a template of two versions */
    private String raised(String bearer) {
        String made = "{\"name\": \"%s\", \"fields\": [%s]}".formatted(Shelf.fresh(), FIELD);
        String template = ask(bearer, Wire.sent("POST", "/api/v1/templates", made))
                .is(201)
                .json()
                .getString("id");
        String at = "/api/v1/templates/" + template;
        Wire.Answer now = ask(bearer, Wire.sent("GET", at)).is(200);
        String id = now.json().getString("fields[0].id");
        String later = "{\"fields\": [%s]}".formatted(FIELD.replace("{\"name\"", "{\"id\": \"" + id + "\", \"name\""));
        ask(bearer, Wire.sent("POST", at + "/versions", later).with("If-Match", now.header("ETag")))
                .is(201);
        return template;
    }

    private static String seen(Visit visit, String page) {
        Matcher seen = SEEN.matcher(visit.open(page + "/edit").is(200).text());
        assertThat(seen.find()).isTrue();
        return seen.group(1);
    }

    private Wire.Answer ask(String bearer, Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }
}

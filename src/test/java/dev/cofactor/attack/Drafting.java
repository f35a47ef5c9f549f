// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of the pages on which templates and policies are written and questioned, by those who may. */
final class Drafting {
    private static final String EXPECTATIONS = Rulemaking.PAGES + "/expectations";

    private final Wire wire;
    private final Newcomers newcomers;

    Drafting(Wire wire, Newcomers newcomers) {
        this.wire = wire;
        this.newcomers = newcomers;
    }

    void all() {
        templates(at(Role.TEMPLATE_AUTHOR));
        Person somebody = newcomers.settled();
        Visit author = at(Role.POLICY_AUTHOR);
        questions(author, somebody.id());
        drafts(author, newcomers.group(somebody.id()));
    }

    private Visit at(Role role) {
        Visit visit = new Visit(wire);
        visit.signIn(newcomers.inRole(role).accountName());
        return visit;
    }

    private static void templates(Visit visit) {
        visit.open("/templates").is(200);
        visit.open("/templates/new").is(200);
        Map<String, String> fields = new HashMap<>(Map.of("name", Shelf.fresh(), "description", ""));
        fields.putAll(Map.of("f-0-name", "User", "f-0-type", "single-line", "f-0-rules", "single-line"));
        visit.send("/templates/draft", fields).is(200);
        String one = path(visit.send("/templates/new", fields));
        visit.open(one).is(200);
        visit.open(one + "/versions/1").is(200);
        visit.open(one + "/edit").is(200);
        fields.put("seen", seen(visit, one));
        visit.send(one + "/edit", fields).is(303);
        visit.send(one + "/name", Map.of("seen", seen(visit, one), "name", Shelf.fresh()))
                .is(303);
        visit.send(one + "/clone", Map.of("name", Shelf.fresh())).is(303);
        visit.open(one + "/delete").is(200);
        visit.send(one + "/delete", Map.of("seen", seen(visit, one))).is(303);
    }

    private static void questions(Visit visit, UUID somebody) {
        visit.open(Rulemaking.PAGES + "/test").is(200);
        visit.send(Rulemaking.PAGES + "/test", Map.of("who", "person:" + somebody, "verb", "policy.edit"))
                .is(200);
        visit.open(Rulemaking.PAGES + "/who-can?verb=policy.edit").is(200);
        visit.open(Rulemaking.PAGES + "/editions/compare?from=1&to=1").is(200);
    }

    /** What is expected here is gone afterwards: others save policies too. */
    private static void drafts(Visit visit, UUID group) {
        visit.open(EXPECTATIONS).is(200);
        visit.open(EXPECTATIONS + "/new").is(200);
        String name = Shelf.fresh();
        String never = """
                {"kind": "invariant", "name": "%s", "never": ["key.rotate"],
                 "to": [{"kind": "group", "id": "%s"}], "on": [{"kind": "everything"}], "without": []}""".formatted(name, group);
        visit.send(EXPECTATIONS + "/new", Map.of("document", never)).is(303);
        String one = EXPECTATIONS + "/"
                + found(visit.open(EXPECTATIONS).text(), "expectations/([0-9a-f-]{36})\"><bdi>" + name + "<");
        visit.send(one, Map.of("version", version(visit, one), "document", never))
                .is(303);
        Map<String, String> form = new HashMap<>(Map.of("name", "x", "effect", "allow", "actions", "key.rotate"));
        form.putAll(Map.of("to", "group:" + group, "on", "everything", "edition", edition(visit)));
        visit.send(Rulemaking.PAGES + "/draft", form).is(200);
        visit.send(Rulemaking.PAGES + "/overruling", form).is(303);
        visit.send(one + "/remove", Map.of("version", version(visit, one))).is(303);
    }

    private static String edition(Visit visit) {
        return found(visit.open(Rulemaking.PAGES + "/new").text(), "name=\"edition\" value=\"([0-9]+)\"");
    }

    private static String version(Visit visit, String page) {
        return found(visit.open(page).is(200).text(), "name=\"version\" value=\"([^\"]+)\"");
    }

    private static String seen(Visit visit, String page) {
        return found(visit.open(page).text(), "name=\"seen\" value=\"([0-9]+)\"");
    }

    private static String path(Wire.Answer answer) {
        return answer.is(303)
                .header("Location")
                .replaceFirst("^https?://[^/]+", "")
                .replaceFirst("\\?.*", "");
    }

    private static String found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}

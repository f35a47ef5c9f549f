// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of the pages for people, groups and services, by somebody who looks after the installation. */
final class Offices {
    private static final String ID = "[0-9a-f-]{36}";

    private final Wire wire;
    private final Visit visit;
    private final Canaries canaries;
    private final Machinery machinery;

    Offices(Wire wire, Canaries canaries, Machinery machinery) {
        this.wire = wire;
        this.visit = new Visit(wire);
        this.canaries = canaries;
        this.machinery = machinery;
    }

    void use(Newcomers newcomers) {
        Person administrator = newcomers.inRole(Role.ADMINISTRATOR);
        visit.open("/sign-in").is(200);
        visit.send("/sign-in", Map.of("name", administrator.accountName(), "password", Newcomers.PASSWORD))
                .is(303);
        String person = person();
        String service = service();
        groups(person, service);
        agents();
        new Departures(wire, canaries, newcomers).all();
    }

    private void agents() {
        visit.open("/agents").is(200);
        String agent = path(visit.send("/agents", Map.of("name", Shelf.fresh())));
        visit.open(agent).is(200);
        visit.send(agent + "/name", Map.of("name", Shelf.fresh())).is(303);
        visit.send(agent + "/suspend", Map.of()).is(303);
        visit.send(agent + "/resume", Map.of()).is(303);
        String acting = "/agents/" + machinery.agent;
        visit.open(acting).is(200);
        visit.send(acting + "/delegations/" + machinery.delegation + "/end", Map.of())
                .is(303);
    }

    private String person() {
        visit.open("/people").is(200);
        visit.open("/people/new").is(200);
        Map<String, String> guest = Map.of("name", "A guest", "account", Shelf.fresh());
        String page =
                visit.send("/people/new", guest, "invite on a page").is(200).text();
        keep("first link on a page", "cfi_", page);
        String person = "/people/" + found("/people/(" + ID + ")\"", page);
        visit.open(person).is(200);
        String again = visit.send(person + "/invitation", Map.of(), "invite again on a page")
                .is(200)
                .text();
        keep("link on a page", "cfi_", again);
        visit.open(person + "/invitation").is(303);
        visit.send(person + "/name", Map.of("name", "Another name")).is(303);
        return person;
    }

    private String service() {
        visit.open("/services").is(200);
        visit.open("/services/new").is(200);
        String service = path(visit.send("/services/new", Map.of("name", Shelf.fresh())));
        visit.open(service).is(200);
        visit.open(service + "/tokens/new").is(200);
        Map<String, String> order = Map.of("label", "a job", "days", "1");
        String page = visit.send(service + "/tokens", order, "issue a token on a page")
                .is(200)
                .text();
        keep("service's token on a page", "cft_", page);
        visit.open(service + "/tokens").is(303);
        visit.send(service + "/name", Map.of("name", Shelf.fresh())).is(303);
        visit.send(service + "/suspend", Map.of()).is(303);
        visit.send(service + "/resume", Map.of()).is(303);
        String token =
                found("/tokens/(" + ID + ")/end", visit.open(service).is(200).text());
        String at = service + "/tokens/" + token;
        String rotated = visit.send(at + "/rotate", Map.of("overlap", "10"), "rotate a token on a page")
                .is(200)
                .text();
        keep("rotated token on a page", "cft_", rotated);
        visit.open(at + "/rotate").is(303);
        visit.send(at + "/end", Map.of()).is(303);
        return service;
    }

    private void groups(String person, String service) {
        visit.open("/groups").is(200);
        visit.open("/groups/new").is(200);
        String group = path(visit.send("/groups/new", Map.of("name", Shelf.fresh())));
        visit.open(group).is(200);
        visit.send(group + "/name", Map.of("name", Shelf.fresh())).is(303);
        visit.send(group + "/members", Map.of("member", last(service))).is(303);
        visit.send(group + "/members/" + last(service) + "/leave", Map.of()).is(303);
        visit.send(person + "/groups", Map.of("group", last(group))).is(303);
        visit.send(person + group + "/leave", Map.of()).is(303);
    }

    /** What a page shows on purpose is looked for everywhere else. */
    private void keep(String name, String prefix, String page) {
        canaries.put(name, found(prefix + "([0-9a-z]{59})<", page).getBytes(US_ASCII));
    }

    private static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private static String path(Wire.Answer made) {
        String location = made.is(303).header("Location");
        return location.substring(location.lastIndexOf('/', location.lastIndexOf('/') - 1));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

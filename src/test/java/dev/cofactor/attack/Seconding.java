// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import java.util.Map;

/** The right use of the pages on which a second person decides. */
final class Seconding {
    private final Wire wire;
    private final Newcomers newcomers;

    Seconding(Wire wire, Newcomers newcomers) {
        this.wire = wire;
        this.newcomers = newcomers;
    }

    void all() {
        Person author = newcomers.inRole(Role.ADMINISTRATOR);
        Visit his = proved(author);
        Visit other = proved(newcomers.inRole(Role.ADMINISTRATOR));
        String withdrawn = asked(his, author);
        his.open(withdrawn).is(200);
        his.send(withdrawn + "/withdraw", Map.of()).is(303);
        String declined = asked(his, author);
        other.open("/changes").is(200);
        other.open(declined + "/decline").is(200);
        other.send(declined + "/decline", Map.of()).is(303);
        String confirmed = asked(his, author);
        other.open(confirmed + "/confirm").is(200);
        other.send(confirmed + "/confirm", Map.of()).is(303);
    }

    /** He would read the log, which he may not. */
    private static String asked(Visit visit, Person author) {
        String auditors = "/groups/" + Role.AUDITOR.group();
        visit.open(auditors).is(200);
        String location = visit.send(auditors + "/members", Map.of("member", author.id().toString()))
                .is(303)
                .header("Location");
        return location.substring(location.indexOf("/changes/"));
    }

    private Visit proved(Person person) {
        Visit visit = new Visit(wire);
        visit.signIn(person.accountName());
        visit.open("/step-up").is(200);
        visit.send("/step-up", Map.of("proof", Newcomers.PASSWORD)).is(303);
        return visit;
    }
}

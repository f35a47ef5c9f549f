// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.approvals;

import dev.cofactor.desk.approvals.Card.Named;
import dev.cofactor.desk.approvals.Card.Said;
import dev.cofactor.desk.approvals.Card.Status;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.grants.Remains;
import dev.cofactor.ledger.grants.Verdict;
import dev.cofactor.ledger.mandates.Agent;
import dev.cofactor.ledger.mandates.Mandates;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Records;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Fills cards in. Whether the reader may have one is settled before. */
@Singleton
class Cards {
    private final AccessRequests requests;
    private final Grants grants;
    private final Catalogue catalogue;
    private final Records records;
    private final Answers answers;
    private final People people;
    private final Machines machines;
    private final Mandates mandates;

    Cards(
            AccessRequests requests,
            Grants grants,
            Catalogue catalogue,
            Records records,
            Answers answers,
            People people,
            Machines machines,
            Mandates mandates) {
        this.requests = requests;
        this.grants = grants;
        this.catalogue = catalogue;
        this.records = records;
        this.answers = answers;
        this.people = people;
        this.machines = machines;
        this.mandates = mandates;
    }

    /** @param whom those who could decide it */
    Card of(AccessRequest request, boolean withReasons, Collection<UUID> whom) {
        Card card = all(List.of(request), withReasons).getFirst();
        return new Card(
                card.request(),
                card.status(),
                card.given(),
                card.now(),
                card.by(),
                card.person(),
                card.reason(),
                card.said(),
                whom.stream().map(this::named).toList(),
                card.url());
    }

    List<Card> all(List<AccessRequest> some, boolean withReasons) {
        List<UUID> ids = some.stream().map(AccessRequest::id).toList();
        Map<UUID, Remains> given = grants.of(ids);
        Map<UUID, List<Verdict>> said =
                requests.verdicts(ids).stream().collect(Collectors.groupingBy(Verdict::request));
        Map<UUID, Placed> secrets =
                catalogue
                        .find(some.stream()
                                .map(request -> request.matter().secret())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Placed::secret, placed -> placed));
        Instant now = requests.now();
        return some.stream()
                .map(request -> {
                    Optional<Remains> left = Optional.ofNullable(given.get(request.id()));
                    return new Card(
                            request,
                            Status.of(request, left, now),
                            left,
                            Optional.ofNullable(secrets.get(request.matter().secret())),
                            named(request.asker().actor().id()),
                            request.asker()
                                    .person()
                                    .filter(person -> !person.equals(
                                            request.asker().actor().id()))
                                    .map(this::named),
                            withReasons ? reason(request) : Optional.empty(),
                            said.getOrDefault(request.id(), List.of()).stream()
                                    .map(one -> said(one, withReasons))
                                    .toList(),
                            List.of(),
                            answers.url(request.id()));
                })
                .toList();
    }

    private Optional<String> reason(AccessRequest request) {
        return request.terms().reason() == 0
                ? Optional.empty()
                : said(request.terms().event());
    }

    private Said said(Verdict verdict, boolean withReasons) {
        Optional<String> why = verdict.yes() || !withReasons ? Optional.empty() : said(verdict.event());
        return new Said(verdict, named(verdict.person()), why);
    }

    /** What people wrote stands in the sealed body of the event and nowhere else, and goes with its month's key. */
    private Optional<String> said(UUID event) {
        return records.find(event)
                .filter(Entry.Sound.class::isInstance)
                .map(Entry.Sound.class::cast)
                .map(sound -> sound.contents().details().get("reason"))
                .map(Object::toString);
    }

    private Named named(UUID actor) {
        return new Named(
                actor,
                people.find(actor)
                        .map(Person::displayName)
                        .or(() -> machines.find(actor).map(Service::name))
                        .or(() -> mandates.find(actor).map(Agent::name)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.desk.weighing.Gain;
import dev.cofactor.engine.policy.Question.Place;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.grants.Proposal;
import dev.cofactor.ledger.grants.Proposals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Shows changes to whoever asked for them, and to whoever may decide. Looking at one does nothing to it. */
@ApplicationScoped
public class Cards {
    private static final int MOST = 100;

    private final Gate gate;
    private final Proposals proposals;
    private final Kinds kinds;
    private final Deciding deciding;
    private final People people;
    private final Machines machines;
    private final Catalogue catalogue;
    private final Folders folders;
    private final Clock clock;

    Cards(
            Gate gate,
            Proposals proposals,
            Kinds kinds,
            Deciding deciding,
            People people,
            Machines machines,
            Catalogue catalogue,
            Folders folders,
            Clock clock) {
        this.gate = gate;
        this.proposals = proposals;
        this.kinds = kinds;
        this.deciding = deciding;
        this.people = people;
        this.machines = machines;
        this.catalogue = catalogue;
        this.folders = folders;
        this.clock = clock;
    }

    /**
     * What its author could do afterwards and could not before.
     *
     * @param to what; empty where whoever looks may not know of it
     */
    public record Gained(Gain gain, Optional<String> to) {}

    /**
     * A change as somebody sees it.
     *
     * @param by who decided
     * @param own whether it is the reader's, who may take it back
     * @param open whether it waits for a yes or a no, or for its author
     * @param forAuthor whether its author does it himself, once it was agreed to
     */
    public record Card(
            Proposal proposal,
            String author,
            Optional<String> by,
            List<String> words,
            List<Gained> gains,
            boolean own,
            boolean open,
            boolean forAuthor) {}

    /** Those the caller asked for, and those he may decide about, the newest first. */
    public List<Card> all(Caller caller) {
        return proposals.newest(MOST).stream()
                .filter(proposal -> isFor(proposal, caller))
                .map(proposal -> card(proposal, caller))
                .toList();
    }

    public Card one(Caller caller, UUID change) {
        Proposal proposal = proposals.find(change).orElseThrow(() -> missing(caller));
        if (!isOwn(proposal, caller)) {
            Kind kind = kinds.of(proposal);
            gate.admit(caller, kind.verb(), () -> kinds.seen(kind, proposal, caller));
        }
        return card(proposal, caller);
    }

    private boolean isFor(Proposal proposal, Caller caller) {
        Optional<Kind> kind = kinds.find(proposal);
        return kind.isPresent()
                && (isOwn(proposal, caller)
                        || kinds.seen(kind.get(), proposal, caller).isPresent());
    }

    private static boolean isOwn(Proposal proposal, Caller caller) {
        return proposal.author().equals(caller.actor().id());
    }

    private Card card(Proposal proposal, Caller caller) {
        Kind kind = kinds.of(proposal);
        return new Card(
                proposal,
                name(proposal.author()),
                proposal.outcome().by().map(this::name),
                kind.words(kinds.proposed(proposal)),
                Gain.read(proposal.gains()).stream()
                        .map(gain -> new Gained(gain, to(gain, caller)))
                        .toList(),
                deciding.isAuthor(caller.actor().id(), proposal) || isOwn(proposal, caller),
                proposal.isOpen(clock.instant()),
                kind.isForItsAuthor());
    }

    private Optional<String> to(Gain gain, Caller caller) {
        return switch (gain.sort()) {
            case INSTALLATION -> Optional.of("the installation");
            case UNTOLD -> Optional.of("more than can be told");
            case TEMPLATE -> Optional.of("a template");
            case PERSON -> Optional.of(name(gain.thing()));
            case SECRET ->
                catalogue
                        .find(gain.thing())
                        .filter(found -> gate.view(caller).shows(Sight.of(found, caller).target()))
                        .map(found -> found.path());
            case FOLDER ->
                folders.find(gain.thing())
                        .filter(found -> shows(found, caller))
                        .map(Folder::path);
        };
    }

    private boolean shows(Folder folder, Caller caller) {
        Target target = Sight.of(folder, caller).target();
        return target.place() == Place.SHARED
                && (gate.view(caller).shows(target) || gate.view(caller).may(Verb.FOLDER_EDIT, target));
    }

    private String name(UUID who) {
        return people.find(who)
                .map(person -> person.displayName())
                .or(() -> machines.find(who).map(service -> service.name()))
                .orElse("somebody");
    }

    private RuntimeException missing(Caller caller) {
        gate.admit(caller, Verb.POLICY_EDIT, Optional::empty);
        return ProposalRefused.notFound();
    }
}

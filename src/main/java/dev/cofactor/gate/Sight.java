// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.gate;

import dev.cofactor.engine.policy.Question;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Actor;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.audit.Intent;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.post.Post;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What lies behind the door, as it was found for one decision.
 *
 * @param about whose history the event belongs to
 * @param rows the versions of the rows it was found in: if one has moved when it is recorded, it is looked at again
 * @param details what the event says besides
 * @param claims what it must hold to be recorded
 * @param opens the one value that a release opens
 * @param watchers people and groups who are told if something of it is opened
 */
public record Sight(
        Target target,
        Optional<Subject> about,
        Map<UUID, Long> rows,
        Details details,
        List<Claim> claims,
        Optional<Intent.Opening> opens,
        Set<UUID> watchers) {
    public Sight {
        watchers = Set.copyOf(watchers);
    }

    public Sight(
            Target target,
            Optional<Subject> about,
            Map<UUID, Long> rows,
            Details details,
            List<Claim> claims,
            Optional<Intent.Opening> opens) {
        this(target, about, rows, details, claims, opens, Set.of());
    }

    /** Something of the installation as a whole. */
    public static Sight installation(Details details) {
        return new Sight(Target.installation(), Optional.empty(), Map.of(), details, List.of(), Optional.empty());
    }

    public static Sight of(Target target, Subject about, Map<UUID, Long> rows) {
        return new Sight(target, Optional.of(about), rows, Details.none(), List.of(), Optional.empty());
    }

    /** A secret as the catalogue has it, seen by whoever asks. */
    public static Sight of(Placed secret, Caller caller) {
        Target target = new Target(
                secret.secret(),
                Set.copyOf(secret.folders()),
                secret.tags(),
                secret.templateId(),
                place(secret.personalOf(), caller));
        Subject about = new Subject(Subject.Kind.SECRET, secret.secret());
        return new Sight(
                target,
                Optional.of(about),
                Map.of(secret.secret(), secret.version()),
                Details.none(),
                List.of(),
                Optional.empty(),
                secret.watched() ? Post.owners(secret) : Set.of());
    }

    /** Folders are of the world, so no row's version is compared. */
    public static Sight of(Folder folder, Caller caller) {
        Target target = Target.folder(Set.copyOf(folder.itselfAndAbove()), place(folder.personalOf(), caller));
        return of(target, new Subject(Subject.Kind.FOLDER, folder.id()), Map.of());
    }

    /** An agent sees what is its person's as that person does; to machines every personal folder is another's. */
    private static Question.Place place(Optional<UUID> personalOf, Caller caller) {
        Optional<UUID> person = switch (caller.actor()) {
            case Actor.Person one -> Optional.of(one.id());
            case Actor.Agent agent -> Optional.of(agent.person());
            case Actor.Service service -> Optional.empty();
            case Actor.System system -> Optional.empty();
            case Actor.Nobody nobody -> Optional.empty();
        };
        if (personalOf.isEmpty()) {
            return Question.Place.SHARED;
        }
        return personalOf.equals(person) ? Question.Place.OWN_PERSONAL_FOLDER : Question.Place.ANOTHERS_PERSONAL_FOLDER;
    }

    /** For a release: what it takes, and what it opens. */
    public Sight opening(UUID value, String purpose, List<Claim> taking) {
        return new Sight(
                target, about, rows, details, taking, Optional.of(new Intent.Opening(value, purpose)), watchers);
    }

    /** The same with what it takes. */
    public Sight taking(List<Claim> taken) {
        return new Sight(target, about, rows, details, taken, opens, watchers);
    }

    /** Of its backup codes there are only those left that its template gives with an approval alone. */
    public Sight atTheLastCodes() {
        return new Sight(target.atTheLastCodes(), about, rows, details, claims, opens);
    }

    public Sight saying(Details particulars) {
        return new Sight(target, about, rows, particulars, claims, opens, watchers);
    }
}

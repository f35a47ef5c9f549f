// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import dev.cofactor.engine.clauses.Duty;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Event;
import dev.cofactor.ground.events.Subject;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.post.Message.AccessKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Duties of policies, as the messages that they are. */
@Singleton
public class Errands {
    private final People people;
    private final Catalogue catalogue;
    private final Channels channels;
    private final Ids ids;

    Errands(People people, Catalogue catalogue, Channels channels, Ids ids) {
        this.people = people;
        this.catalogue = catalogue;
        this.channels = channels;
        this.ids = ids;
    }

    /** To these people, and to all who stand in groups, that something of a secret left. Where nobody is active, to nobody. */
    public List<Claim.Tell> released(Collection<UUID> watchers, Event event) {
        return event.about()
                .flatMap(about -> tells(people.activeAmong(watchers), about.id(), event))
                .orElse(List.of());
    }

    /** @return nothing, where it cannot be carried out: nobody would be told */
    public Optional<List<Claim.Tell>> of(Duty duty, Event event) {
        return event.about()
                .filter(about -> about.kind() == Subject.Kind.SECRET)
                .flatMap(about -> switch (duty) {
                    case Duty.Tell tell -> tells(recipients(tell.whom(), about.id()), about.id(), event);
                });
    }

    /** For the owners, of what turns out only when it is recorded. */
    public List<Function<UUID, Claim.Tell>> owners(Placed secret, AccessKind kind, UUID actor) {
        return people.activeAmong(Post.owners(secret)).stream()
                .<Function<UUID, Claim.Tell>>map(owner -> event -> {
                    Message message = new Message.OfAccess(kind, secret.secret(), event, actor);
                    return new Claim.Tell(ids.next(), message.word(), owner, message.bytes());
                })
                .toList();
    }

    private Collection<UUID> recipients(Duty.Whom whom, UUID secret) {
        return switch (whom) {
            case Duty.Whom.Owners owners -> people.activeAmong(owners(secret));
            case Duty.Whom.Group group -> people.activeAmong(List.of(group.id()));
            case Duty.Whom.Person person -> people.activeAmong(List.of(person.id()));
            case Duty.Whom.Channel channel -> channels.stands(channel.id()) ? List.of(channel.id()) : List.of();
        };
    }

    private Collection<UUID> owners(UUID secret) {
        return catalogue.find(secret).map(Post::owners).orElse(Set.of());
    }

    private Optional<List<Claim.Tell>> tells(Collection<UUID> recipients, UUID secret, Event event) {
        Message message = new Message.OfAccess(
                AccessKind.SOMETHING_RELEASED, secret, event.id(), event.actor().id());
        List<Claim.Tell> tells = recipients.stream()
                .map(one -> new Claim.Tell(ids.next(), message.word(), one, message.bytes()))
                .toList();
        return tells.isEmpty() ? Optional.empty() : Optional.of(tells);
    }
}

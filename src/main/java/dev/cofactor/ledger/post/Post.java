// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.post;

import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.People;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Says whom a message goes to: part of a change, which records it and in whose transaction the rows are written. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class Post {
    private final People people;
    private final WaitingRows waiting;
    private final Ids ids;

    Post(People people, WaitingRows waiting, Ids ids) {
        this.people = people;
        this.waiting = waiting;
        this.ids = ids;
    }

    /** For the owners of this secret. */
    public record Letter(Placed secret, Message.OfSeed message) {}

    /** To these people themselves, as far as they are active. */
    public List<Claim.Tell> people(Collection<UUID> people, Message.OfPerson message) {
        return this.people.activeAmong(people).stream()
                .map(person -> tell(person, message))
                .toList();
    }

    /** To an address that is no longer his: it is kept until that is sent, and then forgotten. */
    public Claim.Tell former(String address, Message.OfPerson message) {
        UUID id = ids.next();
        waiting.addFormer(id, message.person(), address);
        return tell(id, message);
    }

    /** The same of access: to people, and to all who stand in groups. */
    public List<Claim.Tell> access(Collection<UUID> peopleAndGroups, Message.OfAccess message) {
        return people.activeAmong(peopleAndGroups).stream()
                .map(person -> tell(person, message))
                .toList();
    }

    private Claim.Tell tell(UUID person, Message message) {
        return new Claim.Tell(ids.next(), message.word(), person, message.bytes());
    }

    /**
     * To each owner once; a group's are all in it, as far as they are active. Whoever did it and owns what it was done to is
     * told as well, for somebody else may have had his session, but of the first letter only: his answer had the rest.
     */
    public List<Claim.Tell> owners(List<Letter> letters) {
        List<Claim.Tell> tells = new ArrayList<>();
        boolean author = false;
        for (Letter letter : letters) {
            Message message = letter.message();
            for (UUID person : people.activeAmong(owners(letter.secret()))) {
                boolean isAuthor = person.equals(message.actor());
                if (!isAuthor || !author) {
                    tells.add(tell(person, message));
                }
                author |= isAuthor;
            }
        }
        return List.copyOf(tells);
    }

    /** What lies in a personal folder is its person's, whoever is named besides: others are not to know of it. */
    public static Set<UUID> owners(Placed secret) {
        return secret.personalOf().map(Set::of).orElse(secret.owners());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.proposals;

import dev.cofactor.desk.weighing.Author;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.rulebook.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Who is told of a change that waits, or did not. */
@ApplicationScoped
class Letters {
    private final People people;
    private final Ids ids;

    Letters(People people, Ids ids) {
        this.people = people;
        this.ids = ids;
    }

    /** To these, as far as they are active people. */
    List<Claim.Tell> to(Collection<UUID> whom, Message.OfAccess message) {
        return people.activeAmong(whom).stream()
                .map(person -> new Claim.Tell(ids.next(), message.word(), person, message.bytes()))
                .toList();
    }

    /** To whoever looks after the installation, the author among them: somebody else may have had his session. */
    List<Claim.Tell> toAdministratorsAnd(Author author, Message.OfAccess message) {
        Set<UUID> all = new HashSet<>(author.people());
        all.add(Role.ADMINISTRATOR.group());
        return to(all, message);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.people;

import dev.cofactor.ground.identity.ShownToken;
import dev.cofactor.ledger.directory.Person.Belongings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The links that were given out. Somebody has one that stands at the most, and it lets in once. */
@ApplicationScoped
@Transactional
class Invitations implements Belongings {
    private static final Duration LIFE = Duration.ofHours(1);

    private final InvitationRows rows;

    Invitations(InvitationRows rows) {
        this.rows = rows;
    }

    /**
     * One that lets in. Whoever reads this cannot show it.
     *
     * @param left how long it does, by the database's clock, which gave it its end
     */
    record Standing(UUID id, UUID person, Duration left) {}

    /** Nothing for whatever does not stand, for whichever reason. */
    Optional<Standing> find(String shown) {
        return ShownToken.Kind.INVITATION.read(shown).flatMap(token -> rows.standing(token.hash()));
    }

    /** Part of a change. Earlier ones of the same person end. @return its end */
    @Transactional(Transactional.TxType.MANDATORY)
    Instant give(UUID id, UUID person, ShownToken token, Instant at) {
        Instant until = at.plus(LIFE);
        rows.endOf(person, at);
        rows.persist(new InvitationRow(id, person, token.hash(), at, until));
        rows.flush();
        return until;
    }

    /** Part of a change. That he was invited is kept. */
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID person) {
        rows.endNow(person);
    }

    /** Part of a change. @return false if it stands no more: of many who use it together one is told true */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean use(UUID id, Instant at) {
        return rows.use(id, at);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import dev.cofactor.ground.identity.MailAddress;
import dev.cofactor.ground.problem.Problem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who there is. Says nothing of what anybody may do. */
@Singleton
@Transactional
public class People {
    private final PersonRows rows;
    private final Groups groups;

    People(PersonRows rows, Groups groups) {
        this.rows = rows;
        this.groups = groups;
    }

    public boolean isEmpty() {
        return rows.count() == 0;
    }

    public Optional<Person> find(AccountName name) {
        return rows.byName(name).map(PersonRow::person);
    }

    public Optional<Person> find(UUID id) {
        return rows.findByIdOptional(id).map(PersonRow::person);
    }

    /** Those of these who are people, active or not. */
    public List<Person> find(Collection<UUID> ids) {
        return rows.list("id in ?1", ids).stream().map(PersonRow::person).toList();
    }

    /** Those of these who are people, and all who stand in those that are groups; whoever is not active is left out. */
    public List<UUID> activeAmong(Collection<UUID> peopleAndGroups) {
        return rows.activeAmong(peopleAndGroups);
    }

    public List<Person> all() {
        return rows.inOrder().stream().map(PersonRow::person).toList();
    }

    /** Somebody who is active from the beginning. Part of a change, whose transaction is open: people are of the world. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Person add(UUID id, AccountName name, String displayName, Instant at) {
        invite(id, name, displayName, at);
        activate(id, at);
        return known(id);
    }

    /** Somebody who may nothing until he is activated. Part of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Person invite(UUID id, AccountName name, String displayName, Instant at) {
        if (rows.byName(name).isPresent()) {
            throw new Problem(Problem.Kind.CONFLICT, "account-name-taken", "somebody has this account name already");
        }
        PersonRow row = new PersonRow(id, name, displayName, at);
        rows.persist(row);
        groups.join(Groups.EVERYONE, id, at);
        rows.flush();
        return row.person();
    }

    /** Part of a change. @return false for whoever was active before: nobody is activated twice */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean activate(UUID id, Instant at) {
        return rows.activate(id, at);
    }

    /** Part of a change. @return false for whoever was not active */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean suspend(UUID id) {
        return rows.suspend(id);
    }

    /** Part of a change. He stands where he stood. @return false for whoever was not suspended */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean restore(UUID id) {
        return rows.restore(id);
    }

    /** Part of a change. Out of all groups, and for good. @return false for whoever had gone before */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean remove(UUID id, Instant at) {
        boolean removed = rows.remove(id, at);
        if (removed) {
            groups.leaveAll(id, at);
        }
        return removed;
    }

    /** Whoever answers for somebody; nobody does for all. */
    public Optional<Person> managerOf(UUID id) {
        return rows.findByIdOptional(id).map(row -> row.manager).flatMap(this::find);
    }

    /** For whom somebody answers. */
    public List<Person> managedBy(UUID manager) {
        return rows.list("manager = ?1 order by accountName, createdAt", manager).stream()
                .map(PersonRow::person)
                .toList();
    }

    /** Part of a change, under the head's lock: of two that together make a circle the second is refused. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void manage(UUID id, Optional<UUID> manager) {
        if (manager.filter(
                        above -> above.equals(id) || rows.managersAbove(above).contains(id))
                .isPresent()) {
            throw new Problem(
                    Problem.Kind.CONFLICT, "manager-circle", "nobody is his own manager, directly or through others");
        }
        rows.manage(id, manager.orElse(null));
    }

    /** Where he gets mail; nowhere, as long as nobody said. */
    public Optional<MailAddress> mailOf(UUID id) {
        return rows.findByIdOptional(id).map(row -> row.mail).map(MailAddress::new);
    }

    /** Part of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void mail(UUID id, Optional<MailAddress> address) {
        rows.mail(id, address.map(MailAddress::value).orElse(null));
    }

    /** Part of a change. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Person rename(UUID id, String displayName) {
        rows.update("displayName = ?1 where id = ?2", displayName, id);
        return known(id);
    }

    private Person known(UUID id) {
        return rows.fresh(id).person();
    }
}

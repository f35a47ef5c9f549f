// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.leavers;

import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Group;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.directory.Service;
import dev.cofactor.ledger.directory.Token;
import java.time.Instant;
import java.util.List;

/**
 * What somebody leaves behind, as one reader may know it at one moment.
 *
 * @param seeds that he could have known and that still stand: to be enrolled anew at the site
 * @param used what was released to him
 * @param owned secrets that nobody else who is active owns
 * @param services that he made
 * @param tokens that he issued, saw when he did, and that are still good
 * @param groups he was put into himself; of one who has gone, those he stood in as he went
 * @param managed for whom he answers
 */
public record LeaverReport(
        Person person,
        Instant at,
        List<Seed> seeds,
        List<Used> used,
        List<Placed> owned,
        List<Service> services,
        List<Issued> tokens,
        List<Group> groups,
        List<Person> managed,
        Rest rest) {

    /** @param how each way he came to know it: typed, picture or imported */
    public record Seed(Placed secret, String state, List<String> how, Instant last) {}

    /**
     * @param codes in the last 90 days, as are backup codes
     * @param fields how often a field was revealed, at whatever time: what was seen stays known
     */
    public record Used(Placed secret, long codes, long backupCodes, long fields, Instant last) {}

    public record Issued(Token token, String service) {}

    /**
     * What is not in the lists.
     *
     * @param personal secrets in his own folder, which nobody gets into once he has gone
     * @param hidden secrets of the other lists that are deleted, or that the reader may not see
     * @param machines services and tokens, where the reader may not edit machines
     * @param unreadable entries of the log about his doing that are not sound
     * @param whole whether all of the log was read that is about this
     */
    public record Rest(int personal, int hidden, int machines, int unreadable, boolean whole) {}
}

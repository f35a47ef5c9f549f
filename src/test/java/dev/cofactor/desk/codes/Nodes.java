// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.codes;

import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.desk.waiting.Bell;
import dev.cofactor.desk.waiting.Decisions;
import dev.cofactor.desk.waiting.Lines;
import dev.cofactor.desk.waiting.Seats;
import dev.cofactor.desk.waiting.SecondRoom;
import dev.cofactor.gate.SecondNode;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.grants.AccessRequests;
import jakarta.inject.Singleton;

/** The codes of other nodes on the same database, each with a gate and a waiting room of its own. */
@Singleton
public class Nodes {
    private final SecondNode gates;
    private final Catalogue catalogue;
    private final Seeds seeds;
    private final Values values;
    private final Holders holders;
    private final Petitions petitions;
    private final CodesConfig config;
    private final AccessRequests requests;
    private final Ids ids;

    Nodes(
            SecondNode gates,
            Catalogue catalogue,
            Seeds seeds,
            Values values,
            Holders holders,
            Petitions petitions,
            CodesConfig config,
            AccessRequests requests,
            Ids ids) {
        this.gates = gates;
        this.catalogue = catalogue;
        this.seeds = seeds;
        this.values = values;
        this.holders = holders;
        this.petitions = petitions;
        this.config = config;
        this.requests = requests;
        this.ids = ids;
    }

    /** @param room where those wait who asked this node */
    public record Node(Codes codes, SecondRoom room) implements AutoCloseable {
        @Override
        public void close() {
            room.stop();
        }
    }

    public Node another() {
        SecondRoom room = new SecondRoom(requests);
        Seats seats = room.seats();
        Lines lines = room.lines();
        Bell bell = room.bell();
        Decisions decisions = room.decisions();
        Releases releases = new Releases(gates.gate(), catalogue, seeds, values, holders);
        return new Node(new Codes(releases, petitions, holders, seats, lines, bell, decisions, config, ids), room);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import dev.cofactor.engine.merkle.NoteVerifier;
import dev.cofactor.ground.sealing.LogBodies;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The real signer for copies of one log, with a key and a memory of its own: to it, the copies are one log. */
public final class CopiesSigned {
    private final HeadFile memory;
    private final LogKeyFile key;
    private final NoteVerifier verifier;

    public CopiesSigned(Path folder, String origin) {
        Path file = folder.resolve("log.key");
        verifier = NoteVerifier.parse(LogKeyFile.create(file, origin));
        key = LogKeyFile.open(file);
        memory = new HeadFile(folder.resolve("log-head"));
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    /** @return whether the log as it stands is signed; otherwise the signer has stopped it */
    public boolean sign(DataSource copy) throws SQLException, IOException {
        Signer signer = new Signer(copy, memory, key::signer);
        Signer.Turn turn = signer.turn();
        while (turn == Signer.Turn.SIGNED) {
            turn = signer.turn();
        }
        return turn == Signer.Turn.NOTHING_NEW;
    }

    public static Receipts receipts(DataSource copy, LogBodies bodies) {
        return new Receipts(copy, bodies);
    }

    public static Tiles tiles(DataSource copy) {
        return new Tiles(copy);
    }
}

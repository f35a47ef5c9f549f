// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.merkle.Checkpoint;
import dev.cofactor.fixtures.Paper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Short ways to ask about a log on paper. */
final class Verdicts {
    private static final long SEED = 0x5eedL;

    private Verdicts() {}

    static Pinned pinned(Paper paper) {
        return new Pinned(Paper.ORIGIN, List.of(paper.signer.verifier()));
    }

    static Verdict of(InputStream export, Paper paper, Optional<Checkpoint> since) {
        try {
            return Export.verify(export, pinned(paper), since, SEED);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Verdict of(String export, Paper paper) {
        return of(new ByteArrayInputStream(export.getBytes(UTF_8)), paper, Optional.empty());
    }

    static void lies(String export, Paper paper, String place) {
        assertThatThrownBy(() -> of(export, paper))
                .isInstanceOf(Untrue.class)
                .message()
                .startsWith(place);
    }

    static void lies(Paper paper, String place) {
        lies(paper.text(), paper, place);
    }
}

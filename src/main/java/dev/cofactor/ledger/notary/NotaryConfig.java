// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.notary;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** When the log is signed, and with what. There is no setting that lets it grow unsigned. */
@ConfigMapping(prefix = "cofactor.log")
interface NotaryConfig {
    /** How long after one look at the log the next follows; a log that has grown is signed then. */
    @WithDefault("1s")
    Duration checkpointInterval();

    /** A file that {@code cofactor log-key create} made; only the signer has it. */
    Optional<Path> keyFile();

    /** Where the signer remembers what it signed last; beside the key unless named. */
    Optional<Path> headFile();

    /** Whether this process signs: set by the launcher. */
    @WithDefault("false")
    boolean signs();

    /** Whether a missing key may be made: set by the launcher, in an evaluation. */
    @WithDefault("false")
    boolean makesKey();
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.review;

import dev.cofactor.engine.policy.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who could have something of a secret.
 *
 * @param path empty, where it lay in a personal folder
 * @param forWhom of an agent, the person it acts for
 * @param always whether he could wherever he called from and whenever
 * @param steps what he had to do first, where there is no way without
 * @param policies by which he could, by name and id
 * @param last when he last did, up to the moment of the review
 * @param unused for so long that it may not be needed
 */
record Row(
        UUID secret,
        String path,
        Then.Name who,
        UUID id,
        Optional<UUID> forWhom,
        Verb verb,
        boolean always,
        List<String> steps,
        List<String> policies,
        Optional<Instant> last,
        boolean unused) {}

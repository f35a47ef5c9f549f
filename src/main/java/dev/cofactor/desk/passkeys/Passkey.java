// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One of a person's keys, as he sees it.
 *
 * @param label what he calls it
 * @param synced whether its maker may copy it to his other devices: then losing one of them loses nothing
 */
public record Passkey(UUID id, String label, boolean synced, Instant since, Optional<Instant> used) {}

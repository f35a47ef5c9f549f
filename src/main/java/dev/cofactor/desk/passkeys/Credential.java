// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.passkeys;

import java.util.Set;

/**
 * What a key showed of itself when it was registered.
 *
 * @param id by which it knows itself again
 * @param publicKey as COSE has it
 * @param signCount how often it signed, by its own count; 0 for one that does not count
 * @param transports how a browser may reach it
 * @param backupEligible whether it may be copied by its maker; that never changes
 * @param userVerified whether it asked for a PIN, a finger or a face
 */
record Credential(
        byte[] id,
        byte[] publicKey,
        long signCount,
        Set<String> transports,
        boolean backupEligible,
        boolean userVerified) {}

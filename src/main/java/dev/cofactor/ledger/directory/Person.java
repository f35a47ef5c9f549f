// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import java.util.UUID;

/** Somebody who can sign in. */
public record Person(UUID id, String accountName, String displayName, boolean active) {}

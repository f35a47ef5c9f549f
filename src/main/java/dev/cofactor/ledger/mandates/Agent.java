// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.mandates;

import java.util.UUID;

/** A program that acts for people; which it is, not for whom. */
public record Agent(UUID id, String name, boolean active) {}

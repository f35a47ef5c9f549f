// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import java.util.UUID;

/** A script or a workload. */
public record Service(UUID id, String name, boolean active) {}

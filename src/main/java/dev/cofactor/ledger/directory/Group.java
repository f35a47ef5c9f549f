// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.directory;

import java.util.UUID;

/**
 * People and services that stand together.
 *
 * @param builtIn it is a role: it came along, and stays as it is called
 */
public record Group(UUID id, String name, boolean builtIn) {}

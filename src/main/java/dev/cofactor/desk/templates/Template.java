// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.templates;

import java.util.UUID;

/**
 * A template as it is listed.
 *
 * @param version the last one
 * @param revision of its row: it moves with every change, names included
 */
public record Template(UUID id, String name, String description, boolean predefined, int version, long revision) {}

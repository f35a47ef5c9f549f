// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import java.util.UUID;

/** What a policy is about. Ids are immutable, so a rename changes no right; a move or a tag may. */
public sealed interface Resource {
    record Secret(UUID id) implements Resource {}

    /** The folder and all below it. */
    record Folder(UUID id) implements Resource {}

    record Tag(UUID id) implements Resource {}

    /** Secrets made from the template, and the template itself. */
    record Template(UUID id) implements Resource {}

    /** The personal folder of whoever asks: the only resource through which an allow reaches a personal folder. */
    record OwnPersonalFolder() implements Resource {}

    /** The root of it all, personal folders included where a policy denies; also what lies in no folder, such as people and settings. */
    record Everything() implements Resource {}
}

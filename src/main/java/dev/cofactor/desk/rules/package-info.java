// SPDX-License-Identifier: Apache-2.0
/**
 * The policy desk: read the edition in force, draft the next one, see what it would do, save it.
 *
 * <p>A draft is shown with what {@code foresight} finds: who gains, who loses, which policy tests fail, which rule can
 * never apply. A policy is shown as a plain sentence made from it; the document is JSON, and there is no expression
 * language to get wrong. Saving names the edition it was drafted from and is refused if another came first.
 *
 * <p>A save that widens its author's own rights waits for a second policy author. One that would leave nobody able to
 * edit policies is refused. Folders, groups and secrets appear by name and are stored by id.
 *
 * <p>The desk only proposes: {@code gate.change} applies, under the world of that moment, and the edition is on the
 * log with its hash before any decision uses it.
 */
@NullMarked
package dev.cofactor.desk.rules;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * The policy desk: shows the edition in force and makes the next one, by one policy at a time.
 *
 * <p>A policy is shown as a plain sentence made from it and from names; the document is JSON, and there is no expression
 * language to get wrong. Saving names the edition it starts from and is refused if another came first. So is one that is
 * about somebody or something that is not there, or that would leave nobody able to edit policies. Folders, groups and
 * secrets appear by name and are stored by id.
 *
 * <p>The desk only proposes: {@code gate.change} applies, under the world of that moment, and the edition is on the
 * log with its hash before any decision uses it. It decides nothing itself, and shows rules and names to nobody but those
 * who may edit policies.
 */
@NullMarked
package dev.cofactor.desk.rules;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * What somebody has yet to do before anything else: set up a second factor, change a password.
 *
 * <p>A duty is put on one person, on a group (then by rule: on everybody who stands in it, as long as he does), or on
 * newcomers (everybody who is added from then on). Whoever may edit people puts them and takes them back, on the log.
 *
 * <p>The room says what is asked of whom and since when; whether it is met only the rooms know that keep passwords and
 * factors. Nor does it bar anybody: {@code signin} does, at each request, so a duty holds for sessions that stand already.
 */
@NullMarked
package dev.cofactor.desk.duties;

import org.jspecify.annotations.NullMarked;

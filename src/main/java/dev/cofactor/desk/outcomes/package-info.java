// SPDX-License-Identifier: Apache-2.0
/**
 * What became of codes at the site, by the word of whoever had them: the site took it, the site refused it, it was not used.
 *
 * <p>A report is about one release and belongs to whoever fetched that: nobody else can say anything, and he says it once. It
 * is an event and changes no right, no step and no pool; what a report lets others do is theirs to do. That a release is
 * his is read from the log's own entry, not from a table beside it.
 *
 * <p>After a refusal he may ask those whose secret it is, once a release, and they are told in the same transaction.
 *
 * <p>Called by {@code backups}, which gives back only what was reported not used, and by the pages. The room opens nothing.
 */
@NullMarked
package dev.cofactor.desk.outcomes;

import org.jspecify.annotations.NullMarked;

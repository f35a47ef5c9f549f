// SPDX-License-Identifier: Apache-2.0
/**
 * Other people's formats: exports of authenticator apps and password managers, lists, pictures of QR codes, migration
 * URIs.
 *
 * <p>A file is parsed in memory within limits, becomes a list of proposals that shows names and never seeds, and is
 * stored entry by entry as if typed into {@code secrets}, with the importer in each seed's custody. The log shows each
 * secret that came of it.
 *
 * <p>The file is not kept, not on disk either, and an entry that cannot be read is reported by its position, never by
 * its content. Encrypted exports are opened with a password that is used and dropped. The room writes only through
 * {@code secrets}, so nothing can be imported that could not have been entered by hand.
 */
@NullMarked
package dev.cofactor.desk.imports;

import org.jspecify.annotations.NullMarked;

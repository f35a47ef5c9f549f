// SPDX-License-Identifier: Apache-2.0
/**
 * Which language a page speaks. What pages say stands in bundles, one or more in each room of pages: an interface whose
 * methods are the messages, and a file {@code messages/<bundle>_<language>.properties} for each language. Templates name
 * messages, {@code {self:profile}}; this room sees to it that they speak the language of whoever asked.
 *
 * <p>It is settled in one place, where every template begins to be filled, by what the browser says its reader understands,
 * and among the languages the pages are written in: those that say of themselves which they are
 * ({@code messages/language_<language>.properties}). What a language does not say is said in English.
 *
 * <p>What a message says is text, never markup: it is escaped where it is put into a page, once, with whatever came into
 * it. No rule depends on a language, and nothing that is kept or sent to programs.
 */
@NullMarked
package dev.cofactor.face.words;

import org.jspecify.annotations.NullMarked;

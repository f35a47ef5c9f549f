// SPDX-License-Identifier: Apache-2.0
/**
 * Pixels to text, and text to pixels. The only room that knows ZXing and BoofCV.
 *
 * <p>It reads what people upload: a photograph, a screenshot, several symbols in one picture. What a file is, how large its
 * picture is and whether its parts lie inside it are looked at before a decoder sees it, because a small file may hold a
 * very large picture; formats are a short list. One picture is read at a time, within a time and a part of the heap. It
 * draws black on white with a quiet zone, whatever the page's colours are.
 *
 * <p>Text is text here: what a symbol means, whether it is one of ours and which of several was meant is for {@code otp}
 * and the desks. Neither picture nor text is kept, written to a file, logged or repeated in a failure, for the text is
 * usually a seed. {@code seeds} and {@code imports} read with it, {@code signin} draws a person's own factor at
 * enrolment, {@code tools} draws and stores nothing. See {@code src/docs/design/reading-pictures.md}.
 */
@NullMarked
package dev.cofactor.engine.qr;

import org.jspecify.annotations.NullMarked;

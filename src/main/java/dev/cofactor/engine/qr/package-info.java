// SPDX-License-Identifier: Apache-2.0
/**
 * Pixels to text, and text to pixels. The only room that knows ZXing.
 *
 * <p>It reads what people upload: a photograph, a screenshot, several symbols in one picture. Sizes are looked at
 * before a picture is decoded, because a small file may hold a very large one, and formats are a short list. It draws
 * black on white with a quiet zone, whatever the page's colours are.
 *
 * <p>Text is text here: what a symbol means is for {@code otp}. Neither picture nor text is kept, logged or repeated
 * in a failure, for the text is usually a seed. {@code secrets} and {@code imports} read with it, {@code signin} draws
 * a person's own factor at enrolment, {@code tools} does both and stores nothing.
 */
@NullMarked
package dev.cofactor.engine.qr;

import org.jspecify.annotations.NullMarked;

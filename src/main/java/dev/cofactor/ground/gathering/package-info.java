// SPDX-License-Identifier: Apache-2.0
/**
 * Many small questions to the database asked as one. Whoever asks while another reading runs is answered by the next one,
 * together with all who came meanwhile.
 *
 * <p>A {@link Gathering} keeps nothing: an answer is read after its question was put, and goes to those who asked and to nobody
 * later. So it is as fresh as if each had asked alone. What is {@link Remembered} is kept by somebody who knows until when it
 * holds: one version of the world, or for ever. Neither knows what is asked or where it is read.
 *
 * <p>Called outside of transactions only: what a transaction has not committed is nobody else's to see.
 */
@NullMarked
package dev.cofactor.ground.gathering;

import org.jspecify.annotations.NullMarked;

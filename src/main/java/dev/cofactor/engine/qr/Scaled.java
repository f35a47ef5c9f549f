// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.qr;

/**
 * A picture at some size.
 *
 * @param factor how many pixels of the picture that was sent one of these is, in each direction
 */
record Scaled(Grey grey, double factor) {
    Scaled reduced(int divisor) {
        return new Scaled(grey.reduced(divisor), factor * divisor);
    }

    Scaled doubled() {
        return new Scaled(grey.doubled(), factor / 2);
    }
}

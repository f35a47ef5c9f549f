// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.live;

/** The other end of a stream. */
interface Ear {
    void hear(News news);

    /** Keeps what lies between from taking the silence for the end. */
    void breath();

    /** Nothing comes after it; what was said before still arrives. */
    void end();
}

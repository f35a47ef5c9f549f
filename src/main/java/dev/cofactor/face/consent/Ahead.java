// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies between somebody and what he wants of a secret: steps that he can take, and no word of who wrote them down.
 *
 * @param secret and {@code verb}: of what, as forms send it
 * @param here the page that shows it; {@code back}: the same, as a parameter
 * @param proof what to do about one that is missing; empty where none is
 * @param least of the reason that is wanted, in characters; 0 where none is
 * @param ticket how one looks that is wanted; empty where none is
 * @param direct nothing is missing but what is said along with it
 */
public record Ahead(
        String secret,
        String verb,
        String here,
        String back,
        String proof,
        int least,
        String ticket,
        boolean direct,
        @Nullable Asks asks,
        @Nullable Standing standing,
        @Nullable Glass glass) {

    /** Others have to agree. @param sentence who, until when, and what one then has */
    public record Asks(String sentence) {}

    /**
     * The request that there is, or was last.
     *
     * @param time that belongs to it, and {@code until} the words before it
     * @param words of whoever rejected it
     * @param whom those who could still decide
     */
    public record Standing(
            String id,
            Chip state,
            String sentence,
            String until,
            @Nullable Instant time,
            String words,
            List<String> whom,
            boolean withdraws) {}

    /** One may take it without waiting. @param sentence who is told, and what one then has */
    public record Glass(String sentence, int least, String ticket) {}
}

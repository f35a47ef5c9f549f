// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import java.util.List;

/**
 * What the frame of a signed-in page shows.
 *
 * @param csrf the token of its forms
 * @param evaluation whether this is one, which a strip says
 * @param person whose page it is: a script asks before it sends a form whether he still sits there
 * @param who the name shown in the rail
 * @param here where the page belongs
 * @param daily the first places of the rail
 * @param offices the others this person may use
 * @param unread how many notices wait
 * @param asked how many requests wait to be decided
 */
public record Shell(
        String csrf,
        boolean evaluation,
        String person,
        String who,
        Place here,
        List<Place> daily,
        List<Place> offices,
        long unread,
        long asked) {

    public boolean isAt(Place place) {
        return here == place;
    }

    /** What waits at a place; 0 for nothing. */
    public long waiting(Place place) {
        return switch (place) {
            case NOTICES -> unread;
            case APPROVALS -> asked;
            case SECRETS, TEMPLATES, POLICIES, AUDIT, PEOPLE, MACHINES, ADMINISTRATION, PROFILE -> 0;
        };
    }

    /** What those that wait are. */
    public String waitingFor(Place place) {
        return place == Place.NOTICES ? "unread" : "to decide";
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as its page shows it. Names and reasons are what people typed.
 *
 * @param who asks, or for whom an agent does; {@code through}: that agent, or empty
 * @param run of a program, for which alone it is; or empty
 * @param asks goes between the two names: "asks for codes of"
 * @param gone the secret is
 * @param changes what is not as it was when this was asked
 * @param kept that there is a reason which is not for this reader
 * @param sentence how it stands, and {@code words}: of whoever rejected it
 * @param wanted who has to say yes
 * @param others who still could, and how many {@code more}
 * @param before what the same asker asked of this secret lately; for whoever decides
 * @param use where it is used, for whoever may now; or empty
 */
record Sheet(
        String id,
        String title,
        String who,
        String through,
        String run,
        String asks,
        String deed,
        Thing thing,
        boolean gone,
        List<Change> changes,
        String reason,
        boolean kept,
        String ticket,
        String from,
        Instant asked,
        @Nullable Instant until,
        Gets gets,
        Chip state,
        String sentence,
        String words,
        String wanted,
        List<Said> decided,
        List<String> others,
        int more,
        List<Past> before,
        May may,
        String use) {

    record Thing(String name, String path, String template) {}

    record Change(String what, String then, String now) {}

    /**
     * What one would have, or has.
     *
     * @param label "Would get"
     * @param most of whole minutes, in which it is offered for less; 0 where it is less than one
     */
    record Gets(String label, String words, String time, int uses, long most) {}

    record Said(String who, boolean yes, Instant time, String words) {}

    record Past(String what, Instant time, Chip state) {}

    /** Which buttons make sense. @param fresh whether he has proved lately enough that it is he */
    record May(boolean decides, boolean fresh, boolean withdraws, boolean revokes) {}
}

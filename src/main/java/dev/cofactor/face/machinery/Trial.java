// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.machinery;

import dev.cofactor.desk.workloads.Verdict;
import dev.cofactor.desk.workloads.WorkloadDesk;
import dev.cofactor.ledger.trust.Federation;
import java.util.ArrayList;
import java.util.List;

/**
 * How a token fared, in words. They are the federation's; nothing here is the token's.
 *
 * @param says the upshot
 */
record Trial(boolean letsIn, String says, List<Point> points) {
    /** @param good whether it holds */
    record Point(boolean good, String what, String otherwise) {}

    static Trial of(WorkloadDesk.Tried tried, Federation federation) {
        return tried.verdict()
                .map(verdict -> of(verdict, tried.anothersToo(), federation))
                .orElseGet(() -> new Trial(
                        false,
                        "That is no token: three parts of letters and digits with dots between them, signed with"
                                + " RS256, PS256, ES256 or EdDSA.",
                        List.of()));
    }

    private static Trial of(Verdict verdict, boolean ambiguous, Federation federation) {
        List<Point> points = new ArrayList<>();
        points.add(new Point(
                verdict.issuer(), "Issued by " + federation.issuer(), "It names another issuer, to the letter."));
        points.add(new Point(
                verdict.algorithm(),
                "Signed by " + String.join(" or ", federation.terms().algorithms()),
                "It says that it is signed in another way."));
        points.add(new Point(
                verdict.keys(),
                "Keys to check it with",
                "Its issuer could not be asked for its keys, or has none for it."));
        points.add(new Point(
                verdict.signature(), "Its signature", "It was not made by one of these keys, or was changed since."));
        points.add(new Point(
                verdict.audience(),
                "Meant for " + String.join(" or ", federation.terms().audiences()),
                "It is meant for somebody else: its program asks for a token for this audience."));
        points.add(
                new Point(verdict.time(), "In time", "It is over, not good yet, or good for longer than any may be."));
        verdict.conditions()
                .forEach((claim, met) -> points.add(new Point(
                        met,
                        claim + " is " + federation.terms().conditions().getOrDefault(claim, ""),
                        "The token says something else of this, or nothing.")));
        if (ambiguous) {
            points.add(new Point(false, "One service only", "It would be another service too, and so is nobody."));
        }
        boolean letsIn = verdict.isGood() && !ambiguous;
        return new Trial(letsIn, upshot(letsIn, federation), points);
    }

    private static String upshot(boolean letsIn, Federation federation) {
        if (!letsIn) {
            return "It lets nobody in. What is missing:";
        }
        return federation.stands()
                ? "It lets its bearer in."
                : "It would let its bearer in, if this federation were not suspended.";
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.bundle;

import dev.cofactor.ground.problem.Problem;

/** What cannot be done with a bundle. Nothing of what was sent is repeated. */
final class BundleRefused extends Problem {
    private static final long serialVersionUID = 1;

    private BundleRefused(Kind kind, String code, String message) {
        super(kind, code, message);
    }

    static BundleRefused invalid(String rule) {
        return new BundleRefused(Kind.INVALID, "bundle-invalid", rule);
    }

    static BundleRefused notFound() {
        return new BundleRefused(Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see");
    }

    static BundleRefused counting() {
        return new BundleRefused(
                Kind.CONFLICT,
                "bundle-counting",
                "a seed that counts goes into no bundle: two would count on from one place, and both be wrong");
    }

    static BundleRefused nothingThere() {
        return new BundleRefused(
                Kind.CONFLICT, "bundle-nothing", "one of these has neither a seed that serves nor backup codes");
    }

    static BundleRefused personal() {
        return new BundleRefused(
                Kind.CONFLICT,
                "bundle-personal",
                "what lies in a personal folder is one person's, and goes into no bundle");
    }

    /** Nobody comes back with an old agreement. */
    static BundleRefused expired() {
        return new BundleRefused(
                Kind.CONFLICT, "bundle-expired", "it was agreed to more than a week ago: propose it anew");
    }

    static BundleRefused tooMuch() {
        return new BundleRefused(
                Kind.CONFLICT,
                "bundle-too-much",
                "a bundle holds at most " + Plan.MOST_SECRETS + " secrets and " + Plan.MOST_VALUES
                        + " seeds and backup codes: make several");
    }

    /** Entered anew, replaced, moved out of sight or deleted since it was proposed. */
    static BundleRefused changedMeanwhile() {
        return new BundleRefused(
                Kind.CONFLICT, "bundle-outdated", "a secret of this bundle has changed since: propose it anew");
    }

    static BundleRefused holderGone() {
        return new BundleRefused(
                Kind.CONFLICT, "bundle-holder-gone", "a holder has gone or has another key since: propose it anew");
    }

    static BundleRefused madeAlready() {
        return new BundleRefused(
                Kind.CONFLICT, "bundle-made", "this bundle was handed out, and that is done once: propose another one");
    }

    static BundleRefused notMade() {
        return new BundleRefused(Kind.CONFLICT, "bundle-not-made", "nothing was sealed in this bundle yet");
    }

    /** A row says something else than the log. */
    static BundleRefused altered() {
        return new BundleRefused(Kind.CONFLICT, "altered", "this is not what was recorded, so nothing is done with it");
    }

    static BundleRefused noKey() {
        return new BundleRefused(
                Kind.INVALID, "bundle-key-invalid", "this is no line as `cofactor bundle key` prints it");
    }

    static BundleRefused notInPerson() {
        return new BundleRefused(Kind.FORBIDDEN, "not-in-person", "only a person registers a key, and signed in");
    }
}

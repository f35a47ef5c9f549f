// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.sealing;

/** Something sealed that does not open, and why, as far as the rows tell. */
public final class Unopenable extends RuntimeException {
    private final Why why;

    /** The ways not to open. */
    public enum Why {
        /** No row says that its key ever existed. */
        KEY_UNKNOWN("its key is not known here"),
        /** Its key was made here and then destroyed: nobody opens it again. */
        KEY_ERASED("its key was erased"),
        /** Its key is kept under a root key that this server does not have. */
        KEY_UNDER_ANOTHER_ROOT("its key is kept under another root key"),
        /** It, its key's row, or where it stands is not what it was when it was sealed. */
        ALTERED("it is not what was sealed in this place");

        private final String sentence;

        Why(String sentence) {
            this.sentence = sentence;
        }
    }

    Unopenable(Why why) {
        // No stack trace: a verifier may meet a million of these.
        super("it does not open: " + why.sentence, null, false, false);
        this.why = why;
    }

    static Unopenable altered() {
        return new Unopenable(Why.ALTERED);
    }

    public Why why() {
        return why;
    }
}

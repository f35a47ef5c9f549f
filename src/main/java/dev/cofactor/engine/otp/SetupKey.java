// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import dev.cofactor.ground.plaintext.Plaintext;

/** A seed as people type it: Base32, often in groups. */
public final class SetupKey {
    /** Four times what the longest seed needs, for blanks. */
    static final int MAX_TEXT = 1_024;

    private static final int LIKELY_FROM = 8;
    private static final int GROUP = 4;

    private SetupKey() {}

    /** The seed that a text spells; the text stays the caller's to close. */
    public static Plaintext read(Plaintext text) {
        if (text.reveal().length > MAX_TEXT) {
            throw OtpRefused.tooLong();
        }
        return Base32.decode(text.reveal());
    }

    /** Only letters, digits and what stands between groups, and not few: a typing error in it is then worth a word. */
    static boolean isLikely(byte[] text) {
        if (text.length > MAX_TEXT) {
            return false;
        }
        int characters = 0;
        for (byte b : text) {
            boolean alphanumeric = Base32.isAlphanumeric(b);
            if (!alphanumeric && b != '=' && !Base32.isSkipped(b)) {
                return false;
            }
            characters += alphanumeric ? 1 : 0;
        }
        return characters >= LIKELY_FROM;
    }

    /** As programs hand it on: one word in upper case. A seed stored in a secret is never spelled. */
    public static Plaintext spell(Plaintext seed) {
        Seed.judge(seed);
        return Base32.encode(seed);
    }

    /** As it is shown to the person whose own factor it is: groups of four. A seed stored in a secret is never shown. */
    public static Plaintext show(Plaintext seed) {
        Seed.judge(seed);
        try (Plaintext encoded = Base32.encode(seed)) {
            byte[] text = encoded.reveal();
            byte[] grouped = new byte[text.length + (text.length - 1) / GROUP];
            for (int i = 0, at = 0; i < text.length; i++) {
                if (i > 0 && i % GROUP == 0) {
                    grouped[at++] = ' ';
                }
                grouped[at++] = text[i];
            }
            return Plaintext.owning(grouped);
        }
    }
}

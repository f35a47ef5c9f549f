// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ground.identity;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How an id looks outside: what it is the id of, and its 128 bits in the 32 digits of Crockford, lower case. An id has one
 * spelling; the letters that others would read as digits are none here.
 */
public enum PublicId {
    SECRET("sec_"),
    FOLDER("fld_"),
    TEMPLATE("tpl_"),
    FIELD("fie_"),
    TAG("tag_"),
    /** Of access. */
    REQUEST("req_"),
    /** A change that waits for a second person. */
    CHANGE("chg_"),
    CHANNEL("chn_"),
    /** A disaster bundle. */
    BUNDLE("bdl_");

    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 26;
    private static final int BITS = 5;
    private static final int REST = Long.SIZE - BITS;

    /** Also what is no id, or not yet one of ours: names must keep clear of them all. */
    private static final Pattern SHAPE = Pattern.compile("[a-z]{3}_[0-9a-z]{26}");

    private final String prefix;

    PublicId(String prefix) {
        this.prefix = prefix;
    }

    public String of(UUID id) {
        long high = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        char[] digits = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) low & 31);
            low = (low >>> BITS) | (high << REST);
            high >>>= BITS;
        }
        return prefix + new String(digits);
    }

    /** Empty for whatever is not the one spelling of such an id. */
    public Optional<UUID> read(String text) {
        if (text.length() != prefix.length() + LENGTH || !text.startsWith(prefix)) {
            return Optional.empty();
        }
        long high = 0;
        long low = 0;
        for (int i = prefix.length(); i < text.length(); i++) {
            int digit = DIGITS.indexOf(text.charAt(i));
            // 26 digits have two bits more than an id.
            if (digit < 0 || (high >>> REST) != 0) {
                return Optional.empty();
            }
            high = (high << BITS) | (low >>> REST);
            low = (low << BITS) | digit;
        }
        return Optional.of(new UUID(high, low));
    }

    public static boolean looksLikeOne(String text) {
        return SHAPE.matcher(text).matches();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.otp;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose codes these are: who asks for them, and for which account. Untrusted text, shown to people: characters that print
 * nothing or turn the writing round are left out, and so are blanks at both ends. Either may be empty.
 */
public record Account(String issuer, String name) {
    /** In UTF-16 units; a longer one is not cut but refused. */
    public static final int MAX_LENGTH = 255;

    /** What an old exporter lost an ampersand before, so that it became the issuer's end. */
    private static final Pattern LOST_PERIOD = Pattern.compile("(.*)period=([0-9]{1,9})", Pattern.DOTALL);

    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;

    public Account {
        issuer = clean(issuer);
        name = clean(name);
        requireLength(issuer);
        requireLength(name);
    }

    private static void requireLength(String text) {
        if (text.length() > MAX_LENGTH) {
            throw OtpRefused.label("issuer and account name have at most " + MAX_LENGTH + " characters each");
        }
    }

    /**
     * What a label and an issuer parameter say together.
     *
     * @param labelIssuer the label's issuer, where it differs from the parameter; else empty
     * @param lostPeriod the digits after {@code period=} at the end of the issuer, which is without them now; else empty
     */
    record Named(Account account, String labelIssuer, String lostPeriod) {}

    /** The parameter counts; the label's first colon ends its issuer, unless the label begins with the parameter whole. */
    static Named named(String label, String parameter) {
        Issuer issuer = Issuer.of(parameter);
        String whole = clean(label);
        String known = issuer.text() + ":";
        int colon = issuer.isEmpty() || !whole.startsWith(known) ? whole.indexOf(':') : known.length() - 1;
        Issuer prefix = Issuer.of(whole.substring(0, Math.max(colon, 0)));
        String name = whole.substring(colon + 1);
        if (issuer.isEmpty()) {
            return new Named(new Account(prefix.text(), name), "", issuer.or(prefix));
        }
        String other = prefix.text().equals(issuer.text()) ? "" : prefix.text();
        return new Named(new Account(issuer.text(), name), other, issuer.or(prefix));
    }

    private record Issuer(String text, String lostPeriod) {
        static Issuer of(String raw) {
            String text = clean(raw);
            String lost = "";
            for (Matcher m = LOST_PERIOD.matcher(text); m.matches(); m = LOST_PERIOD.matcher(text)) {
                text = m.group(1).strip();
                lost = m.group(2);
            }
            requireLength(text);
            return new Issuer(text, lost);
        }

        boolean isEmpty() {
            return text.isEmpty();
        }

        String or(Issuer other) {
            return lostPeriod.isEmpty() ? other.lostPeriod : lostPeriod;
        }
    }

    static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Account::isSeen).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** The two joiners stay: Persian and many emoji are written with them. */
    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            case Character.FORMAT -> point == ZERO_WIDTH_NON_JOINER || point == ZERO_WIDTH_JOINER;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

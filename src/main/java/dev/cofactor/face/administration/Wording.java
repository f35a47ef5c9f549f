// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import dev.cofactor.desk.couriers.Reports;
import dev.cofactor.ledger.post.Channel;
import java.time.Duration;
import java.util.Locale;

/** What desks say in words of closed lists, as sentences. */
final class Wording {
    private static final double KIB = 1024;
    private static final String[] SIZES = {"bytes", "KiB", "MiB", "GiB", "TiB"};

    private Wording() {}

    static String kind(Channel.Kind kind) {
        return switch (kind) {
            case WEBHOOK -> "Webhook";
            case SLACK -> "Slack";
            case TEAMS -> "Teams";
            case MAIL -> "Mail";
        };
    }

    /** @param state of a message to a channel */
    static String delivery(String state) {
        return switch (state) {
            case "sent" -> "Sent";
            case "failed" -> "Given up";
            case "kept" -> "Went nowhere";
            default -> "Waits";
        };
    }

    /** @param why how a courier says that it did not get there */
    static String failed(String why) {
        if (why.matches("answered-[0-9]{3}")) {
            return "Whoever is there answered " + why.substring("answered-".length()) + ".";
        }
        return switch (why) {
            case "sent" -> "It was taken.";
            case "unreachable" ->
                "Nobody answered there: no such host, no connection, a certificate that is not good, or an address that"
                        + " is not reached from here.";
            case "unopenable" -> "Where it leads does not open on this server. Remove the channel and add it anew.";
            case "gone" -> "Whoever is there says that it is gone.";
            case "switched-off" -> "It is switched off.";
            case "mail-not-set-up" -> "No mail server is set up: COFACTOR_MAIL_HOST and what goes with it.";
            case "mail-refused" -> "The mail server did not take it now.";
            case "mail-address-refused" -> "The mail server does not take that address.";
            case "mail-login-refused" -> "The mail server refused the user name or the password.";
            case "mail-unreachable" -> "The mail server was not reached, or what it said was not understood.";
            case "nowhere" -> "There was nowhere to send it.";
            case "waiting" -> "It waits for what was blocked before it.";
            case "fault" -> "It could not be made ready; the server's own log says more.";
            default -> "It did not get there.";
        };
    }

    static String trouble(Reports.Trouble trouble, String channel) {
        return (trouble.channel().isPresent() ? channel : "Mail to people") + ": " + failed(trouble.why());
    }

    static String bytes(long bytes) {
        double left = bytes;
        int at = 0;
        while (left >= KIB && at < SIZES.length - 1) {
            left /= KIB;
            at++;
        }
        return String.format(Locale.ROOT, at == 0 ? "%.0f %s" : "%.1f %s", left, SIZES[at]);
    }

    /** @param ahead negative where the machine's clock is behind */
    static String apart(Duration ahead) {
        long millis = ahead.toMillis();
        if (Math.abs(millis) < 1) {
            return "less than a millisecond apart";
        }
        String by = Math.abs(millis) < 1_000
                ? Math.abs(millis) + " ms"
                : String.format(Locale.ROOT, "%.1f s", Math.abs(millis) / 1_000.0);
        return "this machine is " + by + (millis > 0 ? " ahead" : " behind");
    }

    /** What a key is for. */
    static String key(String kind) {
        return switch (kind) {
            case "values" -> "Values";
            case "row-codes" -> "Row codes";
            default -> kind;
        };
    }

    static String about(String kind) {
        return switch (kind) {
            case "values" -> "Seals seeds, backup codes and fields, through a key of each value's own.";
            case "row-codes" -> "Lets a row be known that was changed behind Cofactor's back.";
            default -> "";
        };
    }
}

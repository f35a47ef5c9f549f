// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.MailAddress;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.post.Channel;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How channels are spoken of outside. Where one leads goes in and never comes out. */
public final class ChannelJson {
    private static final int LONGEST = 2048;

    private ChannelJson() {}

    /** One that is wanted: with a URL, or by mail with an address. */
    @Schema(name = "ChannelWanted")
    public record Given(
            @Schema(enumeration = {"webhook", "slack", "teams", "mail"}) @Nullable
            String kind,

            @Nullable String name,
            @Nullable String url,
            @Nullable String address) {
        public ChannelDesk.Wanted wanted(Predicate<String> mayBePrivate) {
            Channel.Kind wanted = Optional.ofNullable(kind)
                    .flatMap(Channel.Kind::of)
                    .orElseThrow(() -> ChannelRefused.invalid("a channel is a webhook, slack, teams or mail"));
            return new ChannelDesk.Wanted(wanted, DisplayName.of(needed(name, "a name")), leads(wanted, mayBePrivate));
        }

        private String leads(Channel.Kind wanted, Predicate<String> mayBePrivate) {
            if (wanted == Channel.Kind.MAIL) {
                return MailAddress.of(needed(address, "an address")).value();
            }
            return checked(needed(url, "a URL"), mayBePrivate);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** What is not given stays. */
    @Schema(name = "ChannelEdited")
    record Edited(@Nullable String name, @Nullable Boolean active) {
        ChannelDesk.Edit edit() {
            return new ChannelDesk.Edit(Optional.ofNullable(name).map(DisplayName::of), Optional.ofNullable(active));
        }
    }

    /** @param removed when; absent while it is there */
    @Schema(name = "Channel")
    record Shown(
            String id,
            String kind,
            String name,
            boolean active,
            Instant since,
            @Nullable Instant removed,
            String etag) {
        static Shown of(Channel channel) {
            return new Shown(
                    PublicId.CHANNEL.of(channel.id()),
                    channel.kind().word(),
                    channel.name(),
                    channel.active(),
                    channel.since(),
                    channel.ended().orElse(null),
                    channel.event().toString());
        }
    }

    /** @param secret this once, and for webhooks alone */
    @Schema(name = "ChannelMade")
    record Made(Shown channel, @Nullable String secret) {
        static Made of(ChannelDesk.Made made) {
            return new Made(Shown.of(made.channel()), made.secret().orElse(null));
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param overlapMinutes how long the secret before still signs beside the new one; a day, if not given */
    @Schema(name = "ChannelSecretWanted")
    record Rotation(@Nullable Integer overlapMinutes) {
        private static final int DAY = 1_440;
        private static final int WEEK = 7 * DAY;

        Duration overlap() {
            int minutes = overlapMinutes == null ? DAY : overlapMinutes;
            if (minutes < 0 || minutes > WEEK) {
                throw ChannelRefused.invalid("both secrets sign for 0 to " + WEEK + " minutes");
            }
            return Duration.ofMinutes(minutes);
        }
    }

    /** @param secret this once */
    @Schema(name = "ChannelSecretMade")
    record Rotated(String secret) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @Schema(name = "Channels")
    record Listing(List<Shown> channels) {}

    /**
     * How a test went.
     *
     * @param why out of a closed list, such as answered-500; nothing of what was answered
     */
    @Schema(name = "ChannelTried")
    record Result(boolean delivered, String why) {
        static Result of(Outcome outcome) {
            return new Result(outcome.isSent(), outcome.why());
        }
    }

    static UUID id(String text) {
        return PublicId.CHANNEL.read(text).orElseThrow(ChannelRefused::notFound);
    }

    private static String checked(String text, Predicate<String> mayBePrivate) {
        if (text.length() <= LONGEST) {
            try {
                URI uri = new URI(text);
                if (fits(uri, mayBePrivate)) {
                    return uri.toASCIIString();
                }
            } catch (URISyntaxException e) {
                // Refused below, and its message repeats what was sent.
            }
        }
        throw ChannelRefused.invalid("a URL begins with https, names a host and no user, has no fragment and at most "
                + LONGEST + " characters");
    }

    private static boolean isPort(int port) {
        return port == -1 || (port > 0 && port <= 0xFFFF);
    }

    private static boolean fits(URI uri, Predicate<String> mayBePrivate) {
        String host = uri.getHost();
        boolean spoken = "https".equals(uri.getScheme())
                || ("http".equals(uri.getScheme()) && host != null && mayBePrivate.test(host));
        return spoken
                && host != null
                && isPort(uri.getPort())
                && uri.getUserInfo() == null
                && uri.getFragment() == null;
    }

    private static <T> T needed(@Nullable T value, String what) {
        if (value == null) {
            throw ChannelRefused.invalid("a channel needs " + what);
        }
        return value;
    }
}

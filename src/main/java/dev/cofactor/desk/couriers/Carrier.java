// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ground.identity.MailAddress;
import dev.cofactor.ground.outbound.Outbound;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.sealing.ChannelSecrets;
import dev.cofactor.ground.sealing.ChannelSecrets.Content;
import dev.cofactor.ground.sealing.ChannelSecrets.Place;
import dev.cofactor.ground.sealing.ChannelSecrets.Sealed;
import dev.cofactor.ground.sealing.Unopenable;
import dev.cofactor.ledger.post.Channel;
import dev.cofactor.ledger.post.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** Hands a parcel over to where a channel leads. No transaction is open meanwhile, and what comes back is not looked at. */
@ApplicationScoped
class Carrier {
    static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final Logger LOG = Logger.getLogger(Carrier.class);
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int GONE = 410;

    private final Channels channels;
    private final ChannelSecrets secrets;
    private final Outbound outbound;
    private final Postman postman;
    private final Clock clock;

    Carrier(Channels channels, ChannelSecrets secrets, Outbound outbound, Postman postman, Clock clock) {
        this.channels = channels;
        this.secrets = secrets;
        this.outbound = outbound;
        this.postman = postman;
        this.clock = clock;
    }

    Outcome carry(Channel channel, Letters.Parcel parcel) {
        try (Plaintext address = opened(channel, Content.ADDRESS).orElseThrow()) {
            String where = new String(address.reveal(), UTF_8);
            return switch (channel.kind()) {
                case WEBHOOK -> sent(where, signed(channel, parcel));
                case SLACK -> sent(where, new Letter(Map.of(), Formats.slack(parcel)));
                case TEAMS -> sent(where, new Letter(Map.of(), Formats.teams(parcel)));
                case MAIL -> postman.send(new MailAddress(where), parcel);
            };
        } catch (Unopenable | Problem | java.util.NoSuchElementException e) {
            LOG.errorf("where the channel %s leads does not open", channel.id());
            return Outcome.away("unopenable");
        }
    }

    private record Letter(Map<String, String> headers, byte[] body) {}

    private Letter signed(Channel channel, Letters.Parcel parcel) {
        byte[] body = Formats.webhook(parcel);
        String id = parcel.id().toString();
        long seconds = clock.instant().getEpochSecond();
        try (Plaintext secret = opened(channel, Content.SIGNING_SECRET).orElseThrow()) {
            return new Letter(
                    Map.of(
                            "webhook-id",
                            id,
                            "webhook-timestamp",
                            Long.toString(seconds),
                            "webhook-signature",
                            Signature.of(secret.reveal(), id, seconds, body) + former(channel, id, seconds, body)),
                    body);
        }
    }

    /** For a while after another secret was made, both sign: a receiver takes whichever he has. */
    private String former(Channel channel, String id, long seconds, byte[] body) {
        Optional<Sealed> kept = channels.former(channel.id(), clock.instant());
        if (kept.isEmpty()) {
            return "";
        }
        try (Plaintext secret = secrets.open(new Place(channel.id(), Content.FORMER_SIGNING_SECRET), kept.get())) {
            return " " + Signature.of(secret.reveal(), id, seconds, body);
        }
    }

    private Outcome sent(String where, Letter letter) {
        Map<String, String> headers = new TreeMap<>(letter.headers());
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", "Cofactor");
        try {
            return of(outbound.send(new Outbound.Request(
                            "POST", URI.create(where), headers, letter.body(), DEADLINE, LONGEST_ANSWER))
                    .status());
        } catch (Outbound.Unanswered | IllegalArgumentException e) {
            return Outcome.away("unreachable");
        }
    }

    /** A redirect is no acceptance: whoever moved has to be entered anew. */
    static Outcome of(int status) {
        if (status == GONE) {
            return Outcome.gone();
        }
        return status / 100 == 2 ? Outcome.sent() : Outcome.away("answered-" + status);
    }

    private Optional<Plaintext> opened(Channel channel, Content content) {
        Place place = new Place(channel.id(), content);
        return channels.sealed(place).map(kept -> secrets.open(place, kept));
    }
}

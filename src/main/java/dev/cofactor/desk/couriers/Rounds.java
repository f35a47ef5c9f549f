// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import dev.cofactor.ground.identity.MailAddress;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.post.Channel;
import dev.cofactor.ledger.post.Channels;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Outgoing;
import dev.cofactor.ledger.post.Outgoing.End;
import dev.cofactor.ledger.post.Outgoing.Former;
import dev.cofactor.ledger.post.Outgoing.Letter;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * One way's turn: takes a few letters, hands them over one by one, and says how it went. While something is sent nothing is
 * held in the database but the lease, which ends by itself.
 */
@ApplicationScoped
class Rounds {
    static final int AT_ONCE = 20;

    private static final int MANY = 500;

    /** Longer than it takes to hand over as many as are taken at once. */
    static final Duration LEASE = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(Rounds.class);
    private static final String PEOPLE = "mail-to-people";
    private static final int MOST_DOUBLINGS = 20;

    private final Outgoing outgoing;
    private final Channels channels;
    private final People people;
    private final Letters letters;
    private final Carrier carrier;
    private final Postman postman;
    private final ChannelDesk desk;
    private final Reports reports;
    private final CourierConfig config;
    private final SecureRandom random;

    Rounds(
            Outgoing outgoing,
            Channels channels,
            People people,
            Letters letters,
            Carrier carrier,
            Postman postman,
            ChannelDesk desk,
            Reports reports,
            CourierConfig config,
            SecureRandom random) {
        this.outgoing = outgoing;
        this.channels = channels;
        this.people = people;
        this.letters = letters;
        this.carrier = carrier;
        this.postman = postman;
        this.desk = desk;
        this.reports = reports;
        this.config = config;
        this.random = random;
    }

    /** All that is due for this channel, as long as it takes it. */
    void ofChannel(UUID id) {
        boolean goesOn = true;
        while (goesOn) {
            List<Letter> taken = outgoing.takeOf(id, AT_ONCE, LEASE);
            String way = channels.find(id).orElseThrow().kind().word();
            goesOn = !taken.isEmpty() && handAll(taken, way, this::toChannel);
        }
    }

    void ofPeople() {
        boolean goesOn = postman.isSetUp();
        if (!goesOn) {
            keepAll();
        }
        while (goesOn) {
            List<Letter> taken = outgoing.takeOfPeople(AT_ONCE, LEASE);
            goesOn = !taken.isEmpty() && handAll(taken, PEOPLE, this::toSomebody);
        }
    }

    private void keepAll() {
        int kept = outgoing.keep(MANY);
        while (kept == MANY) {
            kept = outgoing.keep(MANY);
        }
    }

    /** @return false, once it is of no use to go on: what was taken is then put back, unsent */
    private boolean handAll(List<Letter> taken, String way, Function<Letter, Optional<Outcome>> hand) {
        boolean goesOn = true;
        for (Letter letter : taken) {
            Optional<Outcome> outcome = goesOn ? handed(letter, hand) : Optional.of(Outcome.away("waiting"));
            settle(letter, way, outcome);
            goesOn = outcome.filter(how -> how.kind() == Outcome.Kind.AWAY).isEmpty();
        }
        return goesOn;
    }

    /** A fault with one letter is one attempt of it: it must not come back for ever without being counted. */
    private static Optional<Outcome> handed(Letter letter, Function<Letter, Optional<Outcome>> hand) {
        try {
            return hand.apply(letter);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "the message %s could not be made ready: %s",
                    letter.id(), e.getClass().getSimpleName());
            return Optional.of(Outcome.later("fault"));
        }
    }

    /**
     * It is looked up anew for each: what was switched off gets nothing more.
     *
     * @return nothing, if there is nowhere to send it
     */
    private Optional<Outcome> toChannel(Letter letter) {
        Channel channel = channels.find(letter.recipient()).orElseThrow();
        Optional<Letters.Parcel> parcel = letters.forChannel(letter);
        if (channel.ended().isPresent() || parcel.isEmpty()) {
            reports.forget(channel.id());
            return Optional.empty();
        }
        if (!channel.active()) {
            return Optional.of(Outcome.away("switched-off"));
        }
        Outcome outcome = carrier.carry(channel, parcel.get());
        reports.went(Optional.of(channel.id()), outcome);
        if (outcome.kind() == Outcome.Kind.GONE) {
            LOG.warnf("the channel %s says that it is gone, and is switched off", channel.id());
            desk.switchOff(channel.id());
            return Optional.of(Outcome.away("gone"));
        }
        return Optional.of(outcome);
    }

    private Optional<Outcome> toSomebody(Letter letter) {
        if (letter.message().isEmpty()) {
            return Optional.empty();
        }
        Message message = letter.message().get();
        Optional<Outcome> outcome = address(letter)
                .flatMap(address -> parcel(letter, message).map(parcel -> postman.send(address, parcel)));
        outcome.ifPresent(how -> reports.went(Optional.empty(), how));
        return outcome;
    }

    private Optional<MailAddress> address(Letter letter) {
        return outgoing.former(letter.recipient())
                .map(Former::address)
                .map(MailAddress::new)
                .or(() -> people.mailOf(letter.recipient()));
    }

    private Optional<Letters.Parcel> parcel(Letter letter, Message message) {
        return outgoing.former(letter.recipient()).isPresent()
                ? Optional.of(letters.farewell(letter, message))
                : letters.forPerson(letter, message);
    }

    private void settle(Letter letter, String way, Optional<Outcome> outcome) {
        if (outcome.isEmpty()) {
            end(letter, way, End.KEPT, "nowhere");
            return;
        }
        String why = outcome.get().why();
        switch (outcome.get().kind()) {
            case SENT -> end(letter, way, End.SENT, why);
            case NEVER, GONE -> end(letter, way, End.FAILED, why);
            case LATER, AWAY -> later(letter, way, why);
        }
    }

    private void later(Letter letter, String way, String why) {
        if (letter.age().compareTo(config.giveUp()) > 0) {
            LOG.warnf("the message %s was given up: nobody took it in %s", letter.id(), config.giveUp());
            end(letter, way, End.FAILED, why);
        } else {
            reports.count(way, "later");
            outgoing.later(letter, wait(letter.attempt()), why);
        }
    }

    private void end(Letter letter, String way, End how, String why) {
        reports.count(way, how.name().toLowerCase(java.util.Locale.ROOT));
        outgoing.end(letter, how, why);
    }

    /** Between half of it and all of it by chance, so that not all come back at once. */
    private Duration wait(int attempt) {
        long doubled = config.firstRetry().toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS);
        long most = Math.min(doubled, config.longestRetry().toMillis());
        return Duration.ofMillis(most / 2 + random.nextLong(most / 2 + 1));
    }
}

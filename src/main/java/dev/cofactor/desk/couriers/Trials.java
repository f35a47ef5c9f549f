// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Claim;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.MailAddress;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.post.Channel;
import dev.cofactor.ledger.post.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tests of the ways out, each recorded and counted before anything is sent. What was answered is told in a word of ours. */
@ApplicationScoped
public class Trials {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int IN_A_MINUTE = 5;

    private final Gate gate;
    private final ChannelDesk channels;
    private final Letters letters;
    private final Carrier carrier;
    private final Postman postman;
    private final People people;
    private final Outgoing outgoing;
    private final Reports reports;
    private final Ids ids;
    private final Clock clock;

    Trials(
            Gate gate,
            ChannelDesk channels,
            Letters letters,
            Carrier carrier,
            Postman postman,
            People people,
            Outgoing outgoing,
            Reports reports,
            Ids ids,
            Clock clock) {
        this.gate = gate;
        this.channels = channels;
        this.letters = letters;
        this.carrier = carrier;
        this.postman = postman;
        this.people = people;
        this.outgoing = outgoing;
        this.reports = reports;
        this.ids = ids;
        this.clock = clock;
    }

    public Outcome ofChannel(Caller caller, UUID id) {
        Channel channel = channels.mayTry(caller, id);
        return carrier.carry(channel, letters.test(ids.next(), channel, clock.instant()));
    }

    /** To whoever asks and to nobody else: nobody sends mail from here to an address he types. */
    public Outcome ofMail(Caller caller) {
        admit(caller);
        MailAddress own = people.mailOf(caller.actor().id()).orElseThrow(Trials::noAddress);
        Ask ask = new Ask(caller, Verb.SETTINGS_EDIT, EventClass.SETTINGS_CHANGED, () -> Optional.of(seldom()));
        gate.change(
                ask,
                Moves.NOTHING,
                at -> new Done<>(true, Details.none().with(Name.PARTS, List.of("mail", "tried")), List.of()));
        return postman.send(own, letters.mailTest(ids.next(), clock.instant()));
    }

    /**
     * How messages leave this server.
     *
     * @param mail whether mail is set up
     * @param own whether whoever asks could be sent any
     * @param waiting how many messages are on their way, or are tried again
     */
    public record Standing(boolean mail, boolean own, long waiting, List<Reports.Trouble> troubles) {}

    public Standing standing(Caller caller) {
        admit(caller);
        return new Standing(
                postman.isSetUp(),
                people.mailOf(caller.actor().id()).isPresent(),
                outgoing.waiting(),
                reports.troubles());
    }

    private void admit(Caller caller) {
        gate.admit(caller, Verb.SETTINGS_EDIT, () -> Optional.of(Sight.installation(Details.none())));
    }

    private Sight seldom() {
        Sight sight = Sight.installation(Details.none());
        Claim claim =
                new Claim.Limit("mail-test", clock.instant().truncatedTo(ChronoUnit.MINUTES), MINUTE, IN_A_MINUTE);
        return new Sight(
                Target.installation(), sight.about(), sight.rows(), sight.details(), List.of(claim), sight.opens());
    }

    private static Problem noAddress() {
        return new Problem(Problem.Kind.CONFLICT, "no-mail-address", "there is no mail address beside your name yet");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.terminals;

import dev.cofactor.desk.signin.ApiCredentials;
import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.desk.terminals.TerminalRows.Answer;
import dev.cofactor.desk.terminals.TerminalRows.Asker;
import dev.cofactor.desk.terminals.TerminalRows.Standing;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The terminal's side: it asks, comes back, and is handed a credential once its person has said yes. */
@ApplicationScoped
public class Handing {
    public static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 1_000;
    private static final int MOST_OF_A_NETWORK = 20;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9@._-]{1,64}");
    private static final Details BY_TERMINAL = Details.none().with(Name.METHOD, "terminal");

    private final TerminalRows rows;
    private final ApiCredentials credentials;
    private final Gate gate;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random;

    Handing(TerminalRows rows, ApiCredentials credentials, Gate gate, Ids ids, Clock clock, SecureRandom random) {
        this.rows = rows;
        this.credentials = credentials;
        this.gate = gate;
        this.ids = ids;
        this.clock = clock;
        this.random = random;
    }

    /** What it keeps to itself, and what it shows. */
    public record Begun(String device, String code) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param session of the credential, by which it is ended */
    public record Handed(SessionToken credential, UUID session, Instant ends) {}

    public Begun begin(String name, Line line) {
        if (!NAME.matcher(name).matches()) {
            throw TerminalRefused.malformed("a name is 1 to 64 letters, digits and @ . _ -");
        }
        Instant now = clock.instant();
        rows.forgetEnded(now);
        if (rows.count() >= MOST) {
            throw TerminalRefused.overloaded(LIFE.dividedBy(10));
        }
        DeviceSecret device = DeviceSecret.fresh(random);
        TypedCode code = TypedCode.fresh(random);
        String network = line.network().map(InetAddress::getHostAddress).orElse("unknown");
        Asker asker = new Asker(name, Terminals.address(line), network);
        if (!rows.add(device, code, ids.next(), asker, now, now.plus(LIFE), MOST_OF_A_NETWORK)) {
            throw TerminalRefused.tooMany(LIFE.dividedBy(10));
        }
        return new Begun(device.value(), code.shown());
    }

    /** @return nothing as long as nobody has said a word */
    public Optional<Handed> collect(String shown, Line line) {
        DeviceSecret device = DeviceSecret.read(shown).orElseThrow(() -> unknown(line));
        Standing standing = rows.standing(device, clock.instant()).orElseThrow(() -> unknown(line));
        return standing.answer().map(answer -> handed(device, standing.id(), answer, line));
    }

    private Handed handed(DeviceSecret device, UUID id, Answer answer, Line line) {
        if (!answer.admitted()) {
            rows.take(device);
            throw TerminalRefused.saidNo();
        }
        Caller person = Caller.person(answer.person(), answer.session(), line);
        Fact opened = Fact.done(person, EventClass.SESSION_OPENED, Sessions.subject(id))
                .whileSignedIn();
        try {
            SessionToken credential = gate.note(opened, Moves.NOTHING, at -> {
                if (!rows.take(device)) {
                    throw TerminalRefused.notFound();
                }
                return new Done<>(credentials.open(id, answer.session()), BY_TERMINAL, List.of());
            });
            return new Handed(credential, id, clock.instant().plus(credentials.longest()));
        } catch (Problem e) {
            // Another was faster, or the session that said yes has ended: there is nothing here, and no more is told to
            // a stranger.
            throw e.kind() == Problem.Kind.UNAVAILABLE ? e : unknown(line);
        }
    }

    /** On the log before it is told. */
    private Problem unknown(Line line) {
        TerminalRefused why = TerminalRefused.notFound();
        gate.note(Fact.refused(Caller.stranger(line), EventClass.REQUEST_REFUSED)
                .saying(Details.none().with(Name.CODE, why.code()).with(Name.PARTS, List.of("terminal"))));
        return why;
    }
}

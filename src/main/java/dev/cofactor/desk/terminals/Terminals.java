// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.terminals;

import dev.cofactor.desk.guessing.Lane;
import dev.cofactor.desk.guessing.Throttle;
import dev.cofactor.desk.signin.Session;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.desk.terminals.TerminalRows.Answer;
import dev.cofactor.engine.clauses.Need.Method;
import dev.cofactor.gate.Done;
import dev.cofactor.gate.Fact;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.events.Moves;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import dev.cofactor.ground.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where a person finds the terminal whose code he types, and says whether it may come in as him. */
@ApplicationScoped
public class Terminals {
    /** Proved before the code is typed, and it takes a while to read what the page says. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final TerminalRows rows;
    private final StepUps stepUps;
    private final Throttle throttle;
    private final Gate gate;
    private final Clock clock;

    Terminals(TerminalRows rows, StepUps stepUps, Throttle throttle, Gate gate, Clock clock) {
        this.rows = rows;
        this.stepUps = stepUps;
        this.throttle = throttle;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * A terminal that waits for a word.
     *
     * @param name what it says it is called: anybody can say anything
     * @param here whether it asked from where its person sits now, as far as addresses tell
     */
    public record Found(UUID id, String name, String address, boolean here, Instant asked) {}

    /** Whether he could let anything in: a password alone is not enough. */
    public boolean hasFactor(Session session) {
        return session.proof()
                .filter(proof -> !proof.method().equals("password"))
                .isPresent();
    }

    /**
     * By what it shows. Each try counts, the right ones too: whoever has a terminal of his own has a right code at any time.
     *
     * @throws Throttle.TooManyAttempts after several in a row
     */
    public Found find(Session session, String typed, Line line) {
        Caller caller = session.caller(line);
        requireFactor(session, caller);
        throttle.book(Lane.ofTerminals(session.person()));
        return TypedCode.read(typed)
                .flatMap(code -> rows.waiting(code, clock.instant()))
                .map(one -> new Found(
                        one.id(), one.name(), one.address(), one.address().equals(address(line)), one.asked()))
                .orElseThrow(() -> refused(caller, Optional.empty(), TerminalRefused.notFound()));
    }

    /** His word, once and for good. */
    public void decide(Session session, UUID terminal, boolean admit, Line line) {
        Caller caller = session.caller(line);
        requireFactor(session, caller);
        Fact decided = Fact.done(caller, EventClass.TERMINAL_DECIDED, Sessions.subject(terminal))
                .saying(Details.none().with(Name.RESULT, admit ? "admitted" : "refused"))
                .whileSignedIn();
        Answer answer = new Answer(session.person(), session.id(), admit);
        try {
            gate.note(decided, Moves.NOTHING, at -> {
                if (!rows.decide(terminal, answer, clock.instant())) {
                    throw TerminalRefused.notFound();
                }
                return Done.of(terminal);
            });
        } catch (TerminalRefused e) {
            throw refused(caller, Optional.of(terminal), e);
        }
    }

    private void requireFactor(Session session, Caller caller) {
        if (session.barrier().isPresent()) {
            throw new Problem(Problem.Kind.FORBIDDEN, "barred", "something else has to be done first");
        }
        stepUps.require(caller, FRESH);
        boolean proved = stepUps.of(session.person(), session.id())
                .filter(one -> one.method() != Method.PASSWORD)
                .isPresent();
        if (!proved) {
            throw refused(caller, Optional.empty(), TerminalRefused.noFactor());
        }
    }

    /** On the log before it is told. */
    private Problem refused(Caller caller, Optional<UUID> terminal, Problem why) {
        Details details = Details.none()
                .with(Name.CODE, why.code())
                .with(Name.PARTS, List.of("terminal"))
                .with(Name.OTHER, terminal.map(UUID::toString));
        gate.note(Fact.refused(caller, EventClass.REQUEST_REFUSED).saying(details));
        return why;
    }

    static String address(Line line) {
        return line.address().map(InetAddress::getHostAddress).orElse("unknown");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.live;

import dev.cofactor.desk.signin.SessionToken;
import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.desk.signin.StepUps;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Unattended;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** What pages ask by themselves. */
@Path("/live")
class LivePages {
    private final Streams streams;
    private final Sessions sessions;
    private final StepUps stepUps;
    private final Gate gate;
    private final Frame frame;

    LivePages(Streams streams, Sessions sessions, StepUps stepUps, Gate gate, Frame frame) {
        this.streams = streams;
        this.sessions = sessions;
        this.stepUps = stepUps;
        this.gate = gate;
        this.frame = frame;
    }

    /** Whoever does not ask for a stream hears the first message alone. */
    @GET
    @Unattended
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking // until it stands; then it is on no thread
    @RunOnVirtualThread
    public Multi<OutboundSseEvent> stream(@Context Sse sse, @HeaderParam("Accept") @DefaultValue("") String accept) {
        Caller caller = frame.caller();
        SessionToken token = frame.token().orElseThrow();
        UnicastProcessor<OutboundSseEvent> line = UnicastProcessor.create();
        Onlooker one = new Onlooker(caller, () -> stands(token, caller), new Speaker(sse, line));
        streams.open(one);
        if (!accept.contains(MediaType.SERVER_SENT_EVENTS)) {
            one.end();
            streams.leave(one);
        }
        return line.onTermination().invoke(() -> streams.leave(one));
    }

    /**
     * Whose session it is and the token of its forms, which may be another than the page began with: asked before a form is
     * sent, so that nothing that was typed goes to a session that has ended.
     *
     * @param within minutes, for a form that wants a fresh proof; 0 for the others
     */
    @GET
    @Path("/session")
    @Unattended
    @Produces(MediaType.APPLICATION_JSON)
    public Sitting session(@QueryParam("within") @DefaultValue("0") int within) {
        boolean proved = within <= 0 || stepUps.provedWithin(frame.caller(), Duration.ofMinutes(within));
        return new Sitting(frame.session().person().toString(), proved, frame.csrf());
    }

    /** @param proved whether he proved lately enough that it is he; whatever is sent is asked about it again */
    record Sitting(String person, boolean proved, String csrf) {}

    private boolean stands(SessionToken token, Caller caller) {
        return sessions.look(token)
                        .filter(found -> found.barrier().isEmpty())
                        .filter(found -> found.person().equals(caller.actor().id()))
                        .isPresent()
                && gate.view(caller).isOfSomebody();
    }

    /** Two may speak at once: the round, and whoever opens a newer window. */
    private record Speaker(Sse sse, UnicastProcessor<OutboundSseEvent> line) implements Ear {
        @Override
        public synchronized void hear(News news) {
            line.onNext(
                    sse.newEventBuilder().name(news.name()).data(news.json()).build());
        }

        @Override
        public synchronized void breath() {
            line.onNext(sse.newEventBuilder().comment("still here").build());
        }

        @Override
        public synchronized void end() {
            line.onComplete();
        }
    }
}

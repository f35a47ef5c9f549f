// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.following;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.desk.signin.Sessions;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.CallerInRequest;
import dev.cofactor.ledger.records.Entry;
import dev.cofactor.ledger.records.Filter;
import dev.cofactor.ledger.records.Paging;
import dev.cofactor.ledger.records.Records;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The log as it grows, for programs that collect it. */
@Path("/api/v1/audit/stream")
class StreamResource {
    private static final int PAGE = 100;

    private final Gate gate;
    private final Records records;
    private final Sessions sessions;
    private final Followers followers;
    private final CallerInRequest caller;
    private final CurrentVertxRequest current;

    StreamResource(
            Gate gate,
            Records records,
            Sessions sessions,
            Followers followers,
            CallerInRequest caller,
            CurrentVertxRequest current) {
        this.gate = gate;
        this.records = records;
        this.sessions = sessions;
        this.followers = followers;
        this.caller = caller;
        this.current = current;
    }

    @GET
    @Produces("application/x-ndjson")
    @Blocking // until it stands; then it is on no thread
    @RunOnVirtualThread
    @Operation(
            summary =
                    "The log's events as lines of JSON, after an index and then as they are recorded; empty lines are breaths")
    public Multi<Follower.Lines> follow(@Context UriInfo uri) {
        Caller who = caller.caller();
        admit(who);
        From from = From.of(uri.getQueryParameters());
        Records.Head head = records.head();
        from.mustFit(head);
        HttpServerRequest request = current.getCurrent().request();
        Follower one = new Follower(
                who.actor().id(),
                from.next(),
                new Log(who, head.epoch()),
                followers::wake,
                () -> request.connection().close());
        followers.join(one);
        try {
            Details what = Details.none().with(Name.PARTS, List.of("stream", "from-" + from.next()));
            gate.release(new Ask(
                    who, Verb.AUDIT_READ, EventClass.AUDIT_EXPORTED, () -> Optional.of(Sight.installation(what))));
        } catch (RuntimeException e) {
            followers.leave(one);
            throw e;
        }
        return Multi.createFrom().publisher(one).onTermination().invoke(() -> followers.leave(one));
    }

    /** As they are: to whoever writes JSON, they would be texts in quotes. */
    @Provider
    @Produces("application/x-ndjson")
    static final class Writer implements MessageBodyWriter<Follower.Lines> {
        @Override
        public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
            return type == Follower.Lines.class;
        }

        @Override
        public void writeTo(
                Follower.Lines lines,
                Class<?> type,
                Type generic,
                Annotation[] annotations,
                MediaType media,
                MultivaluedMap<String, Object> headers,
                OutputStream out)
                throws IOException {
            out.write(lines.text().getBytes(UTF_8));
        }
    }

    private void admit(Caller who) {
        gate.admit(who, Verb.AUDIT_READ, () -> Optional.of(Sight.installation(Details.none())));
    }

    /** One epoch of the log, for one reader. */
    private final class Log implements Follower.Source {
        private final Caller reader;
        private final int epoch;

        Log(Caller reader, int epoch) {
            this.reader = reader;
            this.epoch = epoch;
        }

        @Override
        public List<Entry> from(long index) {
            OptionalLong beyond = index == 0 ? OptionalLong.empty() : OptionalLong.of(index - 1);
            List<Entry> page =
                    records.page(Filter.ALL, new Paging(true, beyond, PAGE)).entries();
            if (page.stream().anyMatch(entry -> entry.columns().epoch() != epoch)) {
                throw FollowRefused.otherEpoch(page.getLast().columns().epoch());
            }
            return page;
        }

        @Override
        public int most() {
            return PAGE;
        }

        /** A session ends by no version of the world, so it is asked for besides. */
        @Override
        public void mustStillBeAllowed() {
            UUID person = reader.actor().id();
            boolean stands = reader.session()
                    .map(id -> sessions.of(person).stream()
                            .anyMatch(one -> one.id().equals(id)))
                    .orElse(true);
            if (!stands) {
                throw FollowRefused.ended();
            }
            admit(reader);
        }
    }
}

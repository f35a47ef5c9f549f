// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import dev.cofactor.desk.codes.Codes;
import dev.cofactor.desk.codes.Fetched;
import dev.cofactor.desk.codes.Holders;
import dev.cofactor.desk.codes.Listening;
import dev.cofactor.desk.codes.Request;
import dev.cofactor.desk.codes.Wish;
import dev.cofactor.desk.codes.Wish.Patience;
import dev.cofactor.engine.otp.Step;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.consent.Ahead;
import dev.cofactor.face.consent.StepsAhead;
import dev.cofactor.face.consent.Typed;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Given;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ground.problem.Problem.Kind;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The live code: for the panel's script, and as a page for whoever has none, or has first to do something for it. */
@Path("/secrets/{id: sec_[0-9a-z]{26}}/code")
class CodePages {
    private static final String NEXT = "next";
    private static final String RENEW = "renew";
    private static final int UNFIT = 422;

    private final Codes codes;
    private final Gate gate;
    private final Catalogue catalogue;
    private final Holders holders;
    private final StepsAhead steps;
    private final Frame frame;

    CodePages(Codes codes, Gate gate, Catalogue catalogue, Holders holders, StepsAhead steps, Frame frame) {
        this.codes = codes;
        this.gate = gate;
        this.catalogue = catalogue;
        this.holders = holders;
        this.steps = steps;
        this.frame = frame;
    }

    /**
     * A code as the panel shows it.
     *
     * @param from and {@code until}: milliseconds of the server's clock, as is {@code now}; absent for a counter
     * @param index where on the log it is recorded
     * @param takenBy who had a shared step before, if the reader may hear of him
     */
    record Shown(
            String code,
            List<String> groups,
            @Nullable Long from,
            @Nullable Long until,
            long now,
            String receipt,
            long index,
            @Nullable String takenBy,
            @Nullable Long takenAt) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance code(
                Shell shell,
                String id,
                String name,
                String path,
                List<String> groups,
                long seconds,
                String index,
                String receipt,
                String fault,
                Ahead ahead,
                Typed typed);

        private Templates() {}
    }

    /** Of a code: its digits, how long it is good, and where it is recorded. */
    private record Code(List<String> groups, long seconds, String index, String receipt) {
        static final Code NONE = new Code(List.of(), 0, "", "");

        static Code of(Fetched fetched) {
            return new Code(
                    Digits.grouped(fetched.code().text()),
                    fetched.left().map(Duration::toSeconds).orElse(0L),
                    Long.toString(fetched.index()),
                    fetched.event().toString());
        }
    }

    @GET
    @Produces(Leads.HTML)
    public Response page(@PathParam("id") String id) {
        return page(200, id, Code.NONE, "", Typed.NOTHING);
    }

    /**
     * @param wait 0, next, or renew, where the page asks by itself: whoever would wait longer is told for how long, and asks
     *     again
     */
    @POST
    @Produces("application/json")
    @Blocking // on this thread it asks once; it waits on none
    @RunOnVirtualThread
    public CompletionStage<Shown> fetch(
            @PathParam("id") String id,
            @FormParam("wait") @DefaultValue("0") String wait,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("ticket") @DefaultValue("") String ticket,
            RoutingContext routing) {
        return codes.begin(request(id, wait, Typed.given(reason, ticket), routing))
                .thenApply(this::shown);
    }

    @POST
    @Produces(Leads.HTML)
    @RunOnVirtualThread
    public Response fetchPage(
            @PathParam("id") String id,
            @FormParam("wait") @DefaultValue("0") String wait,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("ticket") @DefaultValue("") String ticket,
            RoutingContext routing) {
        try {
            Fetched fetched = codes.fetch(request(id, wait, Typed.given(reason, ticket), routing));
            return page(200, id, Code.of(fetched), "", Typed.NOTHING);
        } catch (Problem e) {
            return page(UNFIT, id, Code.NONE, fault(e), new Typed(reason, ticket, "", ""));
        }
    }

    /** What somebody can do something about stands where he does it; a missing proof leads to where that is given. */
    private static String fault(Problem why) {
        if (why.members().get("heldBy") instanceof Map<?, ?> holder && holder.get("name") instanceof String name) {
            long seconds = why.retryAfter().orElse(Duration.ZERO).toSeconds();
            return "%s has it. The next one begins in %d s.".formatted(name, seconds);
        }
        boolean stepped = why.code().startsWith("approval-") || why.code().equals("reason-required");
        return stepped ? Words.sentence(why) : Words.fault(why, Kind.INVALID, Kind.CONFLICT, Kind.TOO_MANY);
    }

    private Request request(String id, String wait, Given given, RoutingContext routing) {
        Patience patience = switch (wait) {
            case NEXT -> new Patience.Next();
            case RENEW -> new Patience.Renewal();
            default -> new Patience.UpTo(Duration.ZERO);
        };
        Wish wish = new Wish(Duration.ZERO, patience, Optional.empty(), given, true, false);
        return new Request(frame.caller(), id, wish, Listening.until(routing));
    }

    private Shown shown(Fetched fetched) {
        Optional<Step> step = fetched.step();
        return new Shown(
                fetched.code().text(),
                Digits.grouped(fetched.code().text()),
                step.map(Step::begin).map(Instant::toEpochMilli).orElse(null),
                step.map(Step::end).map(Instant::toEpochMilli).orElse(null),
                fetched.at().toEpochMilli(),
                fetched.event().toString(),
                fetched.index(),
                fetched.first().flatMap(first -> holders.name(first.actor())).orElse(null),
                fetched.first().map(first -> first.time().toEpochMilli()).orElse(null));
    }

    /** For whoever may fetch, if need be after some steps; everybody else is refused, and that is on the log. */
    private Response page(int status, String id, Code code, String fault, Typed typed) {
        Optional<Placed> found = catalogue.find(id);
        Optional<Ahead> ahead =
                found.flatMap(one -> steps.of(frame.caller(), one, Verb.CODE_FETCH, "/secrets/" + id + "/code"));
        if (ahead.isEmpty()) {
            Supplier<Optional<Sight>> look = () -> catalogue.find(id).map(one -> Sight.of(one, frame.caller()));
            gate.admit(frame.caller(), Verb.CODE_FETCH, look);
            return Leads.to("/secrets/" + id + "/code"); // it was given this very moment
        }
        Placed secret = found.orElseThrow();
        TemplateInstance page = Templates.code(
                frame.shell(Place.SECRETS),
                id,
                secret.name(),
                secret.path(),
                code.groups(),
                code.seconds(),
                code.index(),
                code.receipt(),
                fault,
                ahead.get(),
                typed);
        return Response.status(status).entity(page).build();
    }
}

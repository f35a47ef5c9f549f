// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import dev.cofactor.desk.couriers.ChannelDesk;
import dev.cofactor.desk.couriers.ChannelJson;
import dev.cofactor.desk.couriers.Outcome;
import dev.cofactor.desk.couriers.Trials;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.outbound.Outbound;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.post.Channel;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Where messages are sent outside. Where one leads is typed once and shown never. */
@Path("/administration/channels")
@Produces(Leads.HTML)
class ChannelPages {
    private static final String ONE = "/{id: chn_[0-9a-z]{26}}";
    private static final int UNFIT = 422;
    private static final Duration BOTH_SIGN = Duration.ofDays(1);

    private final ChannelDesk desk;
    private final Trials trials;
    private final Outbound outbound;
    private final Gate gate;
    private final Frame frame;

    ChannelPages(ChannelDesk desk, Trials trials, Outbound outbound, Gate gate, Frame frame) {
        this.desk = desk;
        this.trials = trials;
        this.outbound = outbound;
        this.gate = gate;
        this.frame = frame;
    }

    /** @param state which one it is: what changes it names that */
    record Row(
            String id,
            String name,
            String kind,
            String tone,
            String icon,
            String word,
            Instant since,
            boolean active,
            boolean removed,
            boolean signed,
            String state) {}

    record Kind(String word, String title) {}

    /** A channel that is wanted, as it was typed; where it leads is typed once more. */
    record Typed(String kind, String name) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance channels(Shell shell, Tabs tabs, List<Row> rows, String news);

        static native TemplateInstance add(Shell shell, List<Kind> kinds, Typed typed, String fault);

        static native TemplateInstance made(Shell shell, Row channel, String secret);

        static native TemplateInstance channel(Shell shell, Row channel, String name, String news, String fault);

        private Templates() {}
    }

    @GET
    public TemplateInstance channels(@QueryParam("news") @DefaultValue("") String news) {
        List<Row> rows = desk.all(frame.caller()).stream()
                .sorted(Comparator.comparing((Channel one) -> one.ended().isPresent())
                        .thenComparing(Channel::name, String.CASE_INSENSITIVE_ORDER))
                .map(ChannelPages::row)
                .toList();
        return Templates.channels(
                frame.shell(Place.ADMINISTRATION),
                Tabs.of(gate, frame.caller(), "channels"),
                rows,
                News.of(news).sentence());
    }

    @GET
    @Path("/new")
    public Response add() {
        return form(200, new Typed("", ""), "");
    }

    /** What signs for a webhook is in this answer alone. */
    @POST
    @Path("/new")
    public Response add(
            @FormParam("kind") @DefaultValue("") String kind,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("leads") @DefaultValue("") String leads) {
        try {
            ChannelDesk.Made made = desk.create(
                    frame.caller(),
                    () -> new ChannelJson.Given(kind, name, leads.strip(), leads.strip())
                            .wanted(outbound::mayBePrivate));
            return made.secret()
                    .map(secret -> Response.ok(
                                    Templates.made(frame.shell(Place.ADMINISTRATION), row(made.channel()), secret))
                            .build())
                    .orElseGet(() -> Leads.to(path(made.channel().id())));
        } catch (Problem e) {
            return form(UNFIT, new Typed(kind, name), Words.fault(e, Problem.Kind.INVALID, Problem.Kind.CONFLICT));
        }
    }

    @GET
    @Path(ONE)
    public Response channel(@PathParam("id") String id, @QueryParam("news") @DefaultValue("") String news) {
        return page(200, id, Optional.empty(), News.of(news), "");
    }

    @POST
    @Path(ONE + "/name")
    public Response rename(
            @PathParam("id") String id,
            @FormParam("state") @DefaultValue("") String state,
            @FormParam("name") @DefaultValue("") String name) {
        return edited(
                id,
                state,
                "named",
                () -> new ChannelDesk.Edit(Optional.of(DisplayName.of(name)), Optional.empty()),
                name);
    }

    @POST
    @Path(ONE + "/off")
    public Response off(@PathParam("id") String id, @FormParam("state") @DefaultValue("") String state) {
        return edited(id, state, "off", () -> new ChannelDesk.Edit(Optional.empty(), Optional.of(false)), "");
    }

    @POST
    @Path(ONE + "/on")
    public Response on(@PathParam("id") String id, @FormParam("state") @DefaultValue("") String state) {
        return edited(id, state, "on", () -> new ChannelDesk.Edit(Optional.empty(), Optional.of(true)), "");
    }

    @POST
    @Path(ONE + "/remove")
    public Response remove(@PathParam("id") String id, @FormParam("state") @DefaultValue("") String state) {
        try {
            desk.remove(frame.caller(), id(id), () -> state);
            return Leads.to("/administration/channels?news=removed");
        } catch (Problem e) {
            return page(UNFIT, id, Optional.empty(), News.NONE, fault(e));
        }
    }

    /** Another secret signs; for a day the one before signs beside it. It is in this answer alone. */
    @POST
    @Path(ONE + "/secret")
    public Response rotate(@PathParam("id") String id, @FormParam("state") @DefaultValue("") String state) {
        try {
            String secret = desk.rotate(frame.caller(), id(id), () -> state, () -> BOTH_SIGN);
            Row channel = row(desk.read(frame.caller(), id(id)));
            return Response.ok(Templates.made(frame.shell(Place.ADMINISTRATION), channel, secret))
                    .build();
        } catch (Problem e) {
            return page(UNFIT, id, Optional.empty(), News.NONE, fault(e));
        }
    }

    /** Reloaded, no other one is made. */
    @GET
    @Path(ONE + "/secret")
    public Response rotated(@PathParam("id") String id) {
        return Leads.to(path(id(id)));
    }

    /** Sent twice, it is tried twice: a few times a minute, and each is on the log. */
    @POST
    @Path(ONE + "/test")
    public Response tryOut(@PathParam("id") String id) {
        try {
            Outcome outcome = trials.ofChannel(frame.caller(), id(id));
            return outcome.isSent()
                    ? Leads.to(path(id(id)) + "?news=taken")
                    : page(UNFIT, id, Optional.empty(), News.NONE, Wording.failed(outcome.why()));
        } catch (Problem e) {
            return page(UNFIT, id, Optional.empty(), News.NONE, fault(e));
        }
    }

    /** Reloaded, nothing is tried once more. */
    @GET
    @Path(ONE + "/test")
    public Response tried(@PathParam("id") String id) {
        return Leads.to(path(id(id)));
    }

    private Response edited(String id, String state, String news, Supplier<ChannelDesk.Edit> edit, String name) {
        try {
            desk.edit(frame.caller(), id(id), () -> state, edit);
            return Leads.to(path(id(id)) + "?news=" + news);
        } catch (Problem e) {
            return page(UNFIT, id, Optional.of(name).filter(typed -> !typed.isEmpty()), News.NONE, fault(e));
        }
    }

    private static String fault(Problem problem) {
        return problem.kind() == Problem.Kind.CHANGED_MEANWHILE
                ? "Somebody has changed it meanwhile. Look again at how it is now."
                : Words.fault(problem, Problem.Kind.INVALID, Problem.Kind.CONFLICT);
    }

    private static UUID id(String text) {
        return PublicId.CHANNEL
                .read(text)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see"));
    }

    private static String path(UUID id) {
        return "/administration/channels/" + PublicId.CHANNEL.of(id);
    }

    private static Row row(Channel channel) {
        boolean removed = channel.ended().isPresent();
        return new Row(
                PublicId.CHANNEL.of(channel.id()),
                channel.name(),
                Wording.kind(channel.kind()),
                removed ? "" : channel.active() ? "good" : "warn",
                removed ? "close" : channel.active() ? "good" : "lock",
                removed ? "Removed" : channel.active() ? "On" : "Switched off",
                channel.since().truncatedTo(ChronoUnit.SECONDS),
                channel.active(),
                removed,
                channel.kind() == Channel.Kind.WEBHOOK,
                channel.event().toString());
    }

    private Response form(int status, Typed typed, String fault) {
        desk.all(frame.caller());
        List<Kind> kinds = Arrays.stream(Channel.Kind.values())
                .map(kind -> new Kind(kind.word(), Wording.kind(kind)))
                .toList();
        return Response.status(status)
                .entity(Templates.add(frame.shell(Place.ADMINISTRATION), kinds, typed, fault))
                .build();
    }

    private Response page(int status, String id, Optional<String> name, News news, String fault) {
        Row channel = row(desk.read(frame.caller(), id(id)));
        return Response.status(status)
                .entity(Templates.channel(
                        frame.shell(Place.ADMINISTRATION),
                        channel,
                        name.orElse(channel.name()),
                        news.sentence(),
                        fault))
                .build();
    }
}

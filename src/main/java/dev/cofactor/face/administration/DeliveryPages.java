// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import dev.cofactor.desk.subscriptions.SubscriptionDesk;
import dev.cofactor.desk.subscriptions.SubscriptionJson;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.post.Channel;
import dev.cofactor.ledger.post.Deliveries;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which of the log's events a webhook is told, what became of each message, and one of them sent once more. */
@Path("/administration/channels/{id: chn_[0-9a-z]{26}}")
@Produces(Leads.HTML)
class DeliveryPages {
    private static final String DELIVERY = "/deliveries/{delivery: [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";
    private static final int UNFIT = 422;

    private final SubscriptionDesk desk;
    private final Frame frame;

    DeliveryPages(SubscriptionDesk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    /** @param state which one it is: what changes it names that */
    record Told(String id, String name, String state) {}

    record Choice(String word, boolean chosen) {}

    /** @param ended whether it can be sent once more */
    record Row(
            String id,
            String type,
            String event,
            Instant time,
            String tone,
            String icon,
            String word,
            String why,
            boolean ended) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance events(Shell shell, Told channel, List<Choice> choices, String fault);

        static native TemplateInstance deliveries(Shell shell, Told channel, List<Row> rows, String news, String fault);

        private Templates() {}
    }

    @GET
    @Path("/events")
    public TemplateInstance events(@PathParam("id") String id) {
        return events(id, "");
    }

    @POST
    @Path("/events")
    public Response choose(
            @PathParam("id") String id,
            @FormParam("state") @DefaultValue("") String state,
            @FormParam("class") List<String> classes) {
        try {
            desk.set(frame.caller(), id(id), () -> state, () -> SubscriptionJson.classes(classes));
            return Leads.to("/administration/channels/" + id + "?news=told");
        } catch (Problem e) {
            return Response.status(UNFIT).entity(events(id, fault(e))).build();
        }
    }

    @GET
    @Path("/deliveries")
    public TemplateInstance deliveries(@PathParam("id") String id, @QueryParam("news") @DefaultValue("") String news) {
        return deliveries(id, News.of(news).sentence(), "");
    }

    @POST
    @Path(DELIVERY + "/again")
    public Response again(@PathParam("id") String id, @PathParam("delivery") String delivery) {
        try {
            desk.again(frame.caller(), id(id), () -> SubscriptionJson.delivery(delivery));
            return Leads.to("/administration/channels/" + id + "/deliveries?news=again");
        } catch (Problem e) {
            return Response.status(UNFIT).entity(deliveries(id, "", fault(e))).build();
        }
    }

    private TemplateInstance events(String id, String fault) {
        SubscriptionDesk.Subscribed now = desk.read(frame.caller(), id(id));
        Set<EventClass> told = now.classes();
        List<Choice> choices = Arrays.stream(EventClass.values())
                .sorted(Comparator.comparing(EventClass::word))
                .map(one -> new Choice(one.word(), told.contains(one)))
                .toList();
        return Templates.events(frame.shell(Place.ADMINISTRATION), told(now.channel()), choices, fault);
    }

    private TemplateInstance deliveries(String id, String news, String fault) {
        SubscriptionDesk.Subscribed now = desk.read(frame.caller(), id(id));
        List<Row> rows = desk.latest(frame.caller(), id(id)).stream()
                .map(DeliveryPages::row)
                .toList();
        return Templates.deliveries(frame.shell(Place.ADMINISTRATION), told(now.channel()), rows, news, fault);
    }

    private static Told told(Channel channel) {
        return new Told(
                PublicId.CHANNEL.of(channel.id()),
                channel.name(),
                channel.event().toString());
    }

    private static Row row(Deliveries.Delivery one) {
        String state = SubscriptionJson.state(one);
        return new Row(
                one.id().toString(),
                one.kind(),
                one.event().toString(),
                one.time().truncatedTo(ChronoUnit.SECONDS),
                switch (state) {
                    case "sent" -> "good";
                    case "failed" -> "bad";
                    default -> "";
                },
                switch (state) {
                    case "sent" -> "good";
                    case "failed" -> "bad";
                    default -> "info";
                },
                Wording.delivery(state),
                one.why()
                        .filter(why -> !why.equals("sent"))
                        .map(Wording::failed)
                        .orElse(""),
                one.ended().isPresent());
    }

    private static String fault(Problem problem) {
        return problem.kind() == Problem.Kind.CHANGED_MEANWHILE
                ? "Somebody has changed it meanwhile. Look again at how it is now."
                : Words.fault(problem, Problem.Kind.INVALID, Problem.Kind.CONFLICT, Problem.Kind.TOO_MANY);
    }

    private static UUID id(String text) {
        return PublicId.CHANNEL
                .read(text)
                .orElseThrow(() -> new Problem(
                        Problem.Kind.NOT_FOUND, "not-found", "there is nothing here, or nothing you may see"));
    }
}

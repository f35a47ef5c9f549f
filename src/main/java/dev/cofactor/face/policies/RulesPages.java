// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import static java.util.stream.Collectors.groupingBy;

import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.engine.foresight.Lints.Lint;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.State;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.rulebook.Rulebook;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The policies: what they say, a form for one of them, and its withdrawal. */
@Path("/policies")
@Produces(Leads.HTML)
class RulesPages {
    private static final int UNFIT = 422;
    private static final String NO_FAULT = "";
    private static final String ID = "/{id: [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";

    private final RuleDesk desk;
    private final Outlooks outlooks;
    private final Frame frame;

    RulesPages(RuleDesk desk, Outlooks outlooks, Frame frame) {
        this.desk = desk;
        this.outlooks = outlooks;
        this.frame = frame;
    }

    /** A policy in the list. */
    record Row(
            String id,
            String sentence,
            String name,
            String effect,
            String state,
            boolean predefined,
            List<String> warnings) {

        /** Whether it says this, or is called so. */
        boolean says(String words) {
            String all = (sentence + "\n" + name).toLowerCase(Locale.ROOT);
            return all.contains(words.toLowerCase(Locale.ROOT));
        }
    }

    /** Which edition is in force, and since when. */
    record Since(long edition, Instant time) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance rules(Shell shell, List<Row> rows, Since since, String news, String sought);

        static native TemplateInstance withdraw(Shell shell, Row row, long edition, Outlook outlook, String fault);

        private Templates() {}
    }

    @GET
    public TemplateInstance rules(
            @QueryParam("news") @DefaultValue("") String news, @QueryParam("q") @DefaultValue("") String sought) {
        RuleDesk.InForce rules = desk.inForce(frame.caller());
        Map<UUID, List<Lint>> lints = desk.lints(frame.caller()).stream().collect(groupingBy(Lint::policy));
        List<Row> rows = rules.edition().policies().policies().stream()
                .map(policy -> row(
                        policy,
                        rules.sentences().getOrDefault(policy.id(), ""),
                        lints.getOrDefault(policy.id(), List.of())))
                .filter(row -> row.says(sought.strip()))
                .sorted(Comparator.comparing(Row::predefined)) // one's own first
                .toList();
        Since since = new Since(rules.edition().number(), rules.saving().at());
        return Templates.rules(frame.shell(Place.POLICIES), rows, since, news, sought);
    }

    @GET
    @Path("/new")
    public Response add() {
        return form(200, Optional.empty(), Optional.empty(), NO_FAULT);
    }

    @POST
    @Path("/new")
    public Response add(MultivaluedMap<String, String> sent) {
        RuleDraft draft = RuleDraft.sent(sent);
        return done(
                () -> desk.add(frame.caller(), () -> edition(sent.getFirst("edition")), draft::policy),
                fault -> form(UNFIT, Optional.empty(), Optional.of(draft), fault));
    }

    @GET
    @Path(ID)
    public Response change(@PathParam("id") String id) {
        return form(200, Optional.of(UUID.fromString(id)), Optional.empty(), NO_FAULT);
    }

    @POST
    @Path(ID)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        UUID policy = UUID.fromString(id);
        RuleDraft draft = RuleDraft.sent(sent);
        return done(
                () -> desk.replace(
                        frame.caller(), policy, () -> edition(sent.getFirst("edition")), () -> draft.policy(policy)),
                fault -> form(UNFIT, Optional.of(policy), Optional.of(draft), fault));
    }

    /** A button: what cannot be done is said above the form of the policy. */
    @POST
    @Path(ID + "/state")
    public Response put(
            @PathParam("id") String id,
            @FormParam("edition") @DefaultValue("") String edition,
            @FormParam("state") @DefaultValue("") String state) {
        UUID policy = UUID.fromString(id);
        return done(
                () -> desk.put(frame.caller(), policy, () -> edition(edition), () -> state(state)),
                fault -> form(UNFIT, Optional.of(policy), Optional.empty(), fault));
    }

    @POST
    @Path(ID + "/clone")
    public Response copy(@PathParam("id") String id, @FormParam("edition") @DefaultValue("") String edition) {
        UUID policy = UUID.fromString(id);
        return drafted(
                () -> desk.copy(frame.caller(), policy, () -> edition(edition)),
                fault -> form(UNFIT, Optional.of(policy), Optional.empty(), fault));
    }

    @GET
    @Path(ID + "/withdraw")
    public Response withdraw(@PathParam("id") String id) {
        return withdrawal(200, UUID.fromString(id), NO_FAULT);
    }

    @POST
    @Path(ID + "/withdraw")
    public Response withdraw(@PathParam("id") String id, @FormParam("edition") @DefaultValue("") String edition) {
        UUID policy = UUID.fromString(id);
        return done(
                () -> desk.withdraw(frame.caller(), policy, () -> edition(edition)),
                fault -> withdrawal(UNFIT, policy, fault));
    }

    private static State state(String word) {
        return State.find(word)
                .orElseThrow(() -> new Problem(Problem.Kind.INVALID, "nothing-chosen", "choose one of the states"));
    }

    /** What can be mended in the form is said above it; everything else is a page of its own. */
    static Response done(Runnable act, Function<String, Response> again) {
        return led(
                () -> {
                    act.run();
                    return "/policies?news=saved";
                },
                again);
    }

    /** What decides nothing yet is looked at next. */
    static Response drafted(Supplier<RuleDesk.Stated> act, Function<String, Response> again) {
        return led(() -> "/policies/" + act.get().policy().id(), again);
    }

    private static Response led(Supplier<String> act, Function<String, Response> again) {
        try {
            return Leads.to(act.get());
        } catch (Problem e) {
            return again.apply(
                    e.kind() == Problem.Kind.CHANGED_MEANWHILE
                            ? "Somebody saved policies meanwhile. Look again at what is in force, then save once more."
                            : fault(e));
        }
    }

    /** What the rules must keep saying is named: whoever looks at it may have written it. */
    private static String fault(Problem problem) {
        String said = Words.fault(problem, Problem.Kind.INVALID, Problem.Kind.CONFLICT);
        List<String> broken = Outlook.broken(problem);
        return broken.isEmpty() ? said : said + " " + String.join("; ", broken) + ".";
    }

    private Response form(int status, Optional<UUID> policy, Optional<RuleDraft> sent, String fault) {
        RuleDesk.Choices choices = desk.choices(frame.caller(), policy);
        RuleDraft now =
                choices.policy().map(stated -> RuleDraft.of(stated.policy())).orElseGet(RuleDraft::blank);
        RuleForm form = RuleForm.of(choices, sent.map(draft -> draft.over(now)).orElse(now));
        return Response.status(status)
                .entity(DraftPages.Templates.rule(frame.shell(Place.POLICIES), form, Beside.of(form), fault))
                .build();
    }

    private Response withdrawal(int status, UUID policy, String fault) {
        RuleDesk.Stated stated = desk.read(frame.caller(), policy);
        Row row = row(stated.policy(), stated.sentence(), stated.lints());
        long edition = stated.edition().number();
        Outlook outlook = outlooks.withdrawn(frame.caller(), policy, edition);
        return Response.status(status)
                .entity(Templates.withdraw(frame.shell(Place.POLICIES), row, edition, outlook, fault))
                .build();
    }

    private static Row row(Policy policy, String sentence, List<Lint> lints) {
        return new Row(
                policy.id().toString(),
                sentence,
                policy.name(),
                policy.effect().code(),
                policy.state().code(),
                Rulebook.isPredefined(policy.id()),
                lints.stream().map(lint -> Warning.of(lint).sentence()).toList());
    }

    /** What is no number matches no edition. */
    static long edition(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}

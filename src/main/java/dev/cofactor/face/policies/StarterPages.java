// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import dev.cofactor.desk.rules.RuleDesk;
import dev.cofactor.desk.starters.Starter;
import dev.cofactor.desk.starters.StarterDesk;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Policies to start from: what each would say, and a form for what has to be chosen. */
@Path("/policies/starters")
@Produces(Leads.HTML)
class StarterPages {
    private static final int UNFIT = 422;
    private static final String KEY = "/{key: [a-z-]{1,40}}";
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final StarterDesk desk;
    private final RuleDesk rules;
    private final Frame frame;

    StarterPages(StarterDesk desk, RuleDesk rules, Frame frame) {
        this.desk = desk;
        this.rules = rules;
        this.frame = frame;
    }

    /** Something to be chosen from a list. */
    record Hole(String key, String what, List<RuleForm.Choice> choices) {}

    /** One to start from, with its form. */
    record Form(String key, String name, String sentence, long edition, List<Hole> holes) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance starters(Shell shell, List<Form> starters);

        static native TemplateInstance starter(Shell shell, Form form, String fault);

        private Templates() {}
    }

    @GET
    public TemplateInstance starters() {
        List<Form> starters = desk.all(frame.caller()).stream()
                .map(one -> new Form(one.key(), one.name(), open(one), 0, List.of()))
                .toList();
        return Templates.starters(frame.shell(Place.POLICIES), starters);
    }

    @GET
    @Path(KEY)
    public Response starter(@PathParam("key") String key) {
        return form(200, key, Map.of(), "");
    }

    @POST
    @Path(KEY)
    public Response start(@PathParam("key") String key, MultivaluedMap<String, String> sent) {
        return RulesPages.drafted(
                () -> desk.start(
                        frame.caller(),
                        key,
                        () -> RulesPages.edition(sent.getFirst("edition")),
                        () -> chosen(key, sent)),
                fault -> form(UNFIT, key, sent, fault));
    }

    private Map<String, UUID> chosen(String key, Map<String, List<String>> sent) {
        Map<String, UUID> chosen = new HashMap<>();
        desk.one(frame.caller(), key).holes().forEach(hole -> {
            String value = first(sent, hole.key());
            if (!value.matches(ID)) {
                throw new Problem(Problem.Kind.INVALID, "nothing-chosen", "choose one of each list");
            }
            chosen.put(hole.key(), UUID.fromString(value));
        });
        return chosen;
    }

    private Response form(int status, String key, Map<String, List<String>> sent, String fault) {
        Starter starter = desk.one(frame.caller(), key);
        RuleDesk.Choices choices = rules.choices(frame.caller(), Optional.empty());
        List<Hole> holes = starter.holes().stream()
                .map(hole -> new Hole(
                        hole.key(), hole.what(), choices(hole.kind(), choices.names(), first(sent, hole.key()))))
                .toList();
        Form form =
                new Form(key, starter.name(), open(starter), choices.edition().number(), holes);
        return Response.status(status)
                .entity(Templates.starter(frame.shell(Place.POLICIES), form, fault))
                .build();
    }

    /** What has to be chosen is left open. */
    private static String open(Starter starter) {
        return starter.pattern().replaceAll("\\{[a-z-]+}", "…");
    }

    private static String first(Map<String, List<String>> sent, String field) {
        return sent.getOrDefault(field, List.of("")).getFirst();
    }

    private static List<RuleForm.Choice> choices(Starter.Kind kind, Names names, String chosen) {
        return (switch (kind) {
                    case GROUP -> subjects(names, Subject.Group.class, Subject.Group::id, chosen);
                    case SERVICE -> subjects(names, Subject.Service.class, Subject.Service::id, chosen);
                    case FOLDER ->
                        names.resources().entrySet().stream()
                                .filter(one -> one.getKey() instanceof Resource.Folder)
                                .map(one -> choice(((Resource.Folder) one.getKey()).id(), one.getValue(), chosen));
                    case FEDERATION ->
                        names.issuers().entrySet().stream().map(one -> choice(one.getKey(), one.getValue(), chosen));
                })
                .sorted(Comparator.comparing(RuleForm.Choice::name))
                .toList();
    }

    private static <S extends Subject> Stream<RuleForm.Choice> subjects(
            Names names, Class<S> kind, java.util.function.Function<S, UUID> id, String chosen) {
        return names.subjects().entrySet().stream()
                .filter(one -> kind.isInstance(one.getKey()))
                .map(one -> choice(id.apply(kind.cast(one.getKey())), one.getValue(), chosen));
    }

    private static RuleForm.Choice choice(UUID id, String name, String chosen) {
        return new RuleForm.Choice(id.toString(), name, id.toString().equals(chosen));
    }
}

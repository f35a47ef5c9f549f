// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cofactor.desk.insight.WhoCanJson;
import dev.cofactor.desk.insight.WhoCans;
import dev.cofactor.desk.insight.Whys;
import dev.cofactor.desk.wording.Names;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who can do something to a secret, a folder or the installation: always, sometimes, and how. The question is the address. */
@Path("/policies/who-can")
@Produces(Leads.HTML)
class WhoCanPages {
    private static final int UNFIT = 422;

    private final WhoCans whoCans;
    private final Whys whys;
    private final Frame frame;

    WhoCanPages(WhoCans whoCans, Whys whys, Frame frame) {
        this.whoCans = whoCans;
        this.whys = whys;
        this.frame = frame;
    }

    /** What was asked. @param all whether those who never can are listed too */
    record Form(
            String verb,
            String place,
            String on,
            boolean all,
            List<Options.Choice> secretVerbs,
            List<Options.Choice> otherVerbs,
            List<String> secrets,
            List<String> folders) {}

    /**
     * One who can.
     *
     * @param acting for whom, of an agent; empty of others
     * @param shown by which of several tokens, or by whose word, so that two of one name differ
     * @param except a time and an address where he cannot; empty where there is none
     */
    record Row(
            String name,
            String kind,
            String acting,
            String shown,
            String extent,
            String tone,
            boolean outright,
            List<String> steps,
            List<Policy> through,
            String except) {}

    record Policy(String id, String name) {}

    /**
     * All who can.
     *
     * @param asked whether anything was
     * @param next how many come before the next page; 0 where this is the last
     */
    record Found(boolean asked, String counts, boolean exact, List<Row> rows, int next, String more) {
        static final Found NOTHING = new Found(false, "", true, List.of(), 0, "");
    }

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance whoCan(Shell shell, Form form, Found found, boolean edits, String fault);

        private Templates() {}
    }

    @GET
    public Response whoCan(
            @QueryParam("verb") @DefaultValue("") String verb,
            @QueryParam("place") @DefaultValue("secret") String place,
            @QueryParam("on") @DefaultValue("") String on,
            @QueryParam("all") @DefaultValue("") String all,
            @QueryParam("from") @DefaultValue("0") String from) {
        Names names = whys.choices(frame.caller());
        boolean asked = !verb.isEmpty();
        Form form = form(names, asked ? verb : Verb.CODE_FETCH.code(), place, on.strip(), !all.isEmpty());
        if (!asked) {
            return page(200, form, Found.NOTHING, "");
        }
        try {
            return page(200, form, found(names, form, document(form, from)), "");
        } catch (Problem e) {
            return page(UNFIT, form, Found.NOTHING, TestPages.fault(e));
        }
    }

    private static Form form(Names names, String verb, String place, String on, boolean all) {
        return new Form(
                verb,
                place.equals("folder") ? place : "secret",
                on,
                all,
                Options.verbs(Verb.About.SECRET, verb),
                Options.verbs(Verb.About.INSTALLATION, verb),
                Options.paths(names, Resource.Secret.class),
                Options.paths(names, Resource.Folder.class));
    }

    private static byte[] document(Form form, String from) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("verb", form.verb());
        boolean installation = Verb.find(form.verb())
                .filter(one -> one.about() == Verb.About.INSTALLATION)
                .isPresent();
        if (!form.on().isEmpty()) {
            json.put(installation ? "folder" : form.place(), form.on());
        }
        json.put("all", form.all());
        json.put("from", from.matches("[0-9]{1,7}") ? Integer.parseInt(from) : 0);
        return json.toString().getBytes(UTF_8);
    }

    private Found found(Names names, Form form, byte[] document) {
        WhoCanJson.Answer answer = whoCans.told(frame.caller(), () -> document);
        int next = answer.next() == null ? 0 : answer.next();
        String more = "/policies/who-can?verb=" + form.verb() + "&place=" + form.place() + "&on="
                + Leads.asParameter(form.on()) + (form.all() ? "&all=on" : "") + "&from=" + next;
        return new Found(
                true,
                Reckoning.of(answer.counts()),
                answer.exact(),
                answer.found().stream().map(row -> row(names, row)).toList(),
                next,
                more);
    }

    private static Row row(Names names, WhoCanJson.One row) {
        return new Row(
                row.name().isEmpty() ? "No longer there" : row.name(),
                row.kind(),
                row.actsFor() == null ? "" : Options.name(names, row.actsFor()),
                shown(row.token(), row.federation()),
                row.extent(),
                row.extent().equals("always") ? "good" : row.extent().equals("never") ? "bad" : "warn",
                row.steps().isEmpty() && !row.extent().equals("never"),
                row.steps(),
                row.through().stream()
                        .map(one -> new Policy(one.policy().toString(), one.name()))
                        .toList(),
                row.counterexample() == null || row.extent().equals("never")
                        ? ""
                        : Reckoning.where(row.counterexample()));
    }

    private static String shown(@Nullable UUID token, @Nullable UUID federation) {
        return federation != null ? "by somebody's word" : token != null ? "by a token" : "";
    }

    private Response page(int status, Form form, Found found, String fault) {
        Shell shell = frame.shell(Place.POLICIES);
        return Response.status(status)
                .entity(Templates.whoCan(shell, form, found, TestPages.edits(shell), fault))
                .build();
    }
}

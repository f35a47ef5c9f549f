// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.bundling;

import dev.cofactor.desk.bundle.BundleDesk;
import dev.cofactor.desk.bundle.BundleJson;
import dev.cofactor.desk.bundle.HolderKeys;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.face.web.Words;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Folder;
import dev.cofactor.ledger.catalogue.Folders;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Proposing a bundle: which secrets, for whom, and how many of them open it. */
@Path("/administration/bundles/new")
@Produces(Leads.HTML)
class NewBundlePages {
    private static final int UNFIT = 422;
    private static final int USUAL = 2;

    private final BundleDesk desk;
    private final HolderKeys keys;
    private final Folders folders;
    private final Frame frame;

    NewBundlePages(BundleDesk desk, HolderKeys keys, Folders folders, Frame frame) {
        this.desk = desk;
        this.keys = keys;
        this.folders = folders;
        this.frame = frame;
    }

    record Choice(String value, String name, String more, boolean chosen) {}

    /** As it was typed. */
    record Typed(String name, int threshold) {}

    record Offer(List<Choice> secrets, List<Choice> folders, List<Choice> holders) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance propose(Shell shell, Offer offer, Typed typed, String fault);

        private Templates() {}
    }

    @GET
    public Response propose() {
        return page(200, List.of(), "", List.of(), new Typed("", USUAL), "");
    }

    /** It waits for a second person, and leads to where it does. */
    @POST
    public Response propose(
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("secret") List<String> secrets,
            @FormParam("folder") @DefaultValue("") String folder,
            @FormParam("holder") List<String> holders,
            @FormParam("threshold") @DefaultValue("0") int threshold) {
        try {
            desk.propose(
                    frame.caller(),
                    () -> new BundleJson.Given(
                                    name, new ArrayList<>(secrets), folder, new ArrayList<>(holders), threshold)
                            .wanted());
            return Leads.to("/administration/bundles");
        } catch (Problem e) {
            return page(
                    UNFIT,
                    secrets,
                    folder,
                    holders,
                    new Typed(name, threshold),
                    Words.fault(e, Problem.Kind.INVALID, Problem.Kind.CONFLICT));
        }
    }

    private Response page(
            int status, List<String> secrets, String folder, List<String> holders, Typed typed, String fault) {
        List<Choice> offered = desk.offered(frame.caller()).stream()
                .map(one -> choice(PublicId.SECRET.of(one.secret()), one.path(), one.name(), secrets))
                .toList();
        List<Choice> places = folders.all().stream()
                .filter(one -> one.personalOf().isEmpty() && !one.id().equals(Folders.PERSONAL))
                .sorted(Comparator.comparing(Folder::path))
                .map(one -> choice(PublicId.FOLDER.of(one.id()), one.path(), "", List.of(folder)))
                .toList();
        List<Choice> people = keys.all(frame.caller()).stream()
                .map(key ->
                        choice(key.person().toString(), key.name(), BundleDesk.readable(key.fingerprint()), holders))
                .toList();
        return Response.status(status)
                .entity(Templates.propose(
                        frame.shell(Place.ADMINISTRATION), new Offer(offered, places, people), typed, fault))
                .build();
    }

    private static Choice choice(String value, String name, String more, List<String> chosen) {
        return new Choice(value, name, more, chosen.contains(value));
    }
}

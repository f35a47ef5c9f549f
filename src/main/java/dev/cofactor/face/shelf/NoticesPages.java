// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.notices.NoticeDesk;
import dev.cofactor.desk.notices.NoticeDesk.Seen;
import dev.cofactor.face.web.Frame;
import dev.cofactor.face.web.Leads;
import dev.cofactor.face.web.Place;
import dev.cofactor.face.web.Shell;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Inbox;
import dev.cofactor.ledger.post.Message;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What one was told. */
@Path("/notices")
@Produces(Leads.HTML)
class NoticesPages {
    private static final int MOST = 50;
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final NoticeDesk desk;
    private final Frame frame;

    NoticesPages(NoticeDesk desk, Frame frame) {
        this.desk = desk;
        this.frame = frame;
    }

    /**
     * A notice in words.
     *
     * @param link to the reader's own secret or factors; empty where he may not see it
     * @param lead what the link says
     * @param todo what he had better do
     */
    record Told(
            String id, String title, String text, String todo, String link, String lead, Instant time, boolean read) {}

    @CheckedTemplate(requireTypeSafeExpressions = true)
    static final class Templates {
        static native TemplateInstance notices(Shell shell, List<Told> notices, String next);

        private Templates() {}
    }

    @GET
    public TemplateInstance notices(@QueryParam("before") @DefaultValue("") String before) {
        Optional<UUID> last = before.matches(ID) ? Optional.of(UUID.fromString(before)) : Optional.empty();
        List<Seen> seen =
                desk.list(frame.caller(), new Inbox.Wanted(false, last, MOST)).notices();
        String next = seen.size() < MOST ? "" : seen.getLast().notice().id().toString();
        return Templates.notices(
                frame.shell(Place.NOTICES), seen.stream().map(this::told).toList(), next);
    }

    @POST
    @Path("/{id: " + ID + "}/read")
    public Response read(@PathParam("id") String id) {
        desk.read(frame.caller(), Optional.of(UUID.fromString(id)));
        return Leads.to("/notices");
    }

    /** @param todo what the reader had better do */
    record Said(String title, String text, String todo) {}

    private Told told(Seen seen) {
        UUID reader = frame.caller().actor().id();
        Said said = said(seen, reader);
        return new Told(
                seen.notice().id().toString(),
                said.title(),
                said.text(),
                said.todo(),
                link(seen, reader),
                leadsTo(seen, reader),
                seen.notice().time(),
                seen.notice().read().isPresent());
    }

    private static String leadsTo(Seen seen, UUID reader) {
        return switch (seen.notice().message()) {
            case Message.OfSeed message -> "Open the secret";
            case Message.OfPerson message ->
                message.person().equals(reader) ? "Open your one-time passwords" : "Open this person";
            case Message.OfAccess message -> AccessNotices.leadsTo(message);
        };
    }

    private static String link(Seen seen, UUID reader) {
        return switch (seen.notice().message()) {
            case Message.OfSeed message ->
                seen.secret()
                        .map(secret -> "/secrets/" + PublicId.SECRET.of(secret.secret()))
                        .orElse("");
            case Message.OfPerson message ->
                message.person().equals(reader) ? "/profile/one-time-password" : "/people/" + message.person();
            case Message.OfAccess message -> AccessNotices.link(message, seen);
        };
    }

    private static Said said(Seen seen, UUID reader) {
        return switch (seen.notice().message()) {
            case Message.OfSeed message -> said(seen, message);
            case Message.OfPerson message -> message.person().equals(reader) ? said(message) : saidOfAnother(message);
            case Message.OfAccess message -> AccessNotices.said(message, seen);
        };
    }

    private static Said said(Message.OfPerson message) {
        return switch (message.kind()) {
            case FACTOR_ADDED ->
                new Said(
                        "An OTP app was added to your account",
                        "From now on its codes are taken at sign-in.",
                        "If that was not you, remove it and change your password.");
            case FACTOR_REMOVED ->
                new Said(
                        "An OTP app was removed from your account",
                        "Its codes are not taken any more.",
                        "If that was not you, change your password and tell an administrator.");
            case RECOVERY_CODE_USED ->
                new Said(
                        "One of your recovery codes was used",
                        "It stood in for a code of your app and is used up.",
                        "If that was not you, make new ones and change your password.");
            case RECOVERY_CODES_LOW ->
                new Said(
                        "Few recovery codes are left",
                        "One was used in place of a code of your app.",
                        "Make new ones before the last is gone. If that was not you, change your password too.");
            case RECOVERY_CODES_NEW ->
                new Said(
                        "New recovery codes were made for you",
                        "Once they are said to be kept, the old ones are not taken any more.",
                        "If that was not you, make new ones and change your password.");
            case FACTOR_RESET ->
                new Said(
                        "Your second factors were reset",
                        "An administrator took your OTP apps, passkeys and recovery codes away; your sessions ended.",
                        "If you did not ask for it, tell another administrator at once, and set up a factor.");
            case MAIL_CHANGED ->
                new Said(
                        "Your mail address was changed",
                        "What you are told here goes by mail to the address on your profile, if there is one.",
                        "If you did not ask for it, tell another administrator.");
        };
    }

    /** Those who administer are told of what opens an account to whoever has its password. */
    private static Said saidOfAnother(Message.OfPerson message) {
        return switch (message.kind()) {
            case FACTOR_RESET ->
                new Said(
                        "Somebody's second factors were reset",
                        "OTP apps, passkeys and recovery codes are gone, and the password alone opens the account.",
                        "If you do not know why, ask who did it: the log has it.");
            case MAIL_CHANGED -> new Said("Somebody gets mail elsewhere", "An address was changed.", "");
            case FACTOR_ADDED, FACTOR_REMOVED, RECOVERY_CODE_USED, RECOVERY_CODES_LOW, RECOVERY_CODES_NEW ->
                new Said("Somebody's second factors changed", "It was done by that person.", "");
        };
    }

    private static Said said(Seen seen, Message.OfSeed message) {
        String name = seen.secret().map(Placed::name).orElse("a secret of yours");
        String elsewhere = seen.other().map(Placed::name).orElse("another secret");
        String who = seen.author()
                .map(author -> author.person().map(Person::displayName).orElse("A machine"))
                .orElse("Somebody");
        return switch (message.kind()) {
            case SEED_COMPROMISED ->
                new Said(
                        "The seed of " + name + " was replaced at once",
                        who + " said that somebody had it who should not. The old seed gives no more codes.",
                        "Ask what became of the codes that were fetched lately.");
            case SEED_STOPPED ->
                new Said(
                        "The seed of " + name + " was stopped",
                        who + " stopped it. There is no other yet, so nobody gets a code.",
                        "Set the second factor up anew where it is used, and enter the new seed.");
            case SEED_ELSEWHERE ->
                new Said(
                        "The seed of " + name + " was entered elsewhere",
                        who + " entered the very same seed in " + elsewhere + ".",
                        "Whoever could do that has known the seed. If that is not meant, set it up anew.");
        };
    }
}

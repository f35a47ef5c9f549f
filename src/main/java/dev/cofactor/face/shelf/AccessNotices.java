// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.notices.NoticeDesk;
import dev.cofactor.desk.notices.NoticeDesk.Seen;
import dev.cofactor.face.shelf.NoticesPages.Said;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Message;
import dev.cofactor.ledger.post.Message.AccessKind;
import java.util.Optional;

/** What somebody reads of access: who asked, who gave, what was changed. A link leads there, and opening it changes nothing. */
final class AccessNotices {
    private AccessNotices() {}

    static String leadsTo(Message.OfAccess message) {
        return switch (message.kind().matter()) {
            case SECRET -> "Open the secret";
            case REQUEST -> "Open the request";
            case CHANGE -> "Open the change";
            case BUNDLE -> "Open the bundle";
        };
    }

    static String link(Message.OfAccess message, Seen seen) {
        return switch (message.kind().matter()) {
            case SECRET ->
                seen.secret()
                        .map(secret -> "/secrets/" + PublicId.SECRET.of(secret.secret()))
                        .orElse("");
            case REQUEST -> "/approvals/" + PublicId.REQUEST.of(message.about());
            case CHANGE -> "/changes/" + PublicId.CHANGE.of(message.about());
            case BUNDLE -> "/administration/bundles/" + PublicId.BUNDLE.of(message.about());
        };
    }

    static Said said(Message.OfAccess message, Seen seen) {
        String who = seen.author()
                .flatMap(NoticeDesk.Author::person)
                .map(Person::displayName)
                .orElse("A program");
        Optional<String> what = seen.secret().map(Placed::name);
        return switch (message.kind()) {
            case SOMETHING_RELEASED ->
                new Said(
                        "Something of " + what.orElse("a secret") + " was used",
                        who + " had it. A rule has you told each time.",
                        "If that was not to be expected, ask.");
            case BACKUP_CODES_LOW ->
                new Said(
                        "Few backup codes of " + what.orElse("a secret") + " are left",
                        who + " took one, and now so few are left, or none, that you are told.",
                        "Make new ones at the site and enter them here, before they are needed.");
            case HELP_ASKED ->
                new Said(
                        who + " does not get in"
                                + what.map(name -> " at " + name).orElse(""),
                        "The site refused a code. You are asked because the secret is yours.",
                        "See whether its seed is still the one that the site knows.");
            case SECRET_BUNDLED, BUNDLE_USED, BUNDLE_AGREED, BUNDLE_MADE -> bundle(message, who, what);
            case ACCESS_ASKED, ACCESS_WITHDRAWN, ACCESS_EXPIRED -> asked(message, who, what);
            case ACCESS_GIVEN, ACCESS_REJECTED, GRANT_REVOKED -> decided(message, who, what);
            case GLASS_BROKEN, GLASS_REVIEWED -> glass(message, who, what);
            case CHANGE_PROPOSED, CHANGE_CONFIRMED, CHANGE_DECLINED, CHANGE_ALONE -> change(message, who);
        };
    }

    private static Said bundle(Message.OfAccess message, String who, Optional<String> what) {
        if (message.kind() == AccessKind.SECRET_BUNDLED) {
            return new Said(
                    what.orElse("A secret") + " goes into a disaster bundle",
                    who + " agreed to it as the second person.",
                    "It opens without Cofactor, when so many holders of its shares meet.");
        }
        if (message.kind() == AccessKind.BUNDLE_USED) {
            return new Said(
                    what.orElse("A secret") + " was opened from a disaster bundle",
                    "The bundle's list of uses was handed in.",
                    "Whoever opened it could have known the seed: enter another one.");
        }
        return message.kind() == AccessKind.BUNDLE_AGREED
                ? new Said(
                        "A disaster bundle is to be made",
                        who + " agreed to it as the second person.",
                        "See what it will hold, and for whom.")
                : new Said(
                        "A disaster bundle was made",
                        who + " has the file now. It cannot be fetched again.",
                        "It opens with the keys of its holders, and with nothing else.");
    }

    private static Said asked(Message.OfAccess message, String who, Optional<String> what) {
        if (message.kind() == AccessKind.ACCESS_ASKED) {
            return new Said(
                    who + " asks for access" + to(what),
                    "You may approve it or reject it.",
                    "Until somebody decides, nobody has anything.");
        }
        return message.kind() == AccessKind.ACCESS_WITHDRAWN
                ? new Said(
                        "A request" + about(what) + " was withdrawn",
                        who + " needs it no longer.",
                        "There is nothing left to decide.")
                : new Said(
                        "Nobody decided in time",
                        "A request" + about(what) + " has ended without an answer.",
                        "Whoever still needs it asks again.");
    }

    private static Said decided(Message.OfAccess message, String who, Optional<String> what) {
        if (message.kind() == AccessKind.ACCESS_GIVEN) {
            return new Said(
                    "You have access" + to(what), who + " approved what you asked for.", "Use it before it ends.");
        }
        return message.kind() == AccessKind.ACCESS_REJECTED
                ? new Said(
                        "Your request" + about(what) + " was rejected",
                        who + " rejected it.",
                        "The reason stands with the request.")
                : new Said(
                        "Access" + to(what) + " was ended",
                        who + " ended it before its time.",
                        "Whoever still needs it asks again, and says why.");
    }

    private static Said glass(Message.OfAccess message, String who, Optional<String> what) {
        return message.kind() == AccessKind.GLASS_BROKEN
                ? new Said(
                        who + " took access" + to(what) + " in an emergency",
                        "Nobody was asked first; you might have been.",
                        "Read the reason. When it is known what came of it, somebody else closes the review.")
                : new Said(
                        "An emergency" + about(what) + " was looked at",
                        who + " wrote what came of it, and closed it.",
                        "");
    }

    private static Said change(Message.OfAccess message, String who) {
        if (message.kind() == AccessKind.CHANGE_PROPOSED) {
            return new Said(
                    "A change waits for a second person",
                    who + " may not make it alone, and you may confirm it.",
                    "Look at what it would do, then confirm or decline it.");
        }
        if (message.kind() == AccessKind.CHANGE_ALONE) {
            return new Said(
                    "Somebody gave himself a right",
                    who + " made a change for which there was no second person.",
                    "If you do not know why, ask: the log has it.");
        }
        return message.kind() == AccessKind.CHANGE_CONFIRMED
                ? new Said("Your change was made", who + " confirmed it.", "It holds from that moment on.")
                : new Said("Your change was declined", who + " declined it.", "Nothing was changed.");
    }

    private static String to(Optional<String> name) {
        return name.map(known -> " to " + known).orElse("");
    }

    private static String about(Optional<String> name) {
        return name.map(known -> " for " + known).orElse("");
    }
}

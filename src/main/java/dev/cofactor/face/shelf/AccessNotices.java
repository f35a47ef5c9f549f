// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.shelf;

import dev.cofactor.desk.notices.NoticeDesk;
import dev.cofactor.desk.notices.NoticeDesk.Seen;
import dev.cofactor.face.shelf.NoticesPages.Said;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.post.Message;

/** What somebody reads of access: who asked, who gave, what was changed. A link leads there, and opening it changes nothing. */
final class AccessNotices {
    private AccessNotices() {}

    static String leadsTo(Message.OfAccess message) {
        return switch (message.kind().matter()) {
            case SECRET -> "Open the secret";
            case REQUEST -> "Open the request";
            case CHANGE -> "Open the change";
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
        };
    }

    static Said said(Message.OfAccess message, Seen seen) {
        String who = seen.author()
                .flatMap(NoticeDesk.Author::person)
                .map(Person::displayName)
                .orElse("A program");
        String what = seen.secret().map(Placed::name).orElse("a secret");
        return switch (message.kind()) {
            case SOMETHING_RELEASED ->
                new Said("Something of " + what + " was used", who + " had it. A policy has you told.", "");
            case ACCESS_ASKED -> new Said("Somebody asks for access", who + " asks, and you may decide.", "Decide soon.");
            case ACCESS_GIVEN -> new Said("You have access", "What you asked for was approved.", "Use it before it ends.");
            case ACCESS_REJECTED -> new Said("Your request was rejected", who + " rejected it.", "");
            case ACCESS_WITHDRAWN -> new Said("A request was withdrawn", who + " asks no longer.", "");
            case ACCESS_EXPIRED -> new Said("Nobody decided in time", "The request has ended.", "Ask again if you still need it.");
            case GRANT_REVOKED -> new Said("Access was ended", who + " ended what had been approved.", "");
            case GLASS_BROKEN ->
                new Said(
                        "Somebody broke the glass",
                        who + " took access that you would have been asked for.",
                        "Look at it, and close the review.");
            case GLASS_REVIEWED -> new Said("An emergency was looked at", who + " closed its review.", "");
            case CHANGE_PROPOSED -> new Said("A change waits for you", who + " may not make it alone.", "Confirm or decline it.");
            case CHANGE_CONFIRMED -> new Said("Your change was made", who + " confirmed it.", "");
            case CHANGE_DECLINED -> new Said("Your change was declined", who + " declined it.", "");
            case CHANGE_ALONE ->
                new Said(
                        "Somebody gave himself a right",
                        who + " made a change for which there was no second person.",
                        "If you do not know why, ask: the log has it.");
        };
    }
}

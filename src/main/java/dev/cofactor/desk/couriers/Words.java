// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ledger.post.Message;
import java.util.Optional;

/** What people read outside the house. Titles name nothing: they are seen on locked screens. */
final class Words {
    private Words() {}

    /** @param title becomes a header of a mail, so it is one line, whatever is said */
    record Said(String title, String text) {
        Said {
            if (!title.codePoints().allMatch(DisplayName::isPlain)) {
                throw new IllegalArgumentException("a title is one line");
            }
        }
    }

    /**
     * What its reader may know at this moment; what he may not is said in general.
     *
     * @param author who did it
     */
    record Names(Optional<String> secret, Optional<String> other, Optional<String> author) {
        static final Names NONE = new Names(Optional.empty(), Optional.empty(), Optional.empty());

        String what() {
            return secret.orElse("a secret");
        }

        String who() {
            return author.orElse("Somebody");
        }
    }

    static Said of(Message message, Names names) {
        return switch (message) {
            case Message.OfAccess access -> of(access.kind(), names);
            case Message.OfSeed seed -> of(seed.kind(), names);
            case Message.OfPerson person -> of(person.kind());
        };
    }

    /** To an address that somebody no longer has here. */
    static Said farewell() {
        return new Said(
                "Your mail address was changed",
                "An account at Cofactor no longer uses this address; nothing more is sent here."
                        + " If that is yours and you did not ask for it, tell an administrator.");
    }

    /** To see whether a channel leads anywhere. */
    static Said test(String channel) {
        return new Said("A test", "This is a test of the channel " + channel + ". Nothing has happened.");
    }

    /** Of an event of the log. Programs alone are told; nobody reads it. */
    static Said logged() {
        return new Said("An event of the log", "Something was recorded that this channel has subscribed to.");
    }

    /** To see whether mail arrives. */
    static Said mailTest() {
        return new Said("A test", "This is a test of mail from Cofactor, and you asked for it. Nothing has happened.");
    }

    private static Said of(Message.AccessKind kind, Names names) {
        return switch (kind) {
            case SOMETHING_RELEASED ->
                new Said(
                        "Something of a secret was used",
                        names.who() + " had something of " + names.what() + ". A policy says that this is told here.");
            case BACKUP_CODES_LOW ->
                new Said(
                        "Few backup codes are left",
                        names.who() + " took one of " + names.what() + ". Enter new ones before they are gone.");
            case HELP_ASKED ->
                new Said(
                        "Somebody does not get in",
                        names.who() + " had a code of " + names.what() + " that was refused, and asks for help.");
            case SECRET_BUNDLED, BUNDLE_USED, BUNDLE_AGREED, BUNDLE_MADE -> ofBundle(kind, names);
            case ACCESS_ASKED -> new Said("Somebody asks for access", names.who() + " asks, and you may decide.");
            case ACCESS_GIVEN -> new Said("You have access", "What you asked for was approved.");
            case ACCESS_REJECTED -> new Said("Your request was rejected", names.who() + " rejected it.");
            case ACCESS_WITHDRAWN -> new Said("A request was withdrawn", names.who() + " asks no longer.");
            case ACCESS_EXPIRED -> new Said("Nobody decided in time", "A request has ended.");
            case GRANT_REVOKED -> new Said("Access was ended", names.who() + " ended what had been approved.");
            case GLASS_BROKEN ->
                new Said(
                        "Somebody broke the glass",
                        names.who() + " took access that others would have been asked for. Its review is open.");
            case GLASS_REVIEWED -> new Said("An emergency was looked at", names.who() + " closed its review.");
            case CHANGE_PROPOSED ->
                new Said("A change waits for a second person", names.who() + " may not make it alone.");
            case CHANGE_CONFIRMED -> new Said("A change was made", names.who() + " confirmed it.");
            case CHANGE_DECLINED -> new Said("A change was declined", names.who() + " declined it.");
            case CHANGE_ALONE ->
                new Said(
                        "Somebody gave himself a right",
                        names.who() + " made a change for which there was no second person.");
        };
    }

    private static Said ofBundle(Message.AccessKind kind, Names names) {
        if (kind == Message.AccessKind.SECRET_BUNDLED) {
            return new Said(
                    "A secret goes into a disaster bundle",
                    names.who() + " agreed that " + names.what() + " is sealed for the holders of its shares.");
        }
        if (kind == Message.AccessKind.BUNDLE_USED) {
            return new Said(
                    "A disaster bundle was opened",
                    "Something of " + names.what() + " was opened from it. Overwrite its seed.");
        }
        return kind == Message.AccessKind.BUNDLE_AGREED
                ? new Said(
                        "A disaster bundle is to be made",
                        names.who() + " agreed to it. Whoever may seal can now fetch it, once.")
                : new Said(
                        "A disaster bundle was made",
                        names.who() + " has the file. It opens with its holders' keys alone.");
    }

    private static Said of(Message.Kind kind, Names names) {
        return switch (kind) {
            case SEED_COMPROMISED ->
                new Said(
                        "A seed was replaced at once",
                        names.who() + " said that somebody had the seed of " + names.what()
                                + " who should not. It gives no more codes.");
            case SEED_STOPPED ->
                new Said(
                        "A seed was stopped",
                        names.who() + " stopped the seed of " + names.what() + ". There is no other yet.");
            case SEED_ELSEWHERE ->
                new Said(
                        "A seed was entered elsewhere",
                        names.who() + " entered the very same seed as in " + names.what() + " in "
                                + names.other().orElse("another secret") + ".");
        };
    }

    private static Said of(Message.OwnKind kind) {
        String notYou = " If that was not you or not agreed, change your password and tell an administrator.";
        return switch (kind) {
            case FACTOR_ADDED -> new Said("An OTP app was added", "Its codes are taken at sign-in." + notYou);
            case FACTOR_REMOVED -> new Said("An OTP app was removed", "Its codes are not taken any more." + notYou);
            case RECOVERY_CODE_USED ->
                new Said("A recovery code was used", "It stood in for a second factor and is used up." + notYou);
            case RECOVERY_CODES_LOW ->
                new Said("Few recovery codes are left", "Make new ones before the last is gone." + notYou);
            case RECOVERY_CODES_NEW -> new Said("New recovery codes were made", "The old ones end." + notYou);
            case FACTOR_RESET ->
                new Said("Second factors were reset", "OTP apps, passkeys and recovery codes are gone." + notYou);
            case MAIL_CHANGED -> new Said("Your mail address was changed", "Mail comes here from now on." + notYou);
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.guessing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cofactor.ledger.directory.AccountName;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * In which guesses queue up. All the world stands in the account's. Who cannot be an outsider has one of his own, or
 * outsiders could keep him out for ever by guessing without end: somebody who is signed in, and a browser by which somebody
 * has signed in to this account before.
 *
 * @param key a hash: what was typed into the wrong field is not kept
 */
public record Lane(byte[] key) {
    /** Stands in no text, so nobody can type himself into such a lane. */
    private static final byte NO_TEXT = (byte) 0xff;

    /** @param typed as it was typed: every spelling of a name is one account, known or not */
    public static Lane ofAccount(String typed) {
        return new Lane(sha256().digest(AccountName.canonical(typed).getBytes(UTF_8)));
    }

    public static Lane ofSession(UUID session) {
        return apart("session " + session);
    }

    /** Codes of terminals, typed by somebody who is signed in: signing in again begins no other one. */
    public static Lane ofTerminals(UUID person) {
        return apart("terminals " + person);
    }

    static Lane ofBrowser(String token) {
        return apart("browser " + token);
    }

    private static Lane apart(String text) {
        MessageDigest hash = sha256();
        hash.update(NO_TEXT);
        return new Lane(hash.digest(text.getBytes(UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Line;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A sign-in that stands.
 *
 * @param proof when and how its person last proved who he is
 * @param barrier what has to be done first: as long as there is one, nothing else may follow
 */
public record Session(
        UUID id,
        UUID person,
        String accountName,
        String displayName,
        Stage stage,
        Via via,
        Optional<Proof> proof,
        Optional<Barrier> barrier) {

    /** How far a sign-in has come. */
    public enum Stage {
        /** The password was right, the second step is missing: it opens nothing. */
        HALF,
        /** By a recovery code, and its person has not said yet that he goes on. */
        RECOVERY,
        FULL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who let him in. */
    public enum Via {
        LOCAL,
        OIDC;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param method a word: "totp", "passkey", "recovery-code", "password" */
    public record Proof(String method, Instant at) {}

    /**
     * With what a session begins.
     *
     * @param asserted the provider of a single sign-on says that it asked for a second factor: then ours is not asked for
     */
    record Opening(UUID person, Stage stage, Via via, Optional<Proof> proof, boolean asserted) {
        /** The password was right, and there is a second step. */
        static Opening half(UUID person) {
            return new Opening(person, Stage.HALF, Via.LOCAL, Optional.empty(), false);
        }

        /** By a local password alone. */
        static Opening byPassword(UUID person, Instant at) {
            return new Opening(person, Stage.FULL, Via.LOCAL, Optional.of(new Proof("password", at)), false);
        }

        /** By somebody who is trusted with it. Where he did not ask for a second factor, ours is the second step. */
        static Opening vouched(UUID person, boolean factor, boolean enrolled, Instant at) {
            Optional<Proof> proof = factor ? Optional.of(new Proof("sso", at)) : Optional.empty();
            return new Opening(person, factor || !enrolled ? Stage.FULL : Stage.HALF, Via.OIDC, proof, factor);
        }

        Opening risen(Stage to, Proof by) {
            return new Opening(person, to, via, Optional.of(by), asserted);
        }

        /** Nobody sits there: what was proved in a browser proves nothing of who has the credential. */
        Opening forPrograms() {
            return new Opening(person, stage, via, Optional.empty(), asserted);
        }

        Opening goingOn() {
            return new Opening(person, Stage.FULL, via, proof, asserted);
        }
    }

    public Caller caller(Line line) {
        return Caller.person(person, id, line);
    }

    public boolean isWhole() {
        return stage == Stage.FULL;
    }

    public boolean mustSetPassword() {
        return barrier.equals(Optional.of(Barrier.SET_PASSWORD));
    }
}

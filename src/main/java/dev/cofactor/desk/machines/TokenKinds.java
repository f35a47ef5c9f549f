// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.machines;

import dev.cofactor.desk.proposals.Kind;
import dev.cofactor.desk.proposals.Proposed;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.directory.Machines;
import dev.cofactor.ledger.directory.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Tokens that give whoever sees them more than he has. A token is for its author's eyes alone, so nobody makes it for him:
 * once it was agreed to he asks for it again.
 */
final class TokenKinds {
    private TokenKinds() {}

    /** One of tokens. */
    private abstract static class OfTokens implements Kind {
        @Override
        public Verb verb() {
            return Verb.MACHINE_EDIT;
        }

        @Override
        public boolean isForItsAuthor() {
            return true;
        }

        @Override
        public void apply(Proposed change, Caller by) {
            throw new IllegalStateException("a token is shown to whoever asked for it");
        }

        static String name(Machines machines, Proposed change) {
            return machines.find(change.id(TokenDesk.SERVICE)).map(Service::name).orElse("a service that is gone");
        }
    }

    /** Another one. */
    @ApplicationScoped
    static class Issued extends OfTokens {
        private final TokenDesk desk;
        private final Machines machines;

        Issued(TokenDesk desk, Machines machines) {
            this.desk = desk;
            this.machines = machines;
        }

        @Override
        public String word() {
            return TokenDesk.ISSUED;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return desk.there(change.id(TokenDesk.SERVICE));
        }

        @Override
        public List<String> words(Proposed change) {
            return List.of("A token of the service " + name(machines, change) + ", called "
                    + change.text(TokenDesk.LABEL) + ", is issued and shown to whoever asks.");
        }
    }

    /** One in place of another. */
    @ApplicationScoped
    static class Rotated extends OfTokens {
        private final TokenDesk desk;
        private final Machines machines;

        Rotated(TokenDesk desk, Machines machines) {
            this.desk = desk;
            this.machines = machines;
        }

        @Override
        public String word() {
            return TokenDesk.ROTATED;
        }

        @Override
        public Optional<Sight> look(Proposed change, Caller caller) {
            return desk.there(change.id(TokenDesk.SERVICE), change.id(TokenDesk.TOKEN));
        }

        @Override
        public List<String> words(Proposed change) {
            return List.of("A token of the service " + name(machines, change)
                    + " is replaced, and the new one is shown to whoever asks.");
        }
    }
}

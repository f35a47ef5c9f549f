// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.ledger.directory.Person.Belongings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** A person's password and all his sessions, those of programs included. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SignInBelongings implements Belongings {
    private final PasswordRows passwords;
    private final Sessions sessions;

    SignInBelongings(PasswordRows passwords, Sessions sessions) {
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @Override
    public void forget(UUID person) {
        passwords.deleteOf(person);
        sessions.closeAllOf(person);
    }
}

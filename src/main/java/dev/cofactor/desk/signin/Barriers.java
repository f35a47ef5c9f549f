// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import dev.cofactor.desk.duties.Duties;
import dev.cofactor.desk.duties.Duties.Due;
import dev.cofactor.desk.factors.SecondFactors;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What stands before a session at this moment. */
@ApplicationScoped
class Barriers {
    private final PasswordRows passwords;
    private final SecondFactors factors;
    private final Duties duties;

    Barriers(PasswordRows passwords, SecondFactors factors, Duties duties) {
        this.passwords = passwords;
        this.factors = factors;
        this.duties = duties;
    }

    Optional<Barrier> first(SessionRow session) {
        return switch (session.stage()) {
            case HALF -> Optional.of(Barrier.SECOND_STEP);
            case RECOVERY -> Optional.of(Barrier.RECOVERED);
            case FULL -> beforeFull(session);
        };
    }

    private Optional<Barrier> beforeFull(SessionRow session) {
        Optional<PasswordRow> password = passwords.findByIdOptional(session.person);
        if (password.filter(row -> row.initial).isPresent()) {
            return Optional.of(Barrier.SET_PASSWORD);
        }
        return duties.of(session.person).stream()
                .flatMap(due -> before(due, session, password).stream())
                .sorted()
                .findFirst();
    }

    /** Of whoever has no password here no other one is asked; and whose provider asked for a factor is not asked for ours. */
    private Optional<Barrier> before(Due due, SessionRow session, Optional<PasswordRow> password) {
        return switch (due.duty()) {
            case CHANGE_PASSWORD ->
                password.filter(row -> !row.changedAt.isAfter(due.since())).map(row -> Barrier.CHANGE_PASSWORD);
            case SET_UP_SECOND_FACTOR ->
                session.asserted || factors.isEnrolled(session.person)
                        ? Optional.empty()
                        : Optional.of(Barrier.SET_UP_FACTOR);
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.oversight;

import static io.restassured.RestAssured.given;

import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who may read the log, with a credential for it. */
@Singleton
class Auditor {
    private final Newcomers newcomers;
    private @Nullable Person person;
    private String credential = "";

    Auditor(Newcomers newcomers) {
        this.newcomers = newcomers;
    }

    synchronized UUID id() {
        Person known = person;
        if (known == null) {
            known = newcomers.inRole(Role.AUDITOR);
            credential = newcomers.credential(known);
            person = known;
        }
        return known.id();
    }

    RequestSpecification asks() {
        id();
        return given().header("Authorization", bearer());
    }

    String bearer() {
        id();
        return "Bearer " + credential;
    }
}

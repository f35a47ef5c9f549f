// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import static dev.cofactor.desk.seeds.Enrolling.as;

import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.ledger.directory.Person;
import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.util.Map;

/** People who may use the tools. */
@Singleton
public class Toolers {
    private final Newcomers newcomers;
    private final Rules rules;

    Toolers(Newcomers newcomers, Rules rules) {
        this.newcomers = newcomers;
        this.rules = rules;
    }

    /** Somebody with a credential for programs. */
    record Tooler(Person person, String credential) {
        Response otp(Object body) {
            return ask("/otp", body);
        }

        Response ask(String tool, Object body) {
            return as(credential).body(body).post("/api/v1/tools" + tool);
        }
    }

    Tooler tooler() {
        Tooler tooler = stranger();
        rules.allow(tooler.person().id(), new Resource.Everything(), Verb.TOOLS_USE);
        return tooler;
    }

    Tooler stranger() {
        Person person = newcomers.settled();
        return new Tooler(person, newcomers.credential(person));
    }

    static Map<String, Object> question(String action, Object... more) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("type", "time_based", "action", action));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }
}

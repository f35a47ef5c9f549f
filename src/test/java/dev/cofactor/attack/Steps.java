// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Apps;
import dev.cofactor.fixtures.Apps.Enrolled;
import dev.cofactor.fixtures.Newcomers;
import io.quarkus.arc.Arc;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The right use of what stands between a password and everything else, and of one's own sessions. */
final class Steps {
    private static final String SESSIONS = "/api/v1/sessions";
    private static final String ACTIONS = "/api/v1/required-actions";

    private final Wire wire;
    private final Canaries canaries;
    private final Newcomers newcomers;
    private final Visit visit;
    private final Enrolled anna = Arc.container().instance(Apps.class).get().enrolled();

    Steps(Wire wire, Canaries canaries, Newcomers newcomers) {
        this.wire = wire;
        this.canaries = canaries;
        this.newcomers = newcomers;
        this.visit = new Visit(wire);
    }

    /** @param bearer of somebody who may edit people */
    void use(String bearer) {
        secondStep();
        ownSessions(bearer);
        requiredActions(bearer);
    }

    private void secondStep() {
        String recovery = anna.recovery().getFirst();
        canaries.put("recovery code", recovery.getBytes(US_ASCII));
        visit.signIn(anna.person().accountName());
        visit.open("/sign-in/recovery-code").is(200);
        visit.send("/sign-in/recovery-code", Map.of("code", recovery)).is(303);
        visit.open("/sign-in/recovered").is(200);
        visit.send("/sign-in/recovered", Map.of()).is(303);
        visit.open("/secrets").is(200);
        visit.send("/sign-out", Map.of()).is(303);
        visit.signIn(anna.person().accountName());
        visit.open("/sign-in/factor").is(200);
        visit.send("/sign-in/factor", Map.of("code", anna.code())).is(303);
        visit.open("/step-up").is(200);
        visit.send("/step-up", Map.of("proof", anna.code())).is(303);
    }

    private void ownSessions(String bearer) {
        Matcher found = Pattern.compile("/profile/sessions/[0-9a-f-]{36}/end")
                .matcher(visit.open("/profile/sessions").is(200).text());
        assertThat(found.find()).isTrue();
        visit.send(found.group(), Map.of()).is(303);
        String oldest =
                ask(bearer, Wire.sent("GET", SESSIONS)).is(200).json().getString("sessions.find { !it.current }.id");
        ask(bearer, Wire.sent("DELETE", SESSIONS + "/" + oldest)).is(204);
    }

    private void requiredActions(String bearer) {
        String guest = "{\"action\": \"set-up-second-factor\", \"newcomers\": true}";
        String id =
                ask(bearer, Wire.sent("POST", ACTIONS, guest)).is(201).json().getString("id");
        ask(bearer, Wire.sent("GET", ACTIONS)).is(200);
        Visit newcomer = new Visit(wire);
        newcomer.signIn(newcomers.settled().accountName());
        newcomer.open("/sign-in/set-up").is(200);
        ask(bearer, Wire.sent("DELETE", ACTIONS + "/" + id)).is(204);
    }

    private Wire.Answer ask(String bearer, Wire.Sent sent) {
        return wire.send(sent.with("Authorization", "Bearer " + bearer));
    }
}

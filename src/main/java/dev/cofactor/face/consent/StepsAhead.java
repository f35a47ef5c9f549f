// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.engine.policy.Way;
import dev.cofactor.face.web.Leads;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says to somebody what he can do to get something of a secret. Asking leaves no record and opens nothing. */
@Singleton
public class StepsAhead {
    private static final String YOURS = "your manager";

    private final Gate gate;
    private final Approvers approvers;
    private final Standings standings;

    StepsAhead(Gate gate, Approvers approvers, Standings standings) {
        this.gate = gate;
        this.approvers = approvers;
        this.standings = standings;
    }

    /**
     * @param here the page that shows them, and to which he comes back
     * @return nothing, where no step of his would lead there: that is the gate's to say, and to record
     */
    public Optional<Ahead> of(Caller caller, Placed secret, Verb verb, String here) {
        return of(caller, secret, verb, here, Sight.of(secret, caller));
    }

    /** @param sight of the secret, as it would be found at the door */
    public Optional<Ahead> of(Caller caller, Placed secret, Verb verb, String here, Sight sight) {
        return gate.view(caller).decide(verb, sight.target()).flatMap(decision -> switch (decision) {
            case Decision.Allow allow -> Optional.of(ahead(caller, secret, verb, here, allow.ways(), true));
            case Decision.Challenge challenge ->
                Optional.of(ahead(caller, secret, verb, here, challenge.ways(), false));
            case Decision.Deny deny -> Optional.empty();
        });
    }

    /** "See what is sealed". */
    public static String deed(Verb verb) {
        return Wording.wish(verb).deed();
    }

    /** @param open whether nothing is missing in these */
    private Ahead ahead(Caller caller, Placed secret, Verb verb, String here, List<Way> ways, boolean open) {
        Optional<Way> own = ways.stream().filter(way -> !wants(way)).findFirst();
        Optional<Way> others = own.isPresent()
                ? Optional.empty()
                : ways.stream().filter(StepsAhead::asks).findFirst();
        Optional<Way> glass = own.isPresent()
                ? Optional.empty()
                : ways.stream().filter(StepsAhead::breaks).findFirst();
        List<Need> missing = own.or(() -> others).map(Way::missing).orElse(List.of());
        String proof = own.flatMap(way -> one(way.missing(), Need.StepUp.class))
                .map(StepsAhead::proof)
                .orElse("");
        Ahead.@Nullable Standing standing =
                standings.of(caller, secret, verb, ways).orElse(null);
        boolean waits = standing != null && standing.withdraws();
        return new Ahead(
                PublicId.SECRET.of(secret.secret()),
                verb.code(),
                Leads.asParameter(here),
                proof,
                one(missing, Need.Reason.class).map(Need.Reason::atLeast).orElse(0),
                ticket(missing),
                open || (proof.isEmpty() && own.isPresent()),
                waits ? null : others.map(this::asking).orElse(null),
                standing,
                glass.map(way -> glass(way, ways)).orElse(null));
    }

    private Ahead.Asks asking(Way way) {
        List<Need.Approval> approvals = way.approvals();
        return new Ahead.Asks(approvers.wanted(approvals, YOURS) + " It is decided within "
                + Wording.time(Approvers.decided(approvals)) + ", or ends. You would have "
                + Approvers.given(approvals) + ".");
    }

    private Ahead.Glass glass(Way way, List<Way> ways) {
        Need.BreakGlass broken = way.glass().orElseThrow();
        List<Need.Approval> skipped = ways.stream()
                .flatMap(one -> one.approvals().stream())
                .distinct()
                .toList();
        String told = skipped.isEmpty()
                ? "Whoever could have been asked is told at once."
                : "Told at once: " + approvers.names(skipped, YOURS) + ".";
        return new Ahead.Glass(
                told + " Somebody else looks at it afterwards and asks you about it. You have "
                        + Approvers.given(broken.validFor(), broken.uses()) + ".",
                broken.atLeast(),
                ticket(way.missing()));
    }

    private static String proof(Need.StepUp needed) {
        Set<Need.Method> methods = needed.methods();
        String how = methods.isEmpty()
                ? ""
                : " by " + Wording.or(methods.stream().map(StepsAhead::method).toList());
        return "This asks you to prove" + how + " that it is you, not longer ago than " + Wording.time(needed.within())
                + ".";
    }

    private static String method(Need.Method method) {
        return switch (method) {
            case TOTP -> "a code of your app";
            case PASSKEY -> "a passkey or key";
            case SSO -> "single sign-on";
            case PASSWORD -> "your password";
        };
    }

    private static String ticket(List<Need> missing) {
        return one(missing, Need.Ticket.class)
                .map(ticket -> ticket.form().text())
                .orElse("");
    }

    private static boolean asks(Way way) {
        return one(way.missing(), Need.Approval.class).isPresent()
                && way.glass().isEmpty();
    }

    private static boolean breaks(Way way) {
        return one(way.missing(), Need.BreakGlass.class).isPresent()
                && way.approvals().isEmpty();
    }

    /** Whether somebody has to do something about it besides saying it. */
    private static boolean wants(Way way) {
        return one(way.missing(), Need.Approval.class).isPresent()
                || one(way.missing(), Need.BreakGlass.class).isPresent();
    }

    private static <N extends Need> Optional<N> one(List<Need> needs, Class<N> kind) {
        return needs.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}

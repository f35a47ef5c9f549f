// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.welcome;

import dev.cofactor.desk.factors.SecondFactors;
import dev.cofactor.desk.outcomes.Uses;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.engine.policy.Decision;
import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.http.Cookies;
import dev.cofactor.face.web.Frame;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.gate.View;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.directory.Groups;
import dev.cofactor.ledger.directory.People;
import dev.cofactor.ledger.rulebook.Role;
import dev.cofactor.ledger.rulebook.Rulebook;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is done and what is open, as it is seen by the person whose page is shown. */
@Named("firstSteps")
@Singleton
public class FirstSteps {
    /** The first few tell whether there are any. */
    private static final int LOOKED_AT = 20;

    private final Frame frame;
    private final RoutingContext request;
    private final Gate gate;
    private final SecretView secrets;
    private final Uses uses;
    private final People people;
    private final SecondFactors factors;
    private final Groups groups;

    /** Whoever has taken all of them is not asked about again. */
    private final Set<UUID> through = ConcurrentHashMap.newKeySet();

    FirstSteps(
            Frame frame,
            RoutingContext request,
            Gate gate,
            SecretView secrets,
            Uses uses,
            People people,
            SecondFactors factors,
            Groups groups) {
        this.frame = frame;
        this.request = request;
        this.gate = gate;
        this.secrets = secrets;
        this.uses = uses;
        this.people = people;
        this.factors = factors;
        this.groups = groups;
    }

    /** Nothing, for whoever does not look after the installation, has put it away, or is through. */
    public @Nullable Guide guide() {
        Caller caller = frame.caller();
        UUID person = caller.actor().id();
        if (through.contains(person) || isPutAway() || !looksAfterIt(gate.view(caller))) {
            return null;
        }
        Guide guide = guide(caller, person);
        if (guide.isOver()) {
            through.add(person);
            return null;
        }
        return guide;
    }

    private boolean isPutAway() {
        @Nullable Cookie cookie = request.request().getCookie(Cookies.FIRST_STEPS);
        return cookie != null;
    }

    private static boolean looksAfterIt(View view) {
        return view.may(Verb.PEOPLE_EDIT, Target.installation()) && view.may(Verb.POLICY_EDIT, Target.installation());
    }

    private Guide guide(Caller caller, UUID person) {
        List<Placed> seen = secrets.list(caller, Catalogue.Wanted.all(LOOKED_AT));
        List<Placed> ready =
                seen.stream().filter(one -> one.state() == Placed.State.ACTIVE).toList();
        View view = gate.view(caller);
        return new Guide(
                frame.csrf(),
                !seen.isEmpty(),
                !ready.isEmpty(),
                ready.stream().anyMatch(one -> uses.last(one).use().isPresent()),
                people.all().stream().anyMatch(one -> one.active() && !one.id().equals(person)),
                gate.edition().policies().policies().stream().anyMatch(one -> !Rulebook.isPredefined(one.id())),
                factors.isEnrolled(person),
                !groups.membersOf(Role.AUDITOR.group()).isEmpty(),
                first(seen, one -> one.state() != Placed.State.ACTIVE, "/seed"),
                first(ready, one -> fetches(view, caller, one), "/code"));
    }

    private static String first(List<Placed> some, Predicate<Placed> which, String page) {
        Optional<String> id = some.stream()
                .filter(which)
                .map(one -> PublicId.SECRET.of(one.secret()))
                .findFirst();
        return id.map(one -> "/secrets/" + one + page).orElse("");
    }

    private static boolean fetches(View view, Caller caller, Placed one) {
        return view.decide(Verb.CODE_FETCH, Sight.of(one, caller).target())
                .filter(decision -> !(decision instanceof Decision.Deny))
                .isPresent();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.auditing;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Gate;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ledger.grants.AccessRequest;
import dev.cofactor.ledger.grants.AccessRequests;
import dev.cofactor.ledger.grants.Grants;
import dev.cofactor.ledger.grants.Verdict;
import dev.cofactor.ledger.records.Entry;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What made something possible: the edition that decided, and who had agreed to it. */
@Singleton
class Backing {
    private final AccessRequests requests;
    private final Grants grants;
    private final Chronicle chronicle;
    private final Gate gate;

    Backing(AccessRequests requests, Grants grants, Chronicle chronicle, Gate gate) {
        this.requests = requests;
        this.grants = grants;
        this.chronicle = chronicle;
        this.gate = gate;
    }

    /** A step towards it, and where that is on the log. */
    record Step(String deed, String who, Instant time, String event) {}

    /**
     * What stands behind an event.
     *
     * @param edition its number, or empty
     * @param opens whether whoever looks may read editions
     * @param steps from asking to agreeing; none where nobody was asked
     */
    record Shown(String edition, boolean opens, List<Step> steps) {
        private static final Shown NOTHING = new Shown("", false, List.of());
    }

    Shown of(Entry entry, Caller reader) {
        if (!(entry instanceof Entry.Sound sound)) {
            return Shown.NOTHING;
        }
        Object edition = sound.contents().details().get("edition");
        Object grant = sound.contents().details().get("grant");
        return new Shown(
                edition instanceof Long number ? number.toString() : "",
                gate.view(reader).may(Verb.POLICY_EDIT, Target.installation()),
                grant instanceof String id ? steps(UUID.fromString(id)) : List.of());
    }

    private List<Step> steps(UUID grant) {
        return grants.requestOf(grant).flatMap(requests::find).map(this::steps).orElse(List.of());
    }

    private List<Step> steps(AccessRequest request) {
        Step asked = step(
                request.glass() ? "Broke the glass" : "Asked for it",
                request.asker().self(),
                request.terms().asked(),
                request.terms().event());
        List<Step> said = requests.verdicts(request.id()).stream()
                .filter(Verdict::yes)
                .map(one -> step("Approved it", one.person(), one.at(), one.event()))
                .toList();
        Optional<Step> looked =
                request.review().map(one -> step("Looked at it afterwards", one.by(), one.at(), one.event()));
        return Stream.of(Stream.of(asked), said.stream(), looked.stream())
                .flatMap(some -> some)
                .toList();
    }

    private Step step(String deed, UUID who, Instant time, UUID event) {
        return new Step(deed, chronicle.named(who), time.truncatedTo(ChronoUnit.SECONDS), event.toString());
    }
}

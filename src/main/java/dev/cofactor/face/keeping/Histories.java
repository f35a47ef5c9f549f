// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.keeping;

import dev.cofactor.desk.codes.Holders;
import dev.cofactor.desk.secrets.SecretView;
import dev.cofactor.desk.seeds.SeedJson;
import dev.cofactor.desk.seeds.Seeds;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.face.entering.Inputs;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The earlier values of a secret and its seeds, none of which is opened here, for whoever may read about it. */
@Singleton
class Histories {
    private final SecretView secrets;
    private final Seeds seeds;
    private final Holders holders;
    private final Gate gate;

    Histories(SecretView secrets, Seeds seeds, Holders holders, Gate gate) {
        this.secrets = secrets;
        this.seeds = seeds;
        this.holders = holders;
        this.gate = gate;
    }

    /** A deed and its time. @param who a question mark where he is not known any more */
    record Deed(String who, Instant time) {}

    /** A seed, by what is told of it. @param state serving, under-proof or destroyed */
    record Seed(
            String state,
            String account,
            String what,
            Deed entered,
            @Nullable Deed proved,
            @Nullable Instant ended) {}

    /**
     * Who could have known a seed.
     *
     * @param who empty for former holders whom nobody knows
     * @param how typed, picture or imported
     * @param now whether that one serves, or is under proof
     */
    record Holder(String who, String how, boolean now, Instant time) {}

    /** A value that stood in a field before. */
    record Value(
            String id, String who, Instant since, @Nullable Instant until) {}

    record Earlier(String id, String name, boolean shown, List<Value> values) {}

    /** @param reveals whether the reader may have an earlier value shown */
    record Whole(
            String id,
            String name,
            String path,
            boolean seeded,
            List<Seed> seeds,
            List<Holder> holders,
            List<Earlier> fields,
            boolean reveals) {}

    Whole of(Caller caller, String id) {
        SecretView.Whole whole = secrets.one(caller, id);
        Placed placed = whole.placed();
        boolean seeded = whole.version().seed().isPresent();
        SeedJson.Whole known = seeds.known(caller, id).whole();
        boolean reveals = placed.state() == Placed.State.ACTIVE
                && gate.view(caller)
                        .may(Verb.FIELD_REVEAL, Sight.of(placed, caller).target());
        return new Whole(
                id,
                placed.name(),
                placed.path(),
                seeded,
                known.seeds().stream().map(this::seed).toList(),
                known.custody().stream().map(this::holder).toList(),
                whole.version().fields().stream()
                        .filter(field -> !field.open())
                        .map(field -> earlier(caller, placed.secret(), field))
                        .filter(one -> !one.values().isEmpty())
                        .toList(),
                reveals);
    }

    private Earlier earlier(Caller caller, UUID secret, Field field) {
        String id = PublicId.FIELD.of(field.id());
        List<Value> values = secrets.earlier(caller, secret, id).stream()
                .map(was -> new Value(
                        was.value().toString(),
                        name(was.by()),
                        second(was.since()),
                        was.until().map(Histories::second).orElse(null)))
                .toList();
        return new Earlier(id, field.name(), Inputs.isTyped(field.type()), values);
    }

    private Seed seed(SeedJson.Shown one) {
        UUID provedBy = one.provedBy();
        Instant proved = one.proved();
        Instant ended = one.ended();
        String account = one.issuer().isEmpty() || one.account().isEmpty()
                ? one.issuer() + one.account()
                : one.issuer() + " · " + one.account();
        String step = one.period() > 0 ? ", " + one.period() + " s" : "";
        return new Seed(
                one.state(),
                account,
                "%s, %d%s".formatted(one.type().equals("steam") ? "Steam" : one.algorithm(), one.digits(), step),
                new Deed(name(one.enteredBy()), second(one.entered())),
                provedBy == null || proved == null ? null : new Deed(name(provedBy), second(proved)),
                ended == null ? null : second(ended));
    }

    private Holder holder(SeedJson.Holder one) {
        UUID actor = one.actor();
        boolean now = !one.state().equals("destroyed");
        return new Holder(actor == null ? "" : name(actor), one.how(), now, second(one.time()));
    }

    private String name(UUID actor) {
        return holders.name(actor).orElse("?");
    }

    /** Whoever has no script reads a time as it stands. */
    private static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import dev.cofactor.desk.seeds.PoolRows.Pool;
import dev.cofactor.desk.templates.Field;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Done;
import dev.cofactor.ground.events.Details;
import dev.cofactor.ground.events.Details.Name;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.Ids;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ground.sealing.Where;
import dev.cofactor.ground.sealing.Where.Content;
import dev.cofactor.ledger.catalogue.Placed;
import dev.cofactor.ledger.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Puts backup codes in as a pool, and says how many are left. Each is a value of its own; taking one is another room's. */
@ApplicationScoped
public class BackupCodes {
    private static final int USUAL_LOW_WATER = 3;

    private final Slots slots;
    private final PoolRows pools;
    private final Vault vault;
    private final Values values;
    private final Ids ids;

    BackupCodes(Slots slots, PoolRows pools, Vault vault, Values values, Ids ids) {
        this.slots = slots;
        this.pools = pools;
        this.vault = vault;
        this.values = values;
        this.ids = ids;
    }

    /**
     * A pool, for the room that hands its codes out.
     *
     * @param left how many nobody has had
     * @param lowWater how few of them are few
     * @param lastByApproval how many at its end leave only if others have agreed
     */
    public record Standing(UUID pool, UUID field, String name, int total, int left, int lowWater, int lastByApproval) {
        public boolean isLow() {
            return left <= lowWater;
        }

        /** How many at its beginning nobody has to agree to. */
        public int first() {
            return Math.max(0, total - lastByApproval);
        }
    }

    /** What stands in one field, and what was said about the text it came from. */
    public record State(Field field, Pool pool, long version, int merged, int ignored) {
        public int total() {
            return pool.total();
        }
    }

    /**
     * The pools that serve, of all fields or of the one of this name or id; none where the secret serves nobody. Whoever takes
     * compares the secret's row version, read before.
     */
    public List<Standing> standings(Placed secret, Optional<String> field) {
        return secret.state() != Placed.State.ACTIVE
                ? List.of()
                : slots.poolFields(secret, field).stream()
                        .flatMap(one ->
                                pools.current(secret.secret(), one.id()).map(pool -> standing(one, pool)).stream())
                        .toList();
    }

    private static Standing standing(Field field, Pool pool) {
        return new Standing(
                pool.id(),
                field.id(),
                field.name(),
                pool.total(),
                pool.left(),
                pool.lowWater(),
                field.lastByApproval());
    }

    private record Sealed(Where where, Values.Sealed sealed) {}

    public State state(Caller caller, String asked, Optional<String> field) {
        Placed secret = slots.require(caller, asked, Verb.SECRET_READ_META);
        return state(secret.secret(), slots.forBackupCodes(secret, field), 0, 0);
    }

    private State state(UUID secret, Field field, int merged, int ignored) {
        long version = slots.now(secret).version();
        Pool pool = pools.current(secret, field.id()).orElseThrow(() -> SeedRefused.nothingHere("backup codes"));
        return new State(field, pool, version, merged, ignored);
    }

    /** What nobody has had of the former pool is destroyed. The text stays the caller's. */
    public State replace(Caller caller, String asked, Optional<String> named, Plaintext text, OptionalInt lowWater) {
        Placed secret = slots.require(caller, asked, Verb.SECRET_EDIT);
        Field field = slots.forBackupCodes(secret, named);
        UUID id = secret.secret();
        try (BackupText.Found found = BackupText.read(text)) {
            List<Sealed> codes = found.codes().stream()
                    .map(code -> sealed(new Where(id, field.id(), ids.next(), Content.BACKUP_CODE), code))
                    .toList();
            UUID pool = ids.next();
            Ask ask = new Ask(caller, Verb.SECRET_EDIT, EventClass.POOL_REPLACED, () -> slots.look(caller, id));
            slots.change(ask, id, at -> {
                if (slots.now(id).templateVersion() != secret.templateVersion()) {
                    throw SeedRefused.changedMeanwhile();
                }
                Optional<Pool> former = pools.current(id, field.id());
                former.ifPresent(old -> destroy(old, at));
                int low = lowWater.orElse(former.map(Pool::lowWater).orElse(USUAL_LOW_WATER));
                Pool made = new Pool(
                        pool,
                        codes.size(),
                        codes.size(),
                        low,
                        at.time(),
                        caller.actor().id());
                add(made, id, field, codes, at);
                slots.whenComplete(id);
                Details details = Details.none()
                        .with(Name.FIELD, field.id())
                        .with(Name.VALUE, pool)
                        .with(Name.COUNT, codes.size())
                        .with(Name.OTHER, former.map(old -> old.id().toString()));
                return new Done<>(pool, details, List.of());
            });
            return state(id, field, found.merged(), found.ignored());
        }
    }

    private Sealed sealed(Where where, Plaintext code) {
        return new Sealed(where, values.seal(where, code));
    }

    private void destroy(Pool former, Done.Moment at) {
        pools.untaken(former.id()).forEach(code -> vault.destroy(code, at.time()));
        pools.end(former.id(), at.time());
    }

    private void add(Pool pool, UUID secret, Field field, List<Sealed> codes, Done.Moment at) {
        pools.add(pool, secret, field.id());
        for (int position = 0; position < codes.size(); position++) {
            Sealed code = codes.get(position);
            vault.add(code.where(), code.sealed(), pool.by(), at.event(), at.time());
            pools.addCode(pool.id(), code.where(), position);
        }
    }

    public State setLowWater(Caller caller, String asked, Optional<String> named, long seen, int lowWater) {
        Placed secret = slots.require(caller, asked, Verb.SECRET_EDIT);
        Field field = slots.forBackupCodes(secret, named);
        UUID id = secret.secret();
        Ask ask = new Ask(caller, Verb.SECRET_EDIT, EventClass.SECRET_EDITED, () -> slots.look(caller, id));
        slots.change(ask, id, at -> {
            if (slots.now(id).version() != seen) {
                throw SeedRefused.changedMeanwhile();
            }
            Pool pool = pools.current(id, field.id()).orElseThrow(() -> SeedRefused.nothingHere("backup codes"));
            pools.setLowWater(pool.id(), lowWater);
            Details details = Details.none().with(Name.FIELD, field.id()).with(Name.PARTS, List.of("low-water"));
            return new Done<>(id, details, List.of());
        });
        return state(id, field, 0, 0);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.tools;

import dev.cofactor.desk.secrets.SecretDesk;
import dev.cofactor.desk.secrets.SecretJson;
import dev.cofactor.desk.seeds.Entered;
import dev.cofactor.desk.seeds.SeedDesk;
import dev.cofactor.desk.seeds.SeedJson;
import dev.cofactor.desk.seeds.Slots;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes a seed and hands it to {@code seeds}, under the rights that entering one needs. Neither this room nor whoever asks keeps or
 * sees it.
 */
@Singleton
class Keeping {
    /** Nobody has another generator with it, so a code of one proves nothing. */
    private static final List<String> PROOF = List.of("show");

    private final Bench bench;
    private final SecretDesk secrets;
    private final SeedDesk seeds;
    private final Slots slots;
    private final SecureRandom random;

    Keeping(Bench bench, SecretDesk secrets, SeedDesk seeds, Slots slots, SecureRandom random) {
        this.bench = bench;
        this.secrets = secrets;
        this.seeds = seeds;
        this.slots = slots;
        this.random = random;
    }

    /** A secret's new seed by all that may be told of it: under proof as every seed, and {@code custody} says who has seen it. */
    record Kept(String secret, SeedJson.Shown seed, String custody, List<String> proof) {}

    Kept keep(Caller caller, ToolGiven.@Nullable Kept given) {
        if (given == null || (given.secret() == null) == (given.made() == null)) {
            throw ToolRefused.malformed("send either secret, the id of one, or new, what a secret is made of");
        }
        SecretJson.Made made = given.made();
        String secret = given.secret();
        return made == null
                ? into(caller, seeds.admit(caller, secret == null ? "" : secret), given)
                : intoNew(caller, made, given);
    }

    private Kept into(Caller caller, SeedDesk.Admitted admitted, ToolGiven.Kept given) {
        Entered.Mode mode = Entered.Mode.of(Optional.ofNullable(given.mode()));
        Entered entered = Entered.generated(random, given.options());
        return kept(entered, () -> {
            bench.use(caller, Tool.KEEP);
            return enter(caller, admitted, entered, mode);
        });
    }

    /** What would not fit is refused before there is a secret without a seed. */
    private Kept intoNew(Caller caller, SecretJson.Made made, ToolGiven.Kept given) {
        SecretDesk.Outline outline = SecretJson.Made.outline(made);
        secrets.admit(caller, outline);
        if (given.mode() != null) {
            throw ToolRefused.malformed("mode goes with secret: a new one has no seed that could serve on");
        }
        SecretDesk.Draft draft = made.draft();
        Entered entered = Entered.generated(random, given.options());
        return kept(entered, () -> {
            slots.mustFit(draft, entered);
            bench.use(caller, Tool.KEEP);
            String secret = PublicId.SECRET.of(secrets.create(caller, outline, () -> draft));
            return enter(caller, seeds.admit(caller, secret), entered, Entered.Mode.PLANNED);
        });
    }

    private Kept enter(Caller caller, SeedDesk.Admitted admitted, Entered entered, Entered.Mode mode) {
        SeedJson.Shown shown = seeds.enter(caller, admitted, entered, mode).seed();
        String secret = PublicId.SECRET.of(admitted.slot().id());
        return new Kept(secret, shown, "generated here, seen by nobody", PROOF);
    }

    /** Also what is refused on the way is overwritten. */
    private static Kept kept(Entered entered, Supplier<Kept> way) {
        try (entered) {
            return way.get();
        }
    }
}

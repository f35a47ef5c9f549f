// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.seeds;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.attack.LiveHeap;
import dev.cofactor.attack.Masked;
import dev.cofactor.engine.otp.Otp;
import dev.cofactor.engine.otp.Parameters;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.QrPng;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.gate.Ask;
import dev.cofactor.gate.Gate;
import dev.cofactor.gate.Sight;
import dev.cofactor.ground.events.EventClass;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ground.sealing.Values;
import dev.cofactor.ledger.catalogue.Catalogue;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A seed is in memory while a code is computed and no longer: whoever gets a dump of the process gets no seed. */
@QuarkusTest
class SeedsInTheHeapTest {
    private static final int USES = Nightly.or(400, 10_000);
    private static final int AT_ONCE = 16;

    private final SeedDesk desk;
    private final ProofDesk proofs;
    private final Seeds seeds;
    private final Pictures pictures;
    private final Gate gate;
    private final Values values;
    private final Catalogue catalogue;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;

    SeedsInTheHeapTest(
            SeedDesk desk,
            ProofDesk proofs,
            Seeds seeds,
            Gate gate,
            Values values,
            Catalogue catalogue,
            Newcomers newcomers,
            Rules rules,
            Shelf shelf) {
        this.desk = desk;
        this.proofs = proofs;
        this.seeds = seeds;
        this.gate = gate;
        this.values = values;
        this.catalogue = catalogue;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
        this.pictures = new Pictures(Clock.systemUTC());
    }

    @Test
    void nothingIsLeftOfASeedHoweverManyCodesItGave() throws Exception {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        UUID secret = shelf.secret(shelf.folder(), "used");
        rules.allow(person.id(), secret, Verb.CODE_FETCH);
        Caller caller = newcomers.signedIn(person);
        Masked pictured = Masked.chance(20);
        Masked typed = Masked.chance(20);
        Masked control = Masked.chance(20);
        enter(caller, secret, pictures.read(List.of(picture(pictured)), OptionalInt.empty()), pictured);
        try (Plaintext key = typed.base32()) {
            enter(caller, secret, Entered.key(key, options()), typed);
        }
        List<CompletableFuture<Void>> all = IntStream.range(0, AT_ONCE)
                .mapToObj(one -> CompletableFuture.runAsync(() -> use(caller, secret)))
                .toList();
        all.forEach(CompletableFuture::join);

        Plaintext held = control.bytes();
        assertThat(LiveHeap.holds(Map.of("by picture", pictured, "typed", typed, "held all the while", control), held))
                .contains("held all the while (raw)")
                .allMatch(found -> found.startsWith("held all the while"));
        held.close();
    }

    private void use(Caller caller, UUID secret) {
        for (int i = 0; i < USES / AT_ONCE; i++) {
            Seeds.Serving serving = seeds.serving(secret).orElseThrow();
            Ask ask = new Ask(caller, Verb.CODE_FETCH, EventClass.CODE_RELEASED, () -> look(caller, serving));
            Gate.Released released = gate.release(ask);
            try (Plaintext seed = values.open(serving.where(), serving.sealed(), released.recorded())) {
                assertThat(Otp.code(
                                        seed,
                                        serving.parameters(),
                                        released.recorded().time())
                                .text())
                        .hasSize(6);
            }
        }
    }

    private Optional<Sight> look(Caller caller, Seeds.Serving serving) {
        return catalogue
                .find(serving.where().secret())
                .map(placed -> Sight.of(placed, caller)
                        .opening(
                                serving.where().value(),
                                serving.where().content().word(),
                                List.of()));
    }

    private void enter(Caller caller, UUID secret, Entered entered, Masked seed) {
        String id = PublicId.SECRET.of(secret);
        desk.enter(caller, desk.admit(caller, id), entered, Entered.Mode.PLANNED);
        proofs.show(caller, id, java.util.OptionalLong.empty());
        try (Plaintext bytes = seed.bytes()) {
            long step = Clock.systemUTC().instant().getEpochSecond() / 30;
            proofs.check(
                    caller, id, Otp.code(bytes, Parameters.usual(), step + 1).text());
        }
    }

    private static Entered.Options options() {
        return new Entered.Options(
                Optional.empty(), Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), "", "");
    }

    /** Whatever drew it is garbage by the time of the dump. */
    private static Plaintext picture(Masked seed) {
        try (Plaintext key = seed.base32()) {
            return Plaintext.owning(QrPng.of(Enrolling.link(new String(key.reveal(), US_ASCII))));
        }
    }
}

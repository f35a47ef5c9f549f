// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.attack.LiveHeap;
import dev.cofactor.attack.Masked;
import dev.cofactor.desk.secrets.SecretDesk.Draft;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.fixtures.Newcomers;
import dev.cofactor.fixtures.Nightly;
import dev.cofactor.fixtures.Rules;
import dev.cofactor.fixtures.Shelf;
import dev.cofactor.gate.Given;
import dev.cofactor.ground.identity.Caller;
import dev.cofactor.ground.identity.DisplayName;
import dev.cofactor.ground.plaintext.Plaintext;
import dev.cofactor.ledger.catalogue.Description;
import dev.cofactor.ledger.catalogue.Slug;
import dev.cofactor.ledger.directory.Person;
import dev.cofactor.ledger.rulebook.Role;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A field's value is in memory while it is sealed and while it is answered, and no longer. */
@Tag("nightly")
@QuarkusTest
class RevealedInTheHeapTest {
    private static final int USES = Nightly.or(400, 10_000);
    private static final int AT_ONCE = 16;

    private final SecretDesk desk;
    private final Reveals reveals;
    private final Newcomers newcomers;
    private final Rules rules;
    private final Shelf shelf;

    RevealedInTheHeapTest(SecretDesk desk, Reveals reveals, Newcomers newcomers, Rules rules, Shelf shelf) {
        this.desk = desk;
        this.reveals = reveals;
        this.newcomers = newcomers;
        this.rules = rules;
        this.shelf = shelf;
    }

    @Test
    void nothingIsLeftOfAPasswordHoweverOftenItWasRevealed() throws Exception {
        Person person = newcomers.inRole(Role.ADMINISTRATOR);
        Caller caller = newcomers.signedIn(person);
        Masked password = Masked.text(40);
        Masked control = Masked.text(40);
        String folder = shelf.folder().path();
        SecretDesk.Outline outline =
                new SecretDesk.Outline(Optional.of(Safe.LOGIN), Optional.of(folder), java.util.Set.of());
        UUID secret = desk.create(caller, outline, () -> draft(password, folder));
        rules.allow(person.id(), secret, Verb.FIELD_REVEAL);
        List<CompletableFuture<Void>> all = IntStream.range(0, AT_ONCE)
                .mapToObj(one -> CompletableFuture.runAsync(() -> reveal(caller, secret)))
                .toList();
        all.forEach(CompletableFuture::join);

        String held = new String(control.characters());
        assertThat(LiveHeap.holds(Map.of("password", password, "held all the while", control), held))
                .contains("held all the while (raw)")
                .allMatch(found -> found.startsWith("held all the while"));
        assertThat(held).hasSize(40);
    }

    private void reveal(Caller caller, UUID secret) {
        Reveals.Wanted wanted = new Reveals.Wanted(secret, "Password", Optional.empty());
        for (int i = 0; i < USES / AT_ONCE; i++) {
            try (Plaintext value =
                    reveals.reveal(caller, wanted, Given.NOTHING, false).value()) {
                assertThat(value.reveal()).hasSize(40);
            }
        }
    }

    private static Draft draft(Masked password, String folder) {
        Map<String, @Nullable Entered> fields = new HashMap<>();
        fields.put("User name", new Entered("somebody".toCharArray()));
        fields.put("Password", new Entered(password.characters()));
        return new Draft(
                Safe.LOGIN,
                OptionalInt.empty(),
                folder,
                new Slug("used"),
                new DisplayName("Used"),
                Description.NONE,
                Set.of(),
                Optional.empty(),
                fields);
    }
}

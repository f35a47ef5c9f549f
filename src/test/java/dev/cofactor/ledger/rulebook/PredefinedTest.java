// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Edition;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.PolicySet;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Verb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PredefinedTest {
    /** What installations out there began with: it has to be read for ever, and to be written as it was. */
    @Test
    void theFirstEditionIsWrittenAsItAlwaysWas() throws IOException {
        byte[] published = Files.readAllBytes(Path.of("src/test/resources/vectors/edition-1.json"));
        assertThat(new String(Predefined.policies().canonical(), UTF_8)).isEqualTo(new String(published, UTF_8));
        assertThat(PolicySet.read(published)).isEqualTo(Predefined.policies());
        assertThat(Edition.read(1, published).hash())
                .isEqualTo("d5ccb70df6b65cb6b47065a32f9024ca3bcac3f71279f850e08d86c51703c9eb");
    }

    @Test
    void theRolesHaveTheIdsTheyAlwaysHad() {
        assertThat(Role.values()).extracting(role -> role.group().toString()).containsExactly("""
                00000000-0000-8000-8000-000000000001
                00000000-0000-8000-8000-000000000002
                00000000-0000-8000-8000-000000000003
                00000000-0000-8000-8000-000000000004
                00000000-0000-8000-8000-000000000005
                00000000-0000-8000-8000-000000000006""".split("\n"));
        assertThat(Role.values())
                .extracting(Role::group)
                .extracting(UUID::version)
                .containsOnly(8);
    }

    @Test
    void noRoleGetsAnythingOutElsewhere() {
        Set<Verb> out = Set.of(Verb.CODE_FETCH, Verb.BACKUP_CODE_TAKE, Verb.FIELD_REVEAL);
        assertThat(Predefined.policies().policies())
                .filteredOn(policy -> policy.actions().stream().anyMatch(out::contains))
                .extracting(Policy::on)
                .containsOnly(Set.of(new Resource.OwnPersonalFolder()));
    }
}

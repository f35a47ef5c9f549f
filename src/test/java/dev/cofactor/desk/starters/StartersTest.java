// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.starters;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.State;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policies to start from: what each would say, and that it is a draft. */
class StartersTest {
    private static final String DRAFT = " This is a draft and decides nothing yet.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            once-approved | {group} may list secrets, read open fields and fetch codes below {folder}, once they have given a reason of at least 10 characters and 1 of {approvers} has approved it within 1 hour; an approval is good for 30 minutes and 3 uses.
            on-call-by-day | {on-call} may list secrets, read open fields and fetch codes below {folder}, Monday to Friday from 8:00 to 18:00 (Europe/Berlin), once 1 of {approvers} has approved it within 1 hour; an approval is good for 30 minutes and 3 uses.
            ci-job | {service} may fetch codes below {folder}, with ref refs/heads/main vouched for by {federation}; for each secret at most 30 times in 1 hour.
            break-glass | Administrators may list secrets, read open fields, fetch codes and take backup codes below {folder}, once they have stepped up within 5 minutes and they have broken the glass with a reason of at least 20 characters; a broken glass is good for 30 minutes and 3 uses, all who would have been asked are told, and somebody else has to look at it afterwards; the owners are told.
            owners-told | Whoever may fetch codes, take backup codes and reveal sealed fields anywhere must put up with this: the owners are told.
            contractors-from-the-office | {contractors} may never fetch codes, take backup codes and reveal sealed fields anywhere, except from 10.0.0.0/8.
            no-machine-takes-backup-codes | Whoever may take backup codes anywhere must have stepped up within 15 minutes.
            step-up-below | Whoever may fetch codes, take backup codes and reveal sealed fields below {folder} must have stepped up within 5 minutes by authenticator app or passkey and give a reason of at least 10 characters.
            """)
    void eachSaysWhatItWouldBe(String key, String sentence) {
        assertThat(Starters.find(key).orElseThrow().pattern()).isEqualTo(sentence + DRAFT);
    }

    @Test
    void eachIsADraftOnceItsHolesAreFilled() {
        assertThat(Starters.all()).hasSize(8);
        for (Starter starter : Starters.all()) {
            Map<String, UUID> chosen =
                    starter.holes().stream().collect(toMap(Starter.Hole::key, hole -> UUID.randomUUID()));
            Policy policy = starter.filled(chosen, UUID.randomUUID());
            assertThat(policy.state()).as(starter.key()).isEqualTo(State.DRAFT);
            assertThat(policy.name()).isEqualTo(starter.name());
            chosen.values().forEach(one -> assertThat(policy.canonical()).contains(one.toString()));
            assertThat(policy.canonical()).doesNotContain("{on", "{fo", "{gr", "{ap", "{se", "{fe", "{co");
        }
    }

    @Test
    void aHoleLeftOpenOrOneThatIsNotThereIsRefused() {
        Starter starter = Starters.find("contractors-from-the-office").orElseThrow();
        assertThatThrownBy(() -> starter.filled(Map.of(), UUID.randomUUID()))
                .isInstanceOf(PolicyRefused.class)
                .hasMessage("`/chosen` has no member contractors");
        Map<String, UUID> tooMany =
                new HashMap<>(Map.of("contractors", UUID.randomUUID(), "hunter2", UUID.randomUUID()));
        assertThatThrownBy(() -> starter.filled(tooMany, UUID.randomUUID()))
                .isInstanceOf(PolicyRefused.class)
                .hasMessageNotContaining("hunter2");
    }
}

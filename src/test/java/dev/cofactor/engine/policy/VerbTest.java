// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerbTest {
    @Test
    void theListIsTheOneThatWasPublished() {
        assertThat(Arrays.stream(Verb.values()).map(Verb::code)).containsExactly("""
                        secret.list secret.read-meta
                        code.fetch backup-code.take field.reveal
                        secret.create secret.edit secret.move secret.tag secret.delete seed.overwrite
                        folder.edit template.edit policy.edit people.edit machine.edit settings.edit
                        key.rotate factor.reset bundle.seal tools.use audit.read audit.erase access.review approval.decide
                        """.split("\\s+"));
    }

    @Test
    void onlyLookingAtListsLeavesNoRecord() {
        assertThat(Arrays.stream(Verb.values())
                        .filter(verb -> !verb.isRecorded())
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(Verb.SECRET_LIST, Verb.SECRET_READ_META));
    }

    @Test
    void everyVerbIsFoundByItsCode() {
        assertThat(Verb.values())
                .allSatisfy(verb -> assertThat(Verb.find(verb.code())).contains(verb));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "code.*", "Code.Fetch", "code.fetch ", "code-fetch", "CODE_FETCH", "code.fetсh"})
    void noOtherSpellingIsAVerb(String spelling) {
        assertThat(Verb.find(spelling)).isEmpty();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.guessing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class LaneTest {
    @Test
    void everySpellingOfAnAccountIsOneLane() {
        assertThat(Lane.ofAccount(" ANNA\t").key())
                .isEqualTo(Lane.ofAccount("anna").key());
        assertThat(Lane.ofAccount("ａｎｎａ").key())
                .isEqualTo(Lane.ofAccount("anna").key());
        assertThat(Lane.ofAccount("anne").key())
                .isNotEqualTo(Lane.ofAccount("anna").key());
    }

    @Test
    void nobodyTypesHimselfIntoTheLaneOfASessionOrABrowser() {
        UUID session = UUID.randomUUID();
        for (String before : new String[] {"", "\u00ff", "\ufffd", "\u0000"}) {
            assertThat(Lane.ofAccount(before + "session " + session).key())
                    .isNotEqualTo(Lane.ofSession(session).key());
            assertThat(Lane.ofAccount(before + "browser token").key())
                    .isNotEqualTo(Lane.ofBrowser("token").key());
        }
        assertThat(Lane.ofBrowser(session.toString()).key())
                .isNotEqualTo(Lane.ofSession(session).key());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTraceTest {
    @Test
    void itTellsClassesAndFramesButNoMessage() {
        String trace = SafeTrace.of(new IllegalStateException("hunter2", new NumberFormatException("hunter2")));
        assertThat(trace)
                .startsWith("java.lang.IllegalStateException\n    at dev.cofactor.face.http.SafeTraceTest.")
                .contains("\ncaused by java.lang.NumberFormatException\n")
                .doesNotContain("hunter2");
    }

    @Test
    void aRingOfCausesEnds() {
        Exception first = new Exception();
        Exception second = new Exception(first);
        first.initCause(second);
        assertThat(SafeTrace.chain(first)).hasSize(8).startsWith(first, second, first);
    }

    @Test
    void aDeepStackIsCut() {
        Exception deep = new Exception();
        StackTraceElement frame = new StackTraceElement("a.B", "c", "B.java", 1);
        deep.setStackTrace(java.util.Collections.nCopies(5000, frame).toArray(StackTraceElement[]::new));
        assertThat(SafeTrace.of(deep).lines()).hasSize(61);
    }
}

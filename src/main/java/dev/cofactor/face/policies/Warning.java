// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import dev.cofactor.engine.foresight.Lints.Lint;
import dev.cofactor.face.web.Words;

/** What looks like a mistake in a policy, as a page says it. */
record Warning(String policy, String sentence) {
    static Warning of(Lint lint) {
        return new Warning(lint.policy().toString(), Words.sentence(lint.sentence()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.administration;

import java.util.Arrays;

/** What has just been done, as the address says it after a form. */
enum News {
    NONE("", ""),
    ADDED("added", "There is another version. Nothing uses it yet: promote it."),
    PROMOTED(
            "promoted",
            "From now on the newest version seals; within a minute on all servers. Move the rest under it."),
    GOES_ON("goes-on", "Some were moved, and there are more: go on."),
    MOVED("moved", "Everything that can be is under the version that seals."),
    DESTROYED("destroyed", "It is destroyed. What had been sealed under it opens nowhere, in no backup either."),
    WRAPPED("wrapped", "Every key is under the next root key too."),
    DROPPED("dropped", "What was wrapped under that root key is taken away."),
    ON("on", "It is switched on."),
    OFF("off", "It is switched off. What is to be told there waits."),
    NAMED("named", "It has another name."),
    REMOVED("removed", "It is removed, and where it led is forgotten."),
    TOLD("told", "What is told there is what you chose, from now on."),
    AGAIN("again", "It leaves once more, under the same id."),
    TAKEN("taken", "The test was taken there.");

    private final String word;
    private final String sentence;

    News(String word, String sentence) {
        this.word = word;
        this.sentence = sentence;
    }

    static News of(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElse(NONE);
    }

    String sentence() {
        return sentence;
    }
}

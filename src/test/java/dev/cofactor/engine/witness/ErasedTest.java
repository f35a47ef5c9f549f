// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.witness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.fixtures.Paper;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A body may be gone with its month, if the log says so later; nothing else may be gone. */
class ErasedTest {
    /** Eight entries in January, and about as many in each month after it. */
    private static final long APART = Paper.MONTH / 8;

    private static final int SIZE = 40;
    private static final int SECOND_MONTH = 8;
    private static final int DESTROYED = 30;

    /** The first month is gone, and entry 30 says so. */
    private static Paper erased(String cause) {
        Paper paper = new Paper(SIZE).apart(APART).draft(DESTROYED, ErasedTest::destroysTheFirst);
        for (int i = 0; i < 8; i++) {
            paper.draft(i, d -> d.erased = cause);
        }
        return paper;
    }

    private static void destroysTheFirst(Paper.Draft draft) {
        draft.kind = "key-destroyed";
        draft.aboutKind = "key";
        draft.about = Paper.id("key", 0);
    }

    @Test
    void aMonthThatWasDestroyedIsCounted() {
        Paper paper = erased("key-destroyed");
        assertThat(Verdicts.of(paper.text(), paper).erased())
                .isEqualTo(Map.of(Cause.KEY_DESTROYED, 8L, Cause.UNOPENABLE, 0L));
        Paper other = erased("unopenable");
        assertThat(Verdicts.of(other.text(), other).erased()).containsEntry(Cause.UNOPENABLE, 8L);
    }

    @Test
    void withoutAReadableEntryThatSaysSoItIsALie() {
        String lie = "entry 0: its body is not there, and no later entry says that its key was destroyed";
        Map<String, Consumer<Paper.Draft>> unbelieved = Map.of(
                "another class", d -> d.kind = "key-added",
                "it failed", d -> d.outcome = "failed",
                "another key", d -> d.about = Paper.id("key", 5),
                "no key", d -> d.aboutKind = "secret");
        unbelieved
                .values()
                .forEach(edit -> Verdicts.lies(erased("key-destroyed").draft(DESTROYED, edit), lie));
        Verdicts.lies(erased("unopenable").draft(DESTROYED, d -> d.kind = "key-added"), lie);
        Verdicts.lies(erased("lost"), "entry 0: the cause of its erasure is none that is known");
    }

    @Test
    void anEarlierEntryExplainsNothing() {
        Paper paper = new Paper(SIZE).apart(APART).draft(2, d -> {
            d.kind = "key-destroyed";
            d.aboutKind = "key";
            d.about = Paper.id("key", 2);
        });
        for (int i = 16; i < 24; i++) {
            paper.draft(i, d -> d.erased = "key-destroyed");
        }
        Verdicts.lies(paper, "entry 16: its body is not there");
    }

    @Test
    void aSingleBodyCannotHideBehindItsMonth() {
        Paper one = new Paper(SIZE).apart(APART).draft(DESTROYED, ErasedTest::destroysTheFirst);
        Verdicts.lies(
                one.draft(3, d -> d.erased = "key-destroyed"),
                "entry 3: its body is not there, and other bodies of its month are");

        Paper first = new Paper(SIZE).apart(APART).draft(DESTROYED, ErasedTest::destroysTheFirst);
        Verdicts.lies(
                first.draft(0, d -> d.erased = "key-destroyed"),
                "entry 0: its body is not there, and other bodies of its month are");

        Consumer<Paper.Draft> behindAnother = d -> {
            d.erased = "key-destroyed";
            d.bodyKey = Paper.id("key", 0);
        };
        Verdicts.lies(
                erased("key-destroyed").draft(SECOND_MONTH + 2, behindAnother), "entry 10: its month has another");
        Verdicts.lies(
                erased("key-destroyed").draft(SECOND_MONTH, behindAnother),
                "entry 8: its body key was another month's");
    }

    @Test
    void aChainSkipsOnlyWhatWasErased() {
        Paper more = erased("key-destroyed").draft(9, d -> d.skip = 9);
        Verdicts.lies(more, "entry 9: its chain does not count on");
        Paper elsewhere = erased("key-destroyed").draft(20, d -> d.skip = 1);
        Verdicts.lies(elsewhere, "entry 20: its chain does not count on");
        Paper fewerTags = erased("key-destroyed");
        for (int i = 0; i < 8; i++) {
            fewerTags.draft(i, d -> d.tags = 0);
        }
        Verdicts.lies(fewerTags, "entry 8: its chain does not count on");
    }
}

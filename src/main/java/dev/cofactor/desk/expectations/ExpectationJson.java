// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.expectations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.cofactor.ledger.rulebook.KeptExpectations.Kept;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How expectations are spoken of outside. One itself is written as the engine writes it, to the letter. */
final class ExpectationJson {
    private ExpectationJson() {}

    record All(List<One> expectations) {
        static All of(List<Kept> kept) {
            return new All(kept.stream().map(One::of).toList());
        }
    }

    /** @param version to be sent back in {@code If-Match} by whoever changes it */
    record One(
            UUID id,
            String version,
            @JsonRawValue @Schema(type = SchemaType.OBJECT) String expectation,
            Instant at,
            @Nullable UUID by) {
        static One of(Kept kept) {
            return new One(kept.id(), "\"" + kept.event() + "\"", kept.document(), kept.at(), kept.author());
        }
    }

    /** @param kept whether all of them are */
    record Run(boolean kept, List<Result> results) {
        static Run of(List<Trials.Result> results) {
            return new Run(
                    results.stream().noneMatch(Trials.Result::isBroken),
                    results.stream().map(Result::of).toList());
        }
    }

    /** @param broken why it is not kept, and where there is one, a question that shows it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            UUID id, String name, boolean kept, @Nullable Map<String, Object> broken) {
        static Result of(Trials.Result one) {
            return new Result(
                    one.kept().id(),
                    one.expectation().name(),
                    !one.isBroken(),
                    one.broken().map(ExpectationBroken::shown).orElse(null));
        }
    }
}

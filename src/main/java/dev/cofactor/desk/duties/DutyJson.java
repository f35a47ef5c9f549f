// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.duties;

import dev.cofactor.ground.events.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How duties are spoken of outside. */
final class DutyJson {
    private static final String ONE_TARGET = "say one of person, group and newcomers";

    private DutyJson() {}

    /** Something to be asked of a person, a group or newcomers. */
    record Given(
            @Nullable String action,
            @Nullable String person,
            @Nullable String group,
            @Nullable Boolean newcomers) {
        DutyDesk.Wanted wanted() {
            Duty duty = Optional.ofNullable(action)
                    .flatMap(Duty::of)
                    .orElseThrow(
                            () -> DutyRefused.invalid("the action is one of set-up-second-factor and change-password"));
            boolean all = Boolean.TRUE.equals(newcomers);
            if ((person == null ? 0 : 1) + (group == null ? 0 : 1) + (all ? 1 : 0) != 1) {
                throw DutyRefused.invalid(ONE_TARGET);
            }
            return new DutyDesk.Wanted(
                    duty, subject(Subject.Kind.PERSON, person).or(() -> subject(Subject.Kind.GROUP, group)));
        }

        private static Optional<Subject> subject(Subject.Kind kind, @Nullable String id) {
            return Optional.ofNullable(id).map(text -> new Subject(kind, id(text)));
        }

        private static UUID id(String text) {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw DutyRefused.invalid("a person and a group are named by their ids");
            }
        }
    }

    record Listing(List<Shown> requiredActions) {
        static Listing of(List<DutyDesk.Seen> all) {
            return new Listing(all.stream().map(Shown::of).toList());
        }
    }

    record Shown(String id, String action, Whom whom, Instant since) {
        static Shown of(DutyDesk.Seen seen) {
            return new Shown(
                    seen.id().toString(),
                    seen.duty().word(),
                    switch (seen.whom()) {
                        case DutyDesk.Whom.OfPerson one -> new Whom("person", one.id(), one.name());
                        case DutyDesk.Whom.OfGroup one -> new Whom("group", one.id(), one.name());
                        case DutyDesk.Whom.OfNewcomers all -> new Whom("newcomers", null, null);
                        case DutyDesk.Whom.OfNobody gone -> new Whom("nobody", gone.id(), null);
                    },
                    seen.since());
        }
    }

    record Whom(String kind, @Nullable UUID id, @Nullable String name) {}
}

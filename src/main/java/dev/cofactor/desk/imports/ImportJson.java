// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import dev.cofactor.desk.imports.Plan.Line;
import dev.cofactor.desk.imports.Plan.Status;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ground.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Imports as programs read them. */
final class ImportJson {
    private ImportJson() {}

    record Reason(String code, String message) {
        static Reason of(Problem problem) {
            return new Reason(problem.code(), String.valueOf(problem.getMessage()));
        }
    }

    record Entry(
            int number,
            String title,
            String user,
            String kind,
            String status,
            @Nullable Reason reason,
            String path,
            List<String> takes,
            List<String> leavesOut,
            @Nullable String sameAs) {
        static Entry of(Line line) {
            return new Entry(
                    line.number(),
                    line.title(),
                    line.user(),
                    line.kind(),
                    line.status().word(),
                    line.reason().map(Reason::of).orElse(null),
                    line.path(),
                    line.takes(),
                    line.leavesOut(),
                    line.sameAs().orElse(null));
        }
    }

    /** @param plan what is to be sent with the file when it is taken in */
    record Looked(
            String plan,
            String format,
            String template,
            int version,
            String folder,
            Map<String, Long> counts,
            List<Entry> entries) {
        static Looked of(Plan plan) {
            Map<String, Long> counts = new TreeMap<>();
            Stream.of(Status.values()).forEach(status -> counts.put(status.word(), plan.count(status)));
            return new Looked(
                    plan.digest(),
                    plan.format().word(),
                    PublicId.TEMPLATE.of(plan.template().template()),
                    plan.template().number(),
                    plan.folder().path(),
                    counts,
                    plan.lines().stream().map(Entry::of).toList());
        }
    }

    record Made(int number, String id, String path) {}

    record Done(List<Made> secrets) {
        static Done of(List<ImportDesk.Taken> taken) {
            return new Done(taken.stream()
                    .map(one -> new Made(one.number(), PublicId.SECRET.of(one.secret()), one.path()))
                    .toList());
        }
    }
}

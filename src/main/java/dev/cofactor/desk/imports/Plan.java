// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.imports;

import dev.cofactor.desk.templates.TemplateVersion;
import dev.cofactor.engine.formats.Entry;
import dev.cofactor.engine.formats.Format;
import dev.cofactor.engine.otp.Enrolment;
import dev.cofactor.ground.problem.Problem;
import dev.cofactor.ledger.catalogue.Folder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What would become of a file, entry by entry, for whoever sent it. Holds no seed and no password.
 *
 * @param digest of the file, of where it goes and of all that is said here
 */
public record Plan(Format format, TemplateVersion template, Folder folder, List<Line> lines, String digest) {
    public Plan {
        lines = List.copyOf(lines);
    }

    /** What would become of one. */
    public enum Status {
        NEW,
        /** The very same seed is kept, in a secret that whoever asks may know of; or stands further up in the file. */
        SAME_SEED,
        /** Something of this name lies there. */
        NAME_TAKEN,
        /** Nothing that is served here, or nothing for this template. */
        UNSUPPORTED,
        BROKEN;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One entry.
     *
     * @param kind totp, hotp, steam, or empty
     * @param path where it would lie
     * @param takes the template's fields that it fills
     * @param leavesOut what goes nowhere, by words
     * @param sameAs the path of the secret that has its seed
     */
    public record Line(
            int number,
            String title,
            String user,
            String kind,
            Status status,
            Optional<Problem> reason,
            String path,
            List<String> takes,
            List<String> leavesOut,
            Optional<String> sameAs) {

        static Line of(
                Entry entry, Fit fit, Status status, Optional<Problem> reason, String path, Optional<String> same) {
            return new Line(
                    entry.number(),
                    entry.title(),
                    entry.user(),
                    entry.otp()
                            .map(Enrolment::parameters)
                            .map(one -> one.kind().word())
                            .orElse(""),
                    status,
                    reason,
                    path,
                    fit.takes(entry),
                    fit.leftOut(),
                    same);
        }

        public boolean isNew() {
            return status == Status.NEW;
        }

        String spelled() {
            return String.join(
                    "|", String.valueOf(number), status.word(), path, takes.toString(), leavesOut.toString());
        }
    }

    public long count(Status status) {
        return lines.stream().filter(line -> line.status == status).count();
    }
}

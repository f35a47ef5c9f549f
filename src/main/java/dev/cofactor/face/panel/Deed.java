// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.panel;

import dev.cofactor.desk.outcomes.Release;
import dev.cofactor.desk.outcomes.Result;
import dev.cofactor.desk.outcomes.Uses;
import java.time.Instant;
import java.util.Optional;

/** Who did something with a secret, in words that end with what it was, and when. The name is what somebody typed. */
public record Deed(String who, String what, Instant time) {
    private static final String SOMEBODY = "Somebody";

    public static Deed of(Uses.Use use) {
        String what = use.kind() == Release.Kind.CODE ? "had a code" : "took a backup code";
        return new Deed(name(use.name()), what, use.time());
    }

    public static Deed of(Uses.Report report) {
        return new Deed(name(report.name()), "says that " + said(report.result()), report.time());
    }

    public static String name(Optional<String> name) {
        return name.orElse(SOMEBODY);
    }

    public static String said(Result result) {
        return switch (result) {
            case USED -> "the site took it";
            case REJECTED -> "the site refused it";
            case NOT_USED -> "it was not used";
        };
    }
}

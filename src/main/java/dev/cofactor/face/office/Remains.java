// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.office;

import dev.cofactor.desk.leavers.LeaverReport;
import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody leaves behind, as a page shows it.
 *
 * @param lists those that have something in them
 * @param rest sentences about what is in none of them
 */
record Remains(Instant at, List<Part> lists, List<String> rest) {
    /** @param why what is to be done about it */
    record Part(String title, String why, List<Line> lines) {}

    /** @param link where more of it is */
    record Line(String link, String name, String path, String what) {}

    static Remains of(LeaverReport report) {
        List<Part> lists = Stream.of(
                        new Part(
                                "Seeds to enrol anew",
                                "This person typed or saw them, and can have kept them. Enrol the factor again at the site.",
                                report.seeds().stream().map(Remains::seed).toList()),
                        new Part(
                                "What was released",
                                "Codes end by themselves. A field that was revealed stays known: change it at the site.",
                                report.used().stream().map(Remains::used).toList()),
                        new Part(
                                "Owned by nobody else",
                                "Give these another owner, or nobody is told what happens to them.",
                                report.owned().stream()
                                        .map(one -> line(one, ""))
                                        .toList()),
                        new Part(
                                "Tokens that were seen",
                                "They stay good. Issue others and take these back.",
                                tokens(report)),
                        new Part(
                                "Groups",
                                "What these give goes with the person.",
                                report.groups().stream()
                                        .map(one -> new Line("/groups/" + one.id(), one.name(), "", ""))
                                        .toList()),
                        new Part(
                                "Manager of",
                                "Say who answers for them from now on.",
                                report.managed().stream()
                                        .map(one -> new Line(
                                                "/people/" + one.id(), one.displayName(), one.accountName(), ""))
                                        .toList()))
                .filter(part -> !part.lines.isEmpty())
                .toList();
        return new Remains(Forms.second(report.at()), lists, rest(report.rest()));
    }

    private static Line line(Placed secret, String what) {
        return new Line("/secrets/" + PublicId.SECRET.of(secret.secret()), secret.name(), secret.path(), what);
    }

    private static Line seed(LeaverReport.Seed seed) {
        return line(seed.secret(), String.join(", ", seed.how()) + ", " + day(seed.last()));
    }

    private static Line used(LeaverReport.Used used) {
        String counts = Stream.of(
                        number(used.codes(), "code"),
                        number(used.backupCodes(), "backup code"),
                        number(used.fields(), "time revealed", "times revealed"))
                .flatMap(words -> words)
                .collect(Collectors.joining(", "));
        return line(used.secret(), counts + ", last " + day(used.last()));
    }

    private static Stream<String> number(long number, String one) {
        return number(number, one, one + "s");
    }

    private static Stream<String> number(long number, String one, String many) {
        return number == 0
                ? Stream.of()
                : Stream.of(String.format(Locale.ROOT, "%d %s", number, number == 1 ? one : many));
    }

    private static String day(Instant time) {
        return time.toString().substring(0, "2026-11-28".length());
    }

    private static List<Line> tokens(LeaverReport report) {
        Stream<Line> services = report.services().stream()
                .map(one -> new Line("/services/" + one.id(), one.name(), "", "service made by this person"));
        Stream<Line> tokens = report.tokens().stream()
                .map(one -> new Line(
                        "/services/" + one.token().service(),
                        one.token().label(),
                        one.service(),
                        "good until " + day(one.token().until())));
        return Stream.concat(tokens, services).toList();
    }

    private static List<String> rest(LeaverReport.Rest rest) {
        List<String> said = new ArrayList<>();
        add(said, rest.personal(), "in the personal folder, which is locked when its person goes");
        add(said, rest.hidden(), "more that were deleted, or that you may not see");
        add(said, rest.machines(), "among services and tokens, which you may not see");
        if (rest.unreadable() > 0) {
            said.add("On the log " + rest.unreadable() + " entries about this could not be read: have it verified.");
        }
        if (!rest.whole()) {
            said.add("The log says more than was counted here: the numbers are the least there can be.");
        }
        return said;
    }

    private static void add(List<String> said, int number, String where) {
        if (number > 0) {
            said.add(String.format(Locale.ROOT, "%d %s.", number, where));
        }
    }
}

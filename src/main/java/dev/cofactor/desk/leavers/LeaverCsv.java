// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.leavers;

import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report as a table for spreadsheets (RFC 4180). These take a cell that begins like a formula for one, and names are
 * what people typed: such a cell gets an apostrophe before it, which they hide.
 */
final class LeaverCsv {
    private static final List<String> HEADER = List.of("kind", "id", "path", "name", "what", "number", "last");

    /** Also their full-width forms, which some spreadsheets turn into the others. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private LeaverCsv() {}

    static String of(LeaverReport report) {
        return Stream.of(Stream.of(HEADER), secrets(report), others(report), rest(report.rest()))
                .flatMap(rows -> rows)
                .map(LeaverCsv::row)
                .collect(Collectors.joining());
    }

    private static Stream<List<String>> secrets(LeaverReport report) {
        Stream<List<String>> seeds = report.seeds().stream()
                .map(one -> secret(
                        "seed",
                        one.secret(),
                        String.join(" ", one.how()),
                        "",
                        one.last().toString()));
        Stream<List<String>> used = report.used().stream().flatMap(LeaverCsv::used);
        Stream<List<String>> owned = report.owned().stream().map(one -> secret("owned-alone", one, "", "", ""));
        return Stream.of(seeds, used, owned).flatMap(rows -> rows);
    }

    private static Stream<List<String>> used(LeaverReport.Used one) {
        String last = one.last().toString();
        return Stream.of(
                        number(one, "codes", one.codes(), last),
                        number(one, "backup codes", one.backupCodes(), last),
                        number(one, "fields", one.fields(), last))
                .flatMap(rows -> rows);
    }

    private static Stream<List<String>> number(LeaverReport.Used one, String what, long number, String last) {
        return number == 0 ? Stream.of() : Stream.of(secret("used", one.secret(), what, Long.toString(number), last));
    }

    private static Stream<List<String>> others(LeaverReport report) {
        Stream<List<String>> services =
                report.services().stream().map(one -> named("service", one.id().toString(), one.name(), ""));
        Stream<List<String>> tokens = report.tokens().stream()
                .map(one ->
                        named("token", one.token().id().toString(), one.token().label(), one.service()));
        Stream<List<String>> groups =
                report.groups().stream().map(one -> named("group", one.id().toString(), one.name(), ""));
        Stream<List<String>> managed = report.managed().stream()
                .map(one -> named("managed", one.id().toString(), one.displayName(), one.accountName()));
        return Stream.of(services, tokens, groups, managed).flatMap(rows -> rows);
    }

    private static Stream<List<String>> rest(LeaverReport.Rest rest) {
        return Stream.of(
                count("personal", rest.personal()),
                count("hidden", rest.hidden()),
                count("machines", rest.machines()),
                count("unreadable", rest.unreadable()),
                List.of("rest", "", "", "", rest.whole() ? "whole" : "not whole", "", ""));
    }

    private static List<String> secret(String kind, Placed secret, String what, String number, String last) {
        return List.of(kind, PublicId.SECRET.of(secret.secret()), secret.path(), secret.name(), what, number, last);
    }

    private static List<String> named(String kind, String id, String name, String what) {
        return List.of(kind, id, "", name, what, "", "");
    }

    private static List<String> count(String what, int number) {
        return List.of("rest", "", "", "", what, Integer.toString(number), "");
    }

    private static String row(List<String> cells) {
        return cells.stream().map(LeaverCsv::cell).collect(Collectors.joining(",")) + "\r\n";
    }

    static String cell(String text) {
        String harmless = startsLikeAFormula(text) ? "'" + text : text;
        boolean plain = harmless.equals(text) && text.chars().noneMatch(c -> c == '"' || c == ',' || c < ' ');
        return plain ? text : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /** Blanks before it do not count: some programs strip them. */
    private static boolean startsLikeAFormula(String text) {
        String stripped = text.stripLeading();
        return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0)
                || (!stripped.isEmpty() && FORMULA.indexOf(stripped.charAt(0)) >= 0);
    }
}

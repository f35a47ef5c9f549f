// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.leavers;

import dev.cofactor.ground.identity.PublicId;
import dev.cofactor.ledger.catalogue.Placed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** How the report is spoken of outside. */
final class LeaverJson {
    private LeaverJson() {}

    record Whom(String id, String accountName, String name, String state) {}

    record Secret(String id, String path, String name) {
        static Secret of(Placed placed) {
            return new Secret(PublicId.SECRET.of(placed.secret()), placed.path(), placed.name());
        }
    }

    record Seed(Secret secret, String state, List<String> how, Instant last) {}

    record Used(Secret secret, long codes, long backupCodes, long fields, Instant last) {}

    record Named(String id, String name) {}

    record Token(String id, String label, String service, Instant until) {}

    record Rest(int personal, int hidden, int machines, int unreadable, boolean whole) {}

    record Report(
            Whom person,
            Instant at,
            List<Seed> seeds,
            List<Used> used,
            List<Secret> owned,
            List<Named> services,
            List<Token> tokens,
            List<Named> groups,
            List<Named> managed,
            Rest rest) {}

    static Report of(LeaverReport report) {
        return new Report(
                whom(report),
                report.at(),
                report.seeds().stream()
                        .map(one -> new Seed(Secret.of(one.secret()), one.state(), one.how(), one.last()))
                        .toList(),
                report.used().stream().map(LeaverJson::used).toList(),
                report.owned().stream().map(Secret::of).toList(),
                report.services().stream()
                        .map(one -> new Named(one.id().toString(), one.name()))
                        .toList(),
                report.tokens().stream().map(LeaverJson::token).toList(),
                report.groups().stream()
                        .map(one -> new Named(one.id().toString(), one.name()))
                        .toList(),
                report.managed().stream()
                        .map(one -> new Named(one.id().toString(), one.displayName()))
                        .toList(),
                rest(report.rest()));
    }

    private static Whom whom(LeaverReport report) {
        return new Whom(
                report.person().id().toString(),
                report.person().accountName(),
                report.person().displayName(),
                report.person().state().name().toLowerCase(Locale.ROOT));
    }

    private static Used used(LeaverReport.Used one) {
        return new Used(Secret.of(one.secret()), one.codes(), one.backupCodes(), one.fields(), one.last());
    }

    private static Token token(LeaverReport.Issued one) {
        return new Token(
                one.token().id().toString(),
                one.token().label(),
                one.service(),
                one.token().until());
    }

    private static Rest rest(LeaverReport.Rest rest) {
        return new Rest(rest.personal(), rest.hidden(), rest.machines(), rest.unreadable(), rest.whole());
    }
}

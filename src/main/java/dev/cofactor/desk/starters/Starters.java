// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.starters;

import dev.cofactor.desk.starters.Starter.Hole;
import dev.cofactor.desk.starters.Starter.Kind;
import dev.cofactor.ledger.rulebook.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The policies there are to start from. None is in force, and what is made of one is a draft. */
public final class Starters {
    static final Map<UUID, String> ROLES = Map.of(Role.ADMINISTRATOR.group(), "Administrators");

    private static final String ANYONE = "\"to\": [{\"kind\": \"anyone\"}]";
    private static final String EVERYTHING = "\"on\": [{\"kind\": \"everything\"}]";
    private static final String TAKING = "\"actions\": [\"code.fetch\", \"backup-code.take\", \"field.reveal\"]";

    private static final List<Starter> ALL = List.of(
            new Starter(
                    "once-approved",
                    "A group fetches, once somebody has said yes",
                    List.of(
                            new Hole("group", Kind.GROUP, "Who fetches"),
                            new Hole("folder", Kind.FOLDER, "Below which folder"),
                            new Hole("approvers", Kind.GROUP, "Who says yes")),
                    """
                    {"name": "A group fetches, once somebody has said yes", "state": "draft", "effect": "allow",
                     "actions": ["secret.list", "secret.read-meta", "code.fetch"],
                     "to": [{"kind": "group", "id": "{group}"}], "on": [{"kind": "folder", "id": "{folder}"}],
                     "needs": [{"kind": "reason", "atLeast": 10},
                               {"kind": "approval", "quorum": 1, "of": [{"kind": "group", "id": "{approvers}"}],
                                "decideWithin": "PT1H", "validFor": "PT30M", "uses": 3}]}"""),
            new Starter(
                    "on-call-by-day",
                    "On-call fetches by day, once approved",
                    List.of(
                            new Hole("on-call", Kind.GROUP, "Who is on call"),
                            new Hole("folder", Kind.FOLDER, "Below which folder"),
                            new Hole("approvers", Kind.GROUP, "Who approves")),
                    """
                    {"name": "On-call fetches by day, once approved", "state": "draft", "effect": "allow",
                     "actions": ["secret.list", "secret.read-meta", "code.fetch"],
                     "to": [{"kind": "group", "id": "{on-call}"}], "on": [{"kind": "folder", "id": "{folder}"}],
                     "when": [{"kind": "hours", "days": ["mon", "tue", "wed", "thu", "fri"], "from": "08:00",
                               "until": "18:00", "zone": "Europe/Berlin"}],
                     "needs": [{"kind": "approval", "quorum": 1, "of": [{"kind": "group", "id": "{approvers}"}],
                                "decideWithin": "PT1H", "validFor": "PT30M", "uses": 3}]}"""),
            new Starter(
                    "ci-job",
                    "A job fetches from its main branch alone",
                    List.of(
                            new Hole("service", Kind.SERVICE, "Which service the job is"),
                            new Hole("folder", Kind.FOLDER, "Below which folder"),
                            new Hole("federation", Kind.FEDERATION, "Whose word counts")),
                    """
                    {"name": "A job fetches from its main branch alone", "state": "draft", "effect": "allow",
                     "actions": ["code.fetch"],
                     "to": [{"kind": "service", "id": "{service}"}], "on": [{"kind": "folder", "id": "{folder}"}],
                     "when": [{"kind": "claim", "issuer": "{federation}", "name": "ref", "values": ["refs/heads/main"]}],
                     "limits": [{"most": 30, "per": "PT1H", "by": ["secret"]}]}"""),
            new Starter(
                    "break-glass",
                    "Administrators break the glass",
                    List.of(new Hole("folder", Kind.FOLDER, "Below which folder")),
                    """
                    {"name": "Administrators break the glass", "state": "draft", "effect": "allow",
                     "actions": ["secret.list", "secret.read-meta", "code.fetch", "backup-code.take"],
                     "to": [{"kind": "group", "id": "%s"}], "on": [{"kind": "folder", "id": "{folder}"}],
                     "needs": [{"kind": "break-glass", "atLeast": 20, "validFor": "PT30M", "uses": 3},
                               {"kind": "step-up", "within": "PT5M"}],
                     "then": [{"kind": "tell", "whom": {"kind": "owners"}}]}""".formatted(Role.ADMINISTRATOR.group())),
            new Starter("owners-told", "Owners are told of every fetch", List.of(), """
                    {"name": "Owners are told of every fetch", "state": "draft", "effect": "require",
                     %s, %s, %s, "then": [{"kind": "tell", "whom": {"kind": "owners"}}]}""".formatted(
                            TAKING, ANYONE, EVERYTHING)),
            new Starter(
                    "contractors-from-the-office",
                    "Contractors fetch only from the office",
                    List.of(new Hole("contractors", Kind.GROUP, "Who are contractors")),
                    """
                    {"name": "Contractors fetch only from the office", "state": "draft", "effect": "deny", %s,
                     "to": [{"kind": "group", "id": "{contractors}"}], %s,
                     "when": [{"kind": "not", "of": {"kind": "network", "in": ["10.0.0.0/8"]}}]}""".formatted(TAKING, EVERYTHING)),
            new Starter("no-machine-takes-backup-codes", "Only people take backup codes", List.of(), """
                    {"name": "Only people take backup codes", "state": "draft", "effect": "require",
                     "actions": ["backup-code.take"], %s, %s,
                     "needs": [{"kind": "step-up", "within": "PT15M"}]}""".formatted(
                            ANYONE, EVERYTHING)),
            new Starter(
                    "step-up-below",
                    "A fresh proof before the strongest logins",
                    List.of(new Hole("folder", Kind.FOLDER, "Below which folder, such as that of the AWS root login")),
                    """
                    {"name": "A fresh proof before the strongest logins", "state": "draft", "effect": "require", %s,
                     %s, "on": [{"kind": "folder", "id": "{folder}"}],
                     "needs": [{"kind": "step-up", "within": "PT5M", "methods": ["passkey", "totp"]},
                               {"kind": "reason", "atLeast": 10}]}""".formatted(TAKING, ANYONE)));

    private Starters() {}

    public static List<Starter> all() {
        return ALL;
    }

    public static Optional<Starter> find(String key) {
        return ALL.stream().filter(starter -> starter.key().equals(key)).findFirst();
    }
}

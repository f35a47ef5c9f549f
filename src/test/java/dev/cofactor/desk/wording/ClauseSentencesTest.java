// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.clauses.Condition;
import dev.cofactor.engine.clauses.Need;
import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Policies with clauses as their authors write them, each with the sentence it is shown as, to the letter. */
class ClauseSentencesTest {
    private static final UUID ONCALL = id("a1");
    private static final UUID SECURITY = id("a2");
    private static final UUID ANNA = id("b1");
    private static final UUID AWS = id("f1");
    private static final UUID GITHUB = id("c1");
    private static final UUID CHAT = id("d1");
    private static final Names NAMES = new Names(
            Map.of(
                    new Subject.Group(ONCALL), "On-call",
                    new Subject.Group(SECURITY), "Security",
                    new Subject.Person(ANNA), "Anna"),
            Map.of(new Resource.Folder(AWS), "aws"),
            Map.of(GITHUB, "GitHub"),
            Map.of(CHAT, "Ops chat"));

    @Test
    void theOneThatAnAdministratorWantsFirst() {
        assertThat(allow("""
                        "when": [
                          {"kind": "network", "in": ["10.20.0.0/16"]},
                          {"kind": "hours", "days": ["mon", "tue", "wed", "thu", "fri"], "from": "08:00", "until": "18:00",
                           "zone": "Europe/Berlin"}],
                        "needs": [{"kind": "approval", "quorum": 1, "of": [{"kind": "group", "id": "%s"}],
                          "decideWithin": "PT1H", "validFor": "PT30M", "uses": 3}],
                        "then": [{"kind": "tell", "whom": {"kind": "owners"}}]""".formatted(SECURITY)))
                .isEqualTo(
                        "On-call may fetch codes below aws, Monday to Friday from 8:00 to 18:00 (Europe/Berlin), from"
                                + " 10.20.0.0/16, once 1 of Security has approved it within 1 hour; an approval is good for"
                                + " 30 minutes and 3 uses; the owners are told.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind": "network", "in": ["2001:db8::/32", "10.0.0.0/8"]} | from 10.0.0.0/8 or 2001:db8:0:0:0:0:0:0/32
            {"kind": "hours", "days": ["sat", "sun"], "from": "00:00", "until": "24:00", "zone": "UTC"} | Saturday and Sunday from 0:00 to 24:00 (UTC)
            {"kind": "hours", "days": ["mon", "wed", "thu", "fri"], "from": "09:30", "until": "10:00", "zone": "Asia/Tokyo"} | Monday and Wednesday to Friday from 9:30 to 10:00 (Asia/Tokyo)
            {"kind": "hours", "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "from": "22:00", "until": "06:00", "zone": "Europe/Berlin"} | every day from 22:00 to 6:00 the next day (Europe/Berlin)
            {"kind": "dates", "from": "2026-12-01", "until": "2026-12-31", "zone": "Europe/Berlin"} | from 2026-12-01 to the end of 2026-12-31 (Europe/Berlin)
            {"kind": "dates", "from": "2026-12-01", "zone": "Europe/Berlin"} | from 2026-12-01 on (Europe/Berlin)
            {"kind": "dates", "until": "2026-12-31", "zone": "Europe/Berlin"} | until the end of 2026-12-31 (Europe/Berlin)
            {"kind": "claim", "issuer": "0190f000-0000-7000-8000-0000000000c1", "name": "ref", "values": ["refs/heads/release-*", "main"]} | with ref main or refs/heads/release-* vouched for by GitHub
            {"kind": "claim", "issuer": "0190f000-0000-7000-8000-0000000000c9", "name": "ref", "values": ["main"]} | with ref main vouched for by a federation that is no longer there
            {"kind": "not", "of": {"kind": "network", "in": ["10.0.0.0/8"]}} | except from 10.0.0.0/8
            """)
    void conditionsAreSaidInPlainWords(String condition, String said) {
        assertThat(allow("\"when\": [" + condition + "]"))
                .isEqualTo("On-call may fetch codes below aws, " + said + ".");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind": "step-up", "within": "PT15M", "methods": []} | they have stepped up within 15 minutes.
            {"kind": "step-up", "within": "PT1H30M", "methods": ["passkey", "totp"]} | they have stepped up within 1 hour and 30 minutes by authenticator app or passkey.
            {"kind": "reason", "atLeast": 10} | they have given a reason of at least 10 characters.
            {"kind": "reason", "atLeast": 1} | they have given a reason.
            {"kind": "ticket", "form": "OPS-*"} | they have named a ticket of the form OPS-*.
            {"kind": "approval", "quorum": 1, "of": [{"kind": "manager"}], "decideWithin": "PT2H", "validFor": "PT24H", "uses": 1} | their manager has approved it within 2 hours; an approval is good for 1 day and 1 use.
            {"kind": "approval", "quorum": 1, "of": [{"kind": "person", "id": "0190f000-0000-7000-8000-0000000000b1"}], "decideWithin": "PT2H", "validFor": "PT1M", "uses": 2} | Anna has approved it within 2 hours; an approval is good for 1 minute and 2 uses.
            {"kind": "approval", "quorum": 2, "of": [{"kind": "person", "id": "0190f000-0000-7000-8000-0000000000b1"}, {"kind": "group", "id": "0190f000-0000-7000-8000-0000000000a2"}, {"kind": "manager"}], "decideWithin": "PT2H", "validFor": "PT1M", "uses": 2, "notTheAuthor": true} | 2 of their manager, Security or Anna have approved it within 2 hours, not counting whoever last wrote this policy; an approval is good for 1 minute and 2 uses.
            {"kind": "approval", "quorum": 1, "of": [{"kind": "group", "id": "0190f000-0000-7000-8000-0000000000a9"}], "decideWithin": "PT2H", "validFor": "PT1M", "uses": 2} | 1 of a group that is no longer there has approved it within 2 hours; an approval is good for 1 minute and 2 uses.
            {"kind": "break-glass", "atLeast": 20, "validFor": "PT30M", "uses": 3} | they have broken the glass with a reason of at least 20 characters; a broken glass is good for 30 minutes and 3 uses, all who would have been asked are told, and somebody else has to look at it afterwards.
            """)
    void needsAreSaidAsWhatHasHappened(String need, String said) {
        assertThat(allow("\"needs\": [" + need + "]")).isEqualTo("On-call may fetch codes below aws, once " + said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "limits": [{"most": 10, "per": "PT1H", "by": ["actor"]}] | each of them at most 10 times in 1 hour
            "limits": [{"most": 1, "per": "PT24H", "by": ["secret"]}] | for each secret at most once in 1 day
            "limits": [{"most": 2, "per": "PT1M", "by": ["actor", "secret"]}] | each of them for each secret at most 2 times in 1 minute
            "limits": [{"most": 5, "per": "PT1M", "by": []}] | all together at most 5 times in 1 minute
            "then": [{"kind": "tell", "whom": {"kind": "group", "id": "0190f000-0000-7000-8000-0000000000a2"}}] | Security is told
            "then": [{"kind": "tell", "whom": {"kind": "person", "id": "0190f000-0000-7000-8000-0000000000b1"}}, {"kind": "tell", "whom": {"kind": "owners"}}, {"kind": "tell", "whom": {"kind": "channel", "id": "0190f000-0000-7000-8000-0000000000d1"}}] | the owners, Anna and the channel Ops chat are told
            "then": [{"kind": "tell", "whom": {"kind": "channel", "id": "0190f000-0000-7000-8000-0000000000d9"}}] | the channel that is no longer there is told
            """)
    void limitsAndDuties(String clauses, String said) {
        assertThat(allow(clauses)).isEqualTo("On-call may fetch codes below aws; " + said + ".");
    }

    @Test
    void whatIsRequiredIsSaidOfWhoeverMay() {
        String reason = "\"needs\": [{\"kind\": \"reason\", \"atLeast\": 10},"
                + " {\"kind\": \"step-up\", \"within\": \"PT5M\", \"methods\": [\"passkey\"]}]";
        assertThat(said("require", "anyone", reason))
                .isEqualTo(
                        "Whoever may fetch codes below aws must have stepped up within 5 minutes by passkey and give a"
                                + " reason of at least 10 characters.");
        assertThat(said(
                        "require",
                        "group",
                        reason + ", \"when\": [{\"kind\": \"not\", \"of\": {\"kind\":"
                                + " \"network\", \"in\": [\"10.0.0.0/8\"]}}]"))
                .isEqualTo(
                        "Whoever among On-call may fetch codes below aws, except from 10.0.0.0/8, must have stepped up"
                                + " within 5 minutes by passkey and give a reason of at least 10 characters.");
        assertThat(said(
                        "require",
                        "anyone",
                        "\"then\": [{\"kind\": \"tell\", \"whom\": {\"kind\": \"owners\"}}],"
                                + " \"limits\": [{\"most\": 3, \"per\": \"PT1H\", \"by\": [\"actor\"]}]"))
                .isEqualTo("Whoever may fetch codes below aws must put up with this: each of them at most 3 times in"
                        + " 1 hour; the owners are told.");
        assertThat(said(
                        "require",
                        "anyone",
                        "\"needs\": [{\"kind\": \"approval\", \"quorum\": 2, \"of\":"
                                + " [{\"kind\": \"group\", \"id\": \"" + SECURITY + "\"}], \"decideWithin\": \"PT1H\","
                                + " \"validFor\": \"PT30M\", \"uses\": 3}]"))
                .isEqualTo("Whoever may fetch codes below aws must have it approved by 2 of Security within 1 hour; an"
                        + " approval is good for 30 minutes and 3 uses.");
    }

    @Test
    void whatIsDeniedSaysWhen() {
        String outside = "\"when\": [{\"kind\": \"not\", \"of\": {\"kind\": \"network\", \"in\": [\"10.0.0.0/8\"]}}]";
        assertThat(said("deny", "group", outside))
                .isEqualTo("On-call may never fetch codes below aws, except from 10.0.0.0/8.");
        assertThat(said("deny", "anyone", outside))
                .isEqualTo("Nobody may fetch codes below aws, except from 10.0.0.0/8.");
    }

    @Test
    void ofSeveralApprovalsEachSaysWhoseItIs() {
        assertThat(allow("\"needs\": [" + approval("group\", \"id\": \"" + SECURITY, "PT1H") + ", "
                        + approval("manager", "PT2H") + "]"))
                .isEqualTo(
                        "On-call may fetch codes below aws, once 1 of Security has approved it within 1 hour and their"
                                + " manager has approved it within 1 hour; an approval by Security is good for 1 hour and 1 use;"
                                + " an approval by their manager is good for 2 hours and 1 use.");
    }

    @Test
    void whatDecidesNothingSaysSo() {
        assertThat(allow("\"state\": \"draft\""))
                .isEqualTo("On-call may fetch codes below aws. This is a draft and decides nothing yet.");
        assertThat(allow("\"state\": \"disabled\""))
                .isEqualTo("On-call may fetch codes below aws. This is disabled and decides nothing.");
    }

    @Test
    void theOrderInWhichClausesAreWrittenSaysNothing() {
        String office = "{\"kind\": \"network\", \"in\": [\"10.0.0.0/8\"]}";
        String dates = "{\"kind\": \"dates\", \"from\": \"2026-12-01\", \"zone\": \"UTC\"}";
        assertThat(allow("\"when\": [" + office + ", " + dates + "]"))
                .isEqualTo(allow("\"when\": [" + dates + ", " + office + "]"));
    }

    @Test
    void aHostileNameStaysAsItIsWrittenAlsoInAClause() {
        String hostile = "<b>Security</b> has approved it; nobody is told. \u202eJ";
        Names names = NAMES.and(new Names(Map.of(new Subject.Group(SECURITY), hostile), Map.of()));
        Policy policy =
                policy("allow", "group", "\"needs\": [" + approval("group\", \"id\": \"" + SECURITY, "PT1H") + "]");
        assertThat(Sentences.of(policy, names)).contains("once 1 of " + hostile + " has approved it within 1 hour;");
    }

    @Test
    void stepsAreToldWithNamesToThoseWhoMaySeeThemAndWithoutToAllOthers() {
        Policy policy = policy(
                "allow",
                "group",
                "\"needs\": [" + approval("group\", \"id\": \"" + SECURITY, "PT1H")
                        + ", {\"kind\": \"reason\", \"atLeast\": 10}, {\"kind\": \"step-up\", \"within\": \"PT5M\", \"methods\": []}]");
        assertThat(policy.clauses().needs().stream().map(need -> NeedWords.step(need, NAMES)))
                .containsExactly("ask 1 of Security", "give a reason of at least 10 characters", "step up");
        assertThat(policy.clauses().needs().stream().map(NeedWords::step))
                .containsExactly(
                        "ask 1 of those who may approve it", "give a reason of at least 10 characters", "step up");
        Need manager = policy("allow", "group", "\"needs\": [" + approval("manager", "PT1H") + "]")
                .clauses()
                .needs()
                .iterator()
                .next();
        assertThat(NeedWords.step(manager, NAMES)).isEqualTo("ask your manager");
        assertThat(NeedWords.step(manager)).isEqualTo("ask those who may approve it");
    }

    @Test
    void conditionsAreToldWithNetworksToThoseWhoMaySeeThemAndWithoutToAllOthers() {
        Policy policy = policy("allow", "group", """
                "when": [{"kind": "hours", "days": ["mon"], "from": "08:00", "until": "18:00", "zone": "Europe/Berlin"},
                         {"kind": "network", "in": ["10.20.0.0/16"]},
                         {"kind": "claim", "issuer": "%s", "name": "ref", "values": ["main"]},
                         {"kind": "not", "of": {"kind": "network", "in": ["10.20.3.0/24"]}}]""".formatted(GITHUB));
        assertThat(policy.clauses().when().stream().map(one -> ConditionWords.only(one, NAMES)))
                .containsExactly(
                        "only Monday from 8:00 to 18:00 (Europe/Berlin)",
                        "only from 10.20.0.0/16",
                        "only with ref main vouched for by GitHub",
                        "not from 10.20.3.0/24");
        assertThat(policy.clauses().when().stream().map(ConditionWords::only))
                .containsExactly(
                        "only Monday from 8:00 to 18:00 (Europe/Berlin)",
                        "only from certain networks",
                        "only with certain tokens",
                        "not from certain networks");
        for (Condition condition : policy.clauses().when()) {
            assertThat(ConditionWords.only(condition)).doesNotContain("10.20", "GitHub", "main");
        }
    }

    private static String approval(String whom, String validFor) {
        return "{\"kind\": \"approval\", \"quorum\": 1, \"of\": [{\"kind\": \"" + whom
                + "\"}], \"decideWithin\": \"PT1H\", \"validFor\": \"" + validFor + "\", \"uses\": 1}";
    }

    private static String allow(String clauses) {
        return said("allow", "group", clauses);
    }

    private static String said(String effect, String to, String clauses) {
        return Sentences.of(policy(effect, to, clauses), NAMES);
    }

    private static Policy policy(String effect, String to, String clauses) {
        String whom =
                to.equals("anyone") ? "{\"kind\": \"anyone\"}" : "{\"kind\": \"group\", \"id\": \"" + ONCALL + "\"}";
        String document = """
                {"name": "A test's", "effect": "%s", "actions": ["code.fetch"], "to": [%s],
                 "on": [{"kind": "folder", "id": "%s"}], %s}""".formatted(effect, whom, AWS, clauses);
        return Policy.read(document.getBytes(UTF_8), id("99"), text -> Optional.empty());
    }

    private static UUID id(String end) {
        return UUID.fromString("0190f000-0000-7000-8000-0000000000" + end);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.policies;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A policy goes into the form and comes back from it, whatever it asks. */
class RuleDraftTest {
    private static final UUID ID = UUID.fromString("0190f000-0000-7000-8000-000000000099");
    private static final String APPROVAL =
            "{\"kind\": \"approval\", \"quorum\": 2, \"of\": [{\"kind\": \"group\", \"id\": \"0190f000-0000-7000-8000-0000000000a1\"}],"
                    + " \"decideWithin\": \"PT1H30M\", \"validFor\": \"PT30M\", \"uses\": 3";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"effect\": \"allow\"",
                "\"effect\": \"deny\", \"state\": \"draft\"",
                "\"effect\": \"allow\", \"state\": \"disabled\"",
                "\"effect\": \"require\", \"needs\": [{\"kind\": \"reason\", \"atLeast\": 10}]",
                "\"effect\": \"allow\", \"when\": [{\"kind\": \"hours\", \"days\": [\"mon\", \"sun\"], \"from\": \"22:00\","
                        + " \"until\": \"06:00\", \"zone\": \"Asia/Tokyo\"}]",
                "\"effect\": \"allow\", \"when\": [{\"kind\": \"hours\", \"days\": [\"mon\"], \"from\": \"08:00\", \"until\":"
                        + " \"24:00\", \"zone\": \"UTC\"}, {\"kind\": \"hours\", \"days\": [\"tue\"], \"from\": \"09:00\","
                        + " \"until\": \"10:00\", \"zone\": \"UTC\"}]",
                "\"effect\": \"allow\", \"when\": [{\"kind\": \"network\", \"in\": [\"10.0.0.0/8\", \"2001:db8::/32\"]},"
                        + " {\"kind\": \"network\", \"in\": [\"192.0.2.0/24\"]}]",
                "\"effect\": \"deny\", \"when\": [{\"kind\": \"not\", \"of\": {\"kind\": \"network\", \"in\": [\"10.0.0.0/8\"]}}]",
                "\"effect\": \"allow\", \"when\": [{\"kind\": \"dates\", \"from\": \"2026-12-01\", \"zone\": \"UTC\"},"
                        + " {\"kind\": \"claim\", \"issuer\": \"0190f000-0000-7000-8000-0000000000c1\", \"name\": \"ref\","
                        + " \"values\": [\"refs/*\"]}]",
                "\"effect\": \"allow\", \"needs\": [{\"kind\": \"step-up\", \"within\": \"PT15M\", \"methods\": []}]",
                "\"effect\": \"allow\", \"needs\": [{\"kind\": \"step-up\", \"within\": \"PT15M\", \"methods\": [\"passkey\"]}]",
                "\"effect\": \"allow\", \"needs\": [{\"kind\": \"step-up\", \"within\": \"PT1M30.5S\", \"methods\": []}]",
                "\"effect\": \"allow\", \"needs\": [{\"kind\": \"ticket\", \"form\": \"OPS-*\"}, {\"kind\": \"break-glass\","
                        + " \"atLeast\": 20, \"validFor\": \"PT30M\", \"uses\": 2}]",
                "\"effect\": \"allow\", \"needs\": [" + APPROVAL + "}]",
                "\"effect\": \"allow\", \"needs\": [" + APPROVAL + ", \"notTheAuthor\": true}]",
                "\"effect\": \"allow\", \"needs\": [" + APPROVAL + "}, {\"kind\": \"approval\", \"quorum\": 1, \"of\":"
                        + " [{\"kind\": \"manager\"}], \"decideWithin\": \"PT30S\", \"validFor\": \"PT1H\", \"uses\": 1}]",
                "\"effect\": \"allow\", \"limits\": [{\"most\": 3, \"per\": \"PT1H\", \"by\": [\"actor\"]}], \"then\":"
                        + " [{\"kind\": \"tell\", \"whom\": {\"kind\": \"owners\"}}, {\"kind\": \"tell\", \"whom\":"
                        + " {\"kind\": \"channel\", \"id\": \"0190f000-0000-7000-8000-0000000000d1\"}}]",
            })
    void nothingIsLostOnTheWay(String members) {
        Policy policy = policy(members);
        assertThat(RuleDraft.sent(form(RuleDraft.of(policy))).policy(ID)).isEqualTo(policy);
        assertThat(RuleDraft.sent(Map.of("json", List.of(RuleDraft.of(policy).json())))
                        .policy(ID))
                .isEqualTo(policy);
    }

    @Test
    void whoeverIsVouchedForStaysWhoHeIs() {
        Policy policy = Policy.read("""
                {"name": "x", "effect": "allow", "actions": ["code.fetch", "secret.list"],
                 "to": [{"kind": "claim", "issuer": "0190f000-0000-7000-8000-0000000000c1", "name": "a:b", "value": "{c}:\\"d\\""},
                        {"kind": "anyone"}, {"kind": "person", "id": "0190f000-0000-7000-8000-0000000000b1"}],
                 "on": [{"kind": "everything"}, {"kind": "own-personal-folder"},
                        {"kind": "tag", "id": "0190f000-0000-7000-8000-0000000000b2"}]}""".getBytes(UTF_8), ID, text -> Optional.empty());
        assertThat(RuleDraft.sent(form(RuleDraft.of(policy))).policy(ID)).isEqualTo(policy);
    }

    @Test
    void whatIsNoClauseIsRefusedAndStaysInTheForm() {
        Map<String, List<String>> form = new HashMap<>(form(RuleDraft.of(policy("\"effect\": \"allow\""))));
        for (String wrong :
                List.of("{", "[]", "{\"hunter2\": []}", "{\"when\": 1}", "{\"then\": [{\"kind\": \"hunter2\"}]}")) {
            form.put("rest", List.of(wrong));
            RuleDraft draft = RuleDraft.sent(form);
            assertThatThrownBy(() -> draft.policy(ID))
                    .as(wrong)
                    .isInstanceOf(PolicyRefused.class)
                    .hasMessageNotContaining("hunter2");
            assertThat(draft.clauses().rest()).isEqualTo(wrong);
            assertThat(draft.json()).contains(wrong.equals("{") || wrong.equals("[]") ? wrong : "");
        }
    }

    @Test
    void whatIsNoNumberIsRefusedWithItsPlace() {
        Map<String, List<String>> form = new HashMap<>(form(RuleDraft.of(policy("\"effect\": \"allow\""))));
        form.put("reason", List.of("hunter2"));
        assertThatThrownBy(() -> RuleDraft.sent(form).policy(ID))
                .hasMessage("`/needs/0/atLeast` is not a whole number");
        form.put("reason", List.of(""));
        form.put("step-up", List.of("hunter2"));
        assertThatThrownBy(() -> RuleDraft.sent(form).policy(ID))
                .hasMessage("`/needs/0/within` is no length of time such as PT30M or PT1H");
    }

    /** As the page writes it and a browser sends it. */
    private static Map<String, List<String>> form(RuleDraft draft) {
        ClauseFields clauses = draft.clauses();
        Map<String, List<String>> form = new HashMap<>();
        form.put("name", List.of(draft.name()));
        form.put("state", List.of(draft.state()));
        form.put("effect", List.of(draft.effect()));
        form.put("actions", List.copyOf(draft.actions()));
        form.put("to", List.copyOf(draft.to()));
        form.put("on", List.copyOf(draft.on()));
        form.put("days", List.copyOf(clauses.days()));
        form.put("from", List.of(clauses.from()));
        form.put("until", List.of(clauses.until()));
        form.put("zone", List.of(clauses.zone()));
        form.put("networks", List.of(clauses.networks()));
        form.put("step-up", List.of(clauses.stepUp()));
        form.put("reason", List.of(clauses.reason()));
        form.put("approvers", List.of(clauses.approvers()));
        form.put("quorum", List.of(clauses.quorum()));
        form.put("decide-within", List.of(clauses.decideWithin()));
        form.put("valid-for", List.of(clauses.validFor()));
        form.put("uses", List.of(clauses.uses()));
        form.put("rest", List.of(clauses.rest()));
        return form;
    }

    private static Policy policy(String members) {
        String document = """
                {"name": "A test's", "actions": ["code.fetch"], "to": [{"kind": "anyone"}], "on": [{"kind": "everything"}],
                 %s}""".formatted(members);
        return Policy.read(document.getBytes(UTF_8), ID, text -> Optional.empty());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.engine.policy.Question.Target;
import dev.cofactor.engine.policy.Verb;
import dev.cofactor.gate.View;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the rail leads. A place that is missing is a courtesy; the refusal is the gate's. */
public enum Place {
    SECRETS("/secrets", "key", "My Secrets", null),
    APPROVALS("/approvals", "approval", "Approvals", null),
    NOTICES("/notices", "inbox", "Notices", null),
    TEMPLATES("/templates", "template", "Templates", Verb.TEMPLATE_EDIT),
    POLICIES("/policies", "policy", "Policies", Verb.POLICY_EDIT),
    AUDIT("/audit", "audit", "Audit", Verb.AUDIT_READ, Verb.ACCESS_REVIEW),
    PEOPLE("/people", "people", "People", Verb.PEOPLE_EDIT),
    MACHINES("/services", "machine", "Machines", Verb.MACHINE_EDIT),
    ADMINISTRATION("/administration", "gear", "Administration", Verb.SETTINGS_EDIT, Verb.KEY_ROTATE, Verb.BUNDLE_SEAL),
    PROFILE("/profile", "person", "Profile", null);

    private final String path;
    private final String icon;
    private final String title;
    private final List<Verb> needs;

    Place(String path, String icon, String title, @Nullable Verb needs) {
        this.path = path;
        this.icon = icon;
        this.title = title;
        this.needs = needs == null ? List.of() : List.of(needs);
    }

    /** Any of them is enough for a part of it. */
    Place(String path, String icon, String title, Verb needs, Verb or, Verb... others) {
        this.path = path;
        this.icon = icon;
        this.title = title;
        this.needs = Stream.concat(Stream.of(needs, or), Stream.of(others)).toList();
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    public String title() {
        return title;
    }

    /** What everybody has, first of all. */
    boolean isDaily() {
        return this == SECRETS || this == APPROVALS || this == NOTICES;
    }

    boolean isOfficeFor(View view) {
        return needs.stream().anyMatch(verb -> view.may(verb, Target.installation()));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.engine.policy;

import static dev.cofactor.engine.policy.Verb.About.INSTALLATION;
import static dev.cofactor.engine.policy.Verb.About.SECRET;
import static dev.cofactor.engine.policy.Verb.Trail.NONE;
import static dev.cofactor.engine.policy.Verb.Trail.RECORDED;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * All that can be asked for. The list is closed: a policy that names another verb is refused, and what has no verb here
 * cannot be done.
 */
public enum Verb {
    SECRET_LIST("secret.list", SECRET, NONE),
    SECRET_READ_META("secret.read-meta", SECRET, NONE),

    CODE_FETCH("code.fetch", SECRET, RECORDED),
    BACKUP_CODE_TAKE("backup-code.take", SECRET, RECORDED),
    FIELD_REVEAL("field.reveal", SECRET, RECORDED),

    SECRET_CREATE("secret.create", SECRET, RECORDED),
    SECRET_EDIT("secret.edit", SECRET, RECORDED),
    SECRET_MOVE("secret.move", SECRET, RECORDED),
    SECRET_TAG("secret.tag", SECRET, RECORDED),
    SECRET_DELETE("secret.delete", SECRET, RECORDED),
    SEED_OVERWRITE("seed.overwrite", SECRET, RECORDED),

    FOLDER_EDIT("folder.edit", INSTALLATION, RECORDED),
    TEMPLATE_EDIT("template.edit", INSTALLATION, RECORDED),
    POLICY_EDIT("policy.edit", INSTALLATION, RECORDED),
    PEOPLE_EDIT("people.edit", INSTALLATION, RECORDED),
    MACHINE_EDIT("machine.edit", INSTALLATION, RECORDED),
    SETTINGS_EDIT("settings.edit", INSTALLATION, RECORDED),
    KEY_ROTATE("key.rotate", INSTALLATION, RECORDED),
    FACTOR_RESET("factor.reset", INSTALLATION, RECORDED),
    BUNDLE_SEAL("bundle.seal", INSTALLATION, RECORDED),
    TOOLS_USE("tools.use", INSTALLATION, RECORDED),
    AUDIT_READ("audit.read", INSTALLATION, RECORDED),
    AUDIT_ERASE("audit.erase", INSTALLATION, RECORDED),
    ACCESS_REVIEW("access.review", INSTALLATION, RECORDED),
    APPROVAL_DECIDE("approval.decide", INSTALLATION, RECORDED);

    /** What the verb is done to. */
    public enum About {
        SECRET,
        INSTALLATION
    }

    /** What an allow leaves behind. A refusal is on the log whatever the verb; a row left out of a list is no refusal. */
    public enum Trail {
        RECORDED,
        NONE
    }

    private static final Map<String, Verb> BY_CODE =
            Arrays.stream(values()).collect(toUnmodifiableMap(Verb::code, identity()));

    private final String code;
    private final About about;
    private final Trail trail;

    Verb(String code, About about, Trail trail) {
        this.code = code;
        this.about = about;
        this.trail = trail;
    }

    /** The verb's one spelling, in policies and on the log. */
    public String code() {
        return code;
    }

    public About about() {
        return about;
    }

    public boolean isRecorded() {
        return trail == RECORDED;
    }

    /** Whether something sealed leaves by it. */
    public boolean isRelease() {
        return this == CODE_FETCH || this == BACKUP_CODE_TAKE || this == FIELD_REVEAL;
    }

    /** Whether somebody can be asked for it beforehand: it is done to one secret that is there, and leaves a record. */
    public boolean isGrantable() {
        return about == SECRET && isRecorded() && this != SECRET_CREATE;
    }

    /**
     * Whether an agent may ever do it, whatever policies say of it and of the person it acts for: find something, and take
     * a code. It makes, changes and decides nothing, and what is revealed to it would be known for good.
     */
    public boolean isForAgents() {
        return switch (this) {
            case SECRET_LIST, SECRET_READ_META, CODE_FETCH, BACKUP_CODE_TAKE -> true;
            case FIELD_REVEAL,
                    SECRET_CREATE,
                    SECRET_EDIT,
                    SECRET_MOVE,
                    SECRET_TAG,
                    SECRET_DELETE,
                    SEED_OVERWRITE,
                    FOLDER_EDIT,
                    TEMPLATE_EDIT,
                    POLICY_EDIT,
                    PEOPLE_EDIT,
                    MACHINE_EDIT,
                    SETTINGS_EDIT,
                    KEY_ROTATE,
                    FACTOR_RESET,
                    BUNDLE_SEAL,
                    TOOLS_USE,
                    AUDIT_READ,
                    AUDIT_ERASE,
                    ACCESS_REVIEW,
                    APPROVAL_DECIDE -> false;
        };
    }

    /** Empty for every other spelling, upper case included. */
    public static Optional<Verb> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}

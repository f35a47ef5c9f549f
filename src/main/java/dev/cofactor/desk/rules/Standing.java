// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.rules;

import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.documents.PolicyRefused;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import java.util.Iterator;

/** Whether all that a policy is about is there: a mistyped id would be a rule about nobody, and look like one about somebody. */
final class Standing {
    private Standing() {}

    /** @throws PolicyRefused at the first that is not there, by its place in the policy as it was written */
    static void require(Policy policy, Names names) {
        Iterator<Subject> to = policy.to().iterator();
        for (int i = 0; to.hasNext(); i++) {
            require(to.next(), "/to/" + i, names);
        }
        Iterator<Resource> on = policy.on().iterator();
        for (int i = 0; on.hasNext(); i++) {
            require(on.next(), "/on/" + i, names);
        }
    }

    private static void require(Subject subject, String place, Names names) {
        boolean there = switch (subject) {
            case Subject.Person person -> names.of(person).isPresent();
            case Subject.Group group -> names.of(group).isPresent();
            case Subject.Service service -> names.of(service).isPresent();
            case Subject.Token token -> names.of(token).isPresent();
            case Subject.Agent agent -> names.of(agent).isPresent();
            case Subject.Claim claim -> names.of(claim).isPresent();
            case Subject.Anyone anyone -> true;
        };
        if (!there) {
            throw new PolicyRefused(place, "names nobody who is there");
        }
    }

    private static void require(Resource resource, String place, Names names) {
        boolean there = switch (resource) {
            case Resource.Secret secret -> names.of(secret).isPresent();
            case Resource.Folder folder -> names.of(folder).isPresent();
            case Resource.Tag tag -> names.of(tag).isPresent();
            case Resource.Template template -> names.of(template).isPresent();
            case Resource.OwnPersonalFolder own -> true;
            case Resource.Everything everything -> true;
        };
        if (!there) {
            throw new PolicyRefused(place, "names nothing that is there");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cofactor.engine.policy.Policy;
import dev.cofactor.engine.policy.Policy.Effect;
import dev.cofactor.engine.policy.Resource;
import dev.cofactor.engine.policy.Subject;
import dev.cofactor.engine.policy.Verb;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SentencesTest {
    private static final Subject OPERATIONS = new Subject.Group(id(1));
    private static final Subject ANNA = new Subject.Person(id(2));
    private static final Subject NIGHTLY = new Subject.Service(id(3));
    private static final Subject TOKEN = new Subject.Token(id(4));
    private static final Subject ANYONE = new Subject.Anyone();
    private static final Resource AWS = new Resource.Folder(id(5));
    private static final Resource WEB = new Resource.Folder(id(6));
    private static final Resource ROOT = new Resource.Secret(id(7));
    private static final Resource PROD = new Resource.Tag(id(8));
    private static final Resource LOGIN = new Resource.Template(id(9));
    private static final Resource EVERYTHING = new Resource.Everything();
    private static final Resource OWN = new Resource.OwnPersonalFolder();
    private static final Names NAMES = new Names(
            Map.of(OPERATIONS, "Operations", ANNA, "Anna", NIGHTLY, "Nightly deployment", TOKEN, "build of Nightly"),
            Map.of(AWS, "aws", WEB, "web", ROOT, "aws/root", PROD, "prod", LOGIN, "Login"));

    @Test
    void whoMayDoWhatWhereIsOneSentence() {
        assertThat(allow(Set.of(NIGHTLY, OPERATIONS), Set.of(AWS), Verb.CODE_FETCH))
                .isEqualTo("Operations and Nightly deployment may fetch codes below aws.");
        assertThat(deny(Set.of(ANNA), Set.of(ROOT), Verb.CODE_FETCH, Verb.FIELD_REVEAL))
                .isEqualTo("Anna may never fetch codes and reveal sealed fields for aws/root.");
        assertThat(allow(Set.of(TOKEN), Set.of(PROD), Verb.BACKUP_CODE_TAKE))
                .isEqualTo("Whoever shows build of Nightly may take backup codes tagged prod.");
    }

    @Test
    void aDenyToAnyoneLeavesNobodyAndReachesAnywhere() {
        assertThat(deny(Set.of(ANYONE, ANNA), Set.of(EVERYTHING), Verb.CODE_FETCH))
                .isEqualTo("Nobody may fetch codes anywhere.");
        assertThat(allow(Set.of(ANYONE), Set.of(EVERYTHING), Verb.CODE_FETCH))
                .isEqualTo("Anybody with a credential may fetch codes in all that is shared.");
    }

    @Test
    void placesOfWhichAnyIsEnoughAreSaidWithOr() {
        assertThat(allow(Set.of(ANNA), Set.of(LOGIN, PROD, ROOT, WEB, AWS, OWN), Verb.CODE_FETCH))
                .isEqualTo("Anna may fetch codes below aws or web, for aws/root, tagged prod, under the template Login"
                        + " or in their own personal folder.");
    }

    @Test
    void likeDoingsAreSaidTogether() {
        assertThat(allow(Set.of(ANNA), Set.of(EVERYTHING), Verb.SECRET_EDIT, Verb.SECRET_MOVE, Verb.SEED_OVERWRITE))
                .isEqualTo("Anna may edit and move secrets and replace seeds in all that is shared.");
        assertThat(allow(Set.of(ANNA), Set.of(EVERYTHING), Verb.FOLDER_EDIT, Verb.POLICY_EDIT, Verb.AUDIT_READ))
                .isEqualTo("Anna may edit folders and policies and read the log.");
        assertThat(allow(Set.of(ANNA), Set.of(OWN), verbs(Verb.About.SECRET)))
                .isEqualTo("Anna may do anything with secrets in their own personal folder.");
    }

    @Test
    void whatIsNoLongerThereIsSaidToBeGone() {
        assertThat(allow(
                        Set.of(new Subject.Person(id(90)), ANNA), Set.of(new Resource.Folder(id(91))), Verb.CODE_FETCH))
                .isEqualTo("Anna and somebody who is no longer there may fetch codes below a folder that is no longer"
                        + " there.");
        Set<Resource> others =
                Set.of(new Resource.Secret(id(90)), new Resource.Tag(id(90)), new Resource.Template(id(90)));
        assertThat(allow(Set.of(new Subject.Service(id(90)), new Subject.Group(id(90))), others, Verb.CODE_FETCH))
                .startsWith("A group that is no longer there and a service that is no longer there may fetch codes for")
                .contains("tagged with a tag that is no longer there", "under the template that is no longer there");
    }

    @Test
    void aNameStaysAsItIsWrittenAlsoAtTheBeginning() {
        Names names = new Names(Map.of(OPERATIONS, "eng-ops"), Map.of(AWS, "aws"));
        Policy policy =
                new Policy(id(99), "A test's", Effect.ALLOW, Set.of(Verb.CODE_FETCH), Set.of(OPERATIONS), Set.of(AWS));
        assertThat(Sentences.of(policy, names)).isEqualTo("eng-ops may fetch codes below aws.");
    }

    @Test
    void everyVerbHasWordsOfItsOwn() {
        Set<String> said = new HashSet<>();
        for (Verb verb : Verb.values()) {
            assertThat(said.add(allow(Set.of(ANNA), Set.of(AWS), verb)))
                    .as(verb.code())
                    .isTrue();
        }
    }

    @Test
    void everySubjectAndResourceIsSaid() {
        Subject agent = new Subject.Agent(id(90));
        Subject claim = new Subject.Claim(id(91), "ref", "refs/heads/main");
        assertThat(allow(Set.of(agent, claim), Set.of(AWS), Verb.CODE_FETCH))
                .isEqualTo(
                        "An agent that is no longer there and whoever is vouched for as ref refs/heads/main through a"
                                + " federation that is no longer there may fetch codes below aws.");
    }

    private static Verb[] verbs(Verb.About about) {
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.about() == about)
                .toArray(Verb[]::new);
    }

    private static String allow(Set<Subject> to, Set<Resource> on, Verb... verbs) {
        return said(Effect.ALLOW, to, on, verbs);
    }

    private static String deny(Set<Subject> to, Set<Resource> on, Verb... verbs) {
        return said(Effect.DENY, to, on, verbs);
    }

    private static String said(Effect effect, Set<Subject> to, Set<Resource> on, Verb... verbs) {
        Set<Verb> all = EnumSet.copyOf(Arrays.asList(verbs));
        return Sentences.of(new Policy(id(99), "A test's", effect, all, to, on), NAMES);
    }

    private static UUID id(long number) {
        return new UUID(7, number);
    }
}

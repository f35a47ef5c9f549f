// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.cofactor.house.HouseWords.A_CLOCK_OR_CHANCE;
import static dev.cofactor.house.HouseWords.BY_PACKAGE;
import static dev.cofactor.house.HouseWords.MAKES_A_SYSTEM_LOGGER;
import static dev.cofactor.house.HouseWords.OPENS_A_VALUE;
import static dev.cofactor.house.HouseWords.PERSISTENCE_BUT_ENTITY_MANAGER;
import static dev.cofactor.house.HouseWords.PRINTS_A_STACK_TRACE;
import static dev.cofactor.house.HouseWords.TOP_LEVEL;
import static dev.cofactor.house.HouseWords.calledOrInside;
import static dev.cofactor.house.HouseWords.in;
import static dev.cofactor.house.HouseWords.on;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;

/**
 * The house rules. Each is run against the house, and against what {@code planted.txt} holds against it: a rule that has
 * not been seen to fail does not count. Rules about things that do not exist yet bind as soon as the first one appears.
 */
enum HouseRule {
    ENDPOINTS_ARE_PUBLIC(methods()
            .that()
            .areMetaAnnotatedWith("jakarta.ws.rs.HttpMethod")
            .should()
            .bePublic()
            .because("Quarkus drops any other endpoint with no more than a warning, and the path answers 404")),

    RESOURCES_ARE_PACKAGE_PRIVATE(classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .bePackagePrivate()
            .because("nobody calls a resource from Java")),

    RESOURCES_ARE_CALLED_SO(classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should()
            .haveSimpleNameEndingWith("Resource")
            .orShould()
            .haveSimpleNameEndingWith("Pages")
            .because("the two ways into a room from outside must be found by their names")),

    REST_STAYS_IN_RESOURCES_AND_PAGES(onlyAllowed(
                    calledOrInside("Resource", "Pages")
                            .or(in("http"))
                            .or(in("api"))
                            .or(in("web")),
                    "jakarta.ws.rs..",
                    "org.jboss.resteasy..")
            .because("what is decided inside must not depend on how it was asked")),

    TABLES_STAY_IN_THEIR_ROOM(classes()
            .that()
            .haveSimpleNameEndingWith("Row")
            .or()
            .haveSimpleNameEndingWith("Rows")
            .should()
            .bePackagePrivate()
            .because("who wants a room's facts asks its face, not its tables")),

    PERSISTENCE_STAYS_IN_ROWS(noClasses()
            .that(not(calledOrInside("Row", "Rows")))
            .should()
            .dependOnClassesThat(PERSISTENCE_BUT_ENTITY_MANAGER)
            .because("a table is read and written in one file")),

    THE_ENTITY_MANAGER_STAYS_AT_THE_HEAD_ROW(noClasses()
            .that(not(calledOrInside("Rows").or(in("gate", "audit"))))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("jakarta\\.persistence\\.EntityManager")
            .because("besides the tables' own files only a change flushes, on the connection that holds the head row")),

    TIME_AND_CHANCE_ARE_GIVEN(noClasses()
            .that(not(in("start", "embedded")))
            .should()
            .accessTargetWhere(A_CLOCK_OR_CHANCE)
            .because("both are inputs: Wiring makes them, and only what runs before it may help itself")),

    ENGINES_KNOW_NO_FRAMEWORK(classes()
            .that(on("engine").or(in("problem", "cli")))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "java.io..",
                    "java.nio..",
                    "java.net",
                    "java.net.http..",
                    "java.math..",
                    "java.text..",
                    "java.time..",
                    "java.security..",
                    "java.awt..",
                    "javax.crypto..",
                    "javax.imageio..",
                    "org.jspecify..",
                    "dev.cofactor..",
                    "com.google.zxing..",
                    "boofcv..",
                    "georegression..",
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.databind..",
                    "picocli..")
            .because("they are read, proved and taken elsewhere alone; the libraries named have rules of their own")),

    ONLY_SEALING_KNOWS_TINK(onlyAllowed(in("sealing"), "com.google.crypto.tink..")
            .because("a key is handled in one place, and one look finds it")),

    ONLY_QR_KNOWS_ITS_READERS(
            onlyAllowed(in("qr"), "com.google.zxing..", "boofcv..").because("pictures from strangers are read here")),

    ONLY_PASSKEYS_ASKS_KEYS(onlyAllowed(in("passkeys"), "com.webauthn4j..")
            .because("what a browser says of a key is read and judged in one place")),
    ONLY_JWT_KNOWS_JOSE4J(onlyAllowed(in("jwt", "provider"), "org.jose4j..")
            .because("what strangers sign is read strictly, in one place for programs and in one for people")),

    ONLY_RELEASES_OPEN_VALUES(noClasses()
            .that(not(in("codes", "counters", "backups", "secrets", "bundle")))
            .should()
            .accessTargetWhere(OPENS_A_VALUE)
            .because("a value of an active secret is opened where its release was recorded, and this list is closed")),

    ONLY_SEEDS_OPENS_SEEDS_UNDER_PROOF(noClasses()
            .that(not(in("seeds", "sealing")))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.cofactor.ground.sealing.SeedsUnderProof")
            .because("no release is recorded for a seed that serves nobody yet")),

    ONLY_FACTORS_OPENS_OWN_FACTORS(noClasses()
            .that(not(in("factors", "sealing")))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.cofactor.ground.sealing.OwnFactors")
            .because("what people prove themselves with is opened in one room, and it is no release")),

    ONLY_COURIERS_OPEN_CHANNELS(noClasses()
            .that(not(in("couriers", "sealing")))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.cofactor.ground.sealing.ChannelSecrets")
            .because("whoever knows where a channel leads may write there")),

    ONLY_COURIERS_SEND_MAIL(onlyAllowed(in("couriers"), "jakarta.mail..", "org.eclipse.angus..")
            .because("mail leaves by one door, from the outbox")),

    ONLY_PAGES_KNOW_TEMPLATES(onlyAllowed(
                    in(
                            "web",
                            "porch",
                            "self",
                            "shelf",
                            "panel",
                            "entering",
                            "keeping",
                            "changes",
                            "office",
                            "auditing",
                            "machinery",
                            "administration",
                            "patterns",
                            "policies",
                            "inquiry",
                            "bundling",
                            "consent",
                            "welcome",
                            "live",
                            "terminal",
                            "words"),
                    "io.quarkus.qute..")
            .because("a feature must be whole without its pages")),

    ONLY_CLI_KNOWS_ITS_PARSER(onlyAllowed(in("cli"), "picocli..").because("a command line is a face")),

    ONLY_CLI_AND_OUTBOUND_GO_OUTSIDE(onlyAllowed(in("cli").or(in("remote")).or(in("outbound")), "java.net.http..")
            .because("one client is watched, and the others ask at the address their user typed")),

    JSON_STAYS_OUTSIDE(onlyAllowed(
                    in("documents", "witness", "records", "unlocking").or(on("face")),
                    "com.fasterxml.jackson.core..",
                    "com.fasterxml.jackson.databind..")
            .because("inside, things have types; JSON is how policies and records are written and how faces speak")),

    NEEDS_ARE_SHOWN_BY_CONSTRUCTORS(noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .because("a constructor shows all that a class needs, and a test can call it")),

    SETTINGS_COME_MAPPED(noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.config.inject.ConfigProperty")
            .because("a room's settings stand in its …Config, each with its sentence and its safe default")),

    NAMES_SAY_SOMETHING(noClasses()
            .that(TOP_LEVEL)
            .should()
            .haveNameMatching(".*[\\w](Utils?|Helper|Manager|Impl|Service)")
            .because("such a suffix tells that the right noun was not found")),

    PRINTING_IS_FOR_FACES_OF_THE_TERMINAL(noClasses()
            .that(not(in("start", "cli")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("standard output is data or the banner, nothing else")),

    STACK_TRACES_GO_TO_THE_LOG(noClasses()
            .should()
            .accessTargetWhere(PRINTS_A_STACK_TRACE)
            .because("a trace that is printed is read by whoever started the server, or by nobody")),

    THERE_IS_ONE_LOGGER(noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.util.logging..",
                    "org.slf4j..",
                    "org.apache.commons.logging..",
                    "org.apache.log4j..",
                    "org.apache.logging..",
                    "io.quarkus.logging..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.System$Logger")
            .orShould()
            .accessTargetWhere(MAKES_A_SYSTEM_LOGGER)
            .because("org.jboss.logging is the one that Quarkus configures, and one is enough to watch")),

    RIGHTS_COME_FROM_THE_GATE(noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus.security..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.annotation.security.RolesAllowed")
            .because("nothing reads these words here: whoever writes one believes that a door is shut (ADR 49)")),

    ROOMS_FORM_NO_CIRCLE(slices().assignedFrom(BY_PACKAGE)
            .should()
            .beFreeOfCycles()
            .because("the plan forbids it already; this holds should the plan ever be loosened")),

    NOTHING_IS_MOCKED(
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.mockito..", "org.easymock..", "io.mockk..", "io.quarkus.test.junit.mockito..")
                    .because("a fake written by hand is read once and lies less"),
            true),

    TESTS_ARE_SENTENCES(
            methods()
                    .that()
                    .areAnnotatedWith("org.junit.jupiter.api.Test")
                    .or()
                    .areAnnotatedWith("org.junit.jupiter.params.ParameterizedTest")
                    .should()
                    .haveNameMatching("(?!test)[a-z]+([A-Z0-9][a-z0-9]*){2,}")
                    .because("the names of a class's tests, read downwards, are its description"),
            true);

    final ArchRule rule;
    final boolean bindsTests;

    HouseRule(ArchRule rule) {
        this(rule, false);
    }

    HouseRule(ArchRule rule, boolean bindsTests) {
        this.rule = rule.allowEmptyShould(true);
        this.bindsTests = bindsTests;
    }

    private static ClassesShouldConjunction onlyAllowed(DescribedPredicate<JavaClass> those, String... packages) {
        return noClasses().that(not(those)).should().dependOnClassesThat().resideInAnyPackage(packages);
    }
}

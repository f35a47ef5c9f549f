// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.util.List;

/** The words in which the house rules are written. */
final class HouseWords {
    private static final FloorPlan PLAN = FloorPlan.drawn();

    static final DescribedPredicate<JavaClass> TOP_LEVEL =
            describe("stand in a file of their own", c -> c.getEnclosingClass().isEmpty());

    static final DescribedPredicate<JavaClass> PERSISTENCE_BUT_ENTITY_MANAGER = resideInAnyPackage(
                    "jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..")
            .and(DescribedPredicate.not(
                    describe("are the EntityManager", c -> c.getName().equals("jakarta.persistence.EntityManager"))));

    static final DescribedPredicate<JavaAccess<?>> A_CLOCK_OR_CHANCE =
            describe("it reads a clock or makes chance", HouseWords::readsAClockOrMakesChance);

    static final DescribedPredicate<JavaAccess<?>> PRINTS_A_STACK_TRACE =
            describe("it prints a stack trace", a -> a.getName().equals("printStackTrace"));

    static final DescribedPredicate<JavaAccess<?>> MAKES_A_SYSTEM_LOGGER = describe(
            "it makes a System.Logger",
            a -> a.getTargetOwner().isEquivalentTo(System.class) && a.getName().equals("getLogger"));

    static final DescribedPredicate<JavaAccess<?>> OPENS_A_VALUE = describe(
            "it opens a value of a secret",
            a -> a.getTargetOwner().getName().equals("dev.cofactor.ground.sealing.Values")
                    && a.getName().equals("open"));

    static final SliceAssignment BY_PACKAGE = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return type.getPackageName().startsWith(FloorPlan.BASE)
                    ? SliceIdentifier.of(type.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "rooms";
        }
    };

    private HouseWords() {}

    static DescribedPredicate<JavaClass> in(String... rooms) {
        return describe("stand in " + String.join(", ", rooms), resideInAnyPackage(PLAN.packagesOf(rooms))::test);
    }

    static DescribedPredicate<JavaClass> on(String storey) {
        return describe("stand on the storey " + storey, resideInAnyPackage(PLAN.packagesOn(storey))::test);
    }

    /** A class whose name ends so, and the records nested in it. */
    static DescribedPredicate<JavaClass> calledOrInside(String... suffixes) {
        return describe("are called …" + String.join(", …", suffixes), type -> {
            var outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return List.of(suffixes).stream().anyMatch(outermost.getSimpleName()::endsWith);
        });
    }

    private static boolean readsAClockOrMakesChance(JavaAccess<?> access) {
        var name = access.getName();
        var owner = access.getTargetOwner();
        return switch (owner.getName()) {
            // Not nanoTime: it is no time of day, only differences of it mean anything.
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.lang.Math" -> name.equals("random");
            case "java.time.Clock" -> (name.startsWith("system") || name.startsWith("tick")) && !isGivenAClock(access);
            case "java.security.SecureRandom" -> name.equals("<init>") || name.startsWith("getInstance");
            case "java.util.Date", "java.util.Random" -> name.equals("<init>") && isGivenNothing(access);
            case "java.util.concurrent.ThreadLocalRandom" -> name.equals("current");
            default -> owner.getPackageName().startsWith("java.time") && name.equals("now") && !isGivenAClock(access);
        };
    }

    private static boolean isGivenAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(p -> p.isEquivalentTo(Clock.class));
    }

    private static boolean isGivenNothing(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }
}

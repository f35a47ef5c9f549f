// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All ways of the router behind which somebody stands who opens values of secrets, or seeds under proof. */
final class SealedWays {
    private SealedWays() {}

    /** Whatever is no mere looking, of classes that lead to whoever opens values or seeds. */
    static Set<String> all() {
        Set<String> open = openers();
        assertThat(open).hasSizeGreaterThanOrEqualTo(4);
        return Route.all().stream()
                .filter(route -> !route.method().equals("GET"))
                .filter(route -> leads(route.resource(), open))
                .map(route -> route.resource().getSimpleName() + "." + route.called())
                .filter(way ->
                        !way.matches("ProofPages.confirm")) // nothing is shown or compared: he says that it worked
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> openers() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.cofactor.desk").stream()
                        .filter(type -> type.getAccessesFromSelf().stream()
                                .anyMatch(access -> access.getName().equals("open")
                                        && access.getTargetOwner()
                                                .getName()
                                                .matches("dev.cofactor.ground.sealing.(Values|SeedsUnderProof)")))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());
    }

    /** By what its constructor wants, and what that wants, on the storeys above the gate. */
    private static boolean leads(Class<?> from, Set<String> to) {
        Set<Class<?>> seen = new HashSet<>(Set.of(from));
        Deque<Class<?>> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            Class<?> type = next.remove();
            if (to.contains(type.getName())) {
                return true;
            }
            Stream.of(type.getDeclaredConstructors())
                    .map(Constructor::getParameterTypes)
                    .flatMap(Arrays::stream)
                    .filter(wanted -> wanted.getName().matches("dev.cofactor.(desk|face).*"))
                    .filter(seen::add)
                    .forEach(next::add);
        }
        return false;
    }
}

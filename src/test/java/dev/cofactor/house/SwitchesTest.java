// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No switch turns the gate, the policy or the log off. Everything that can be switched stands here with what it does, so a new one
 * is not added without somebody reading this sentence.
 */
class SwitchesTest {
    /** Of each interface the questions that are answered by yes or no. */
    private static final String ALL = """
            AuditConfig$Log.synchronous: records nothing where a commit waits for no standby
            HttpConfig$Log.json: how the application's own log is written
            HttpConfig.evaluation: made by the launcher out of whether there is a database
            NotaryConfig.makesKey: made by the launcher; whether a missing key of the log may be made
            NotaryConfig.signs: made by the launcher; which process signs
            ServedConfig.toStrangers: whether strangers may read the log's tree
            UnlockingConfig.evaluation: made by the launcher, as above
            WebConfig.evaluation: made by the launcher, as above
            """;

    @Test
    void everythingThatCanBeSwitchedIsKnown() {
        assertThat(switches())
                .containsExactlyElementsOf(
                        ALL.lines().map(line -> line.split(":")[0]).toList());
    }

    private static TreeSet<String> switches() {
        return Building.HOUSE.stream()
                .filter(SwitchesTest::holdsSettings)
                .flatMap(SwitchesTest::questions)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean holdsSettings(JavaClass type) {
        return type.isAnnotatedWith(ConfigMapping.class)
                || (type.isInterface()
                        && outer(type).filter(SwitchesTest::holdsSettings).isPresent());
    }

    private static Optional<JavaClass> outer(JavaClass type) {
        return type.getEnclosingClass();
    }

    private static Stream<String> questions(JavaClass type) {
        return type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.ABSTRACT)
                        && method.getRawReturnType().getName().equals("boolean"))
                .map(method -> type.getName().substring(type.getPackageName().length() + 1) + "." + method.getName());
    }
}

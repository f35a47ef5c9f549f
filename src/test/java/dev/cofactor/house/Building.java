// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The houses the tests look at: the real one, and small ones built from text to see a rule fail. */
final class Building {
    static final JavaClasses HOUSE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages(FloorPlan.BASE);
    static final JavaClasses HOUSE_AND_TESTS = new ClassFileImporter().importPackages(FloorPlan.BASE);

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final StandardJavaFileManager LIBRARIES = COMPILER.getStandardFileManager(null, null, null);
    private static final Pattern FILE =
            Pattern.compile("package\\s+([\\w.]+)(?:.*?\\b(?:class|interface|record|enum)\\s+(\\w+))?", Pattern.DOTALL);

    private Building() {}

    /** Compiles Java source, in which every line that begins with {@code package} opens a file. */
    static JavaClasses of(String source) {
        try {
            var classes = Files.createTempDirectory("house");
            try {
                compile(source, classes);
                return new ClassFileImporter().importPath(classes);
            } finally {
                clear(classes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // One file manager for all: it keeps the jars open, which is most of the work.
    private static synchronized void compile(String source, Path classes) throws IOException {
        LIBRARIES.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
        var files = Stream.of(source.split("(?m)^(?=package )")).filter(s -> !s.isBlank());
        var said = new StringWriter();
        var task = COMPILER.getTask(
                said,
                LIBRARIES,
                null,
                List.of("-proc:none"),
                null,
                files.map(Building::file).toList());
        if (!task.call()) {
            throw new IllegalArgumentException(said + " in\n" + source);
        }
    }

    private static JavaFileObject file(String source) {
        var file = FILE.matcher(source);
        if (!file.lookingAt()) {
            throw new IllegalArgumentException("no package in " + source);
        }
        var type = Objects.requireNonNullElse(file.group(2), "package-info");
        var uri = URI.create("text:///" + file.group(1).replace('.', '/') + "/" + type + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source;
            }
        };
    }

    private static void clear(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(f -> f.toFile().delete());
        }
    }
}

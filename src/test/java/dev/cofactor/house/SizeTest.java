// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.house;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing in the house is larger than one can read at a time. */
class SizeTest {
    private static final int FILE_LINES = 300;
    private static final int BLOCK_LINES = 40;
    /** About fifteen, and a little play: the sixteenth is a thought, the nineteenth another room. */
    private static final int TYPES_OF_A_ROOM = 18;

    private static final int PAGE_LINES = 400;

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");

    @Test
    void everyFileIsReadInOneSitting() throws IOException {
        assertThat(filesOver(FILE_LINES, MAIN, "java")).isEmpty();
        assertThat(filesOver(FILE_LINES, TEST, "java")).isEmpty();
        assertThat(filesOver(PAGE_LINES, Path.of("src/main/resources"), "css|js|html|sql"))
                .isEmpty();
    }

    @Test
    void everyMethodIsReadAtAGlance() throws IOException {
        assertThat(blocksOver(BLOCK_LINES, MAIN)).isEmpty();
        assertThat(blocksOver(BLOCK_LINES, TEST)).isEmpty();
    }

    @Test
    void everyRoomIsSmallEnoughToBeOneRoom() {
        assertThat(roomsOver(TYPES_OF_A_ROOM, Building.HOUSE)).isEmpty();
    }

    @Test
    void aFileOfOneLineTooManyIsFound(@TempDir Path room) throws IOException {
        Files.writeString(room.resolve("Fits.java"), "\n".repeat(FILE_LINES));
        Files.writeString(room.resolve("Long.java"), "\n".repeat(FILE_LINES + 1));

        assertThat(filesOver(FILE_LINES, room, "java")).containsExactly(room.resolve("Long.java") + ": 301 lines");
    }

    @Test
    void aMethodOfOneLineTooManyIsFound(@TempDir Path room) throws IOException {
        var body = "\n".repeat(BLOCK_LINES - 1);
        Files.writeString(room.resolve("Fits.java"), "class Fits { void m() {%s} }".formatted(body));
        Files.writeString(room.resolve("Long.java"), "class Long {\n void m() {\n%s} }".formatted(body));
        Files.writeString(room.resolve("Start.java"), "class Start { static {\n%s} }".formatted(body));

        assertThat(blocksOver(BLOCK_LINES, room))
                .containsExactly(
                        room.resolve("Long.java") + ":2: 41 lines", room.resolve("Start.java") + ":1: 41 lines");
    }

    @Test
    void aRoomOfOneTypeTooManyIsFound() {
        var types = new StringBuilder("package dev.cofactor.gate; class Gate { record Nested() {} }");
        for (var i = 0; i < TYPES_OF_A_ROOM; i++) {
            types.append(" class Type").append(i).append(" {}");
        }

        assertThat(roomsOver(TYPES_OF_A_ROOM, Building.of(types.toString())))
                .containsExactly("dev.cofactor.gate: 19 types");
    }

    private static List<Path> files(Path below, String endings) throws IOException {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(f -> f.toString().matches(".*\\.(" + endings + ")"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> filesOver(int limit, Path below, String endings) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files(below, endings)) {
            var lines = Files.readAllLines(file).size();
            if (lines > limit) {
                found.add(file + ": " + lines + " lines");
            }
        }
        return found;
    }

    /** Methods, constructors, initialisers and lambdas, measured from brace to brace. */
    private static List<String> blocksOver(int limit, Path below) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var sources = manager.getJavaFileObjectsFromPaths(files(below, "java"));
            var task = (JavacTask) compiler.getTask(null, manager, null, null, null, sources);
            var found = new ArrayList<String>();
            for (var unit : task.parse()) {
                measure(unit, Trees.instance(task), limit, found);
            }
            return found;
        }
    }

    private static void measure(CompilationUnitTree unit, Trees trees, int limit, List<String> found) {
        new TreeScanner<Void, Void>() {
            @Override
            public Void visitBlock(BlockTree block, Void nothing) {
                var positions = trees.getSourcePositions();
                var first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, block));
                var last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, block));
                if (last - first + 1 <= limit) {
                    return super.visitBlock(block, nothing);
                }
                found.add(Path.of(unit.getSourceFile().toUri()) + ":" + first + ": " + (last - first + 1) + " lines");
                return null;
            }
        }.scan(unit, null);
    }

    private static List<String> roomsOver(int limit, JavaClasses house) {
        return house.stream()
                .filter(c -> c.getEnclosingClass().isEmpty())
                .filter(c -> !c.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getPackageName, counting()))
                .entrySet()
                .stream()
                .filter(room -> room.getValue() > limit)
                .map(room -> room.getKey() + ": " + room.getValue() + " types")
                .sorted()
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** The floor plan, and what it says against a house: rooms by name, in the order in which they are drawn. */
record FloorPlan(Map<String, Room> rooms) {
    static final String BASE = "dev.cofactor";

    private static final Pattern SHORTHAND = Pattern.compile("… = (.+)");
    private static final Pattern STOREY = Pattern.compile("(\\w+)/\\s+\\S.*");
    private static final Pattern ROOM = Pattern.compile("(\\w+)\\s*:([\\w…\\s]*)\\|\\s*\\S.*");

    record Room(String name, String storey, Set<String> mayImport) {
        String packageName() {
            return BASE + "." + storey + (name.equals(storey) ? "" : "." + name);
        }
    }

    static FloorPlan drawn() {
        try {
            return parse(Files.readString(Path.of("src/test/resources/floor-plan.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FloorPlan parse(String text) {
        var rooms = new LinkedHashMap<String, Room>();
        var storey = "";
        var shorthand = "";
        for (var line : text.lines().map(String::strip).toList()) {
            var room = ROOM.matcher(line);
            if (STOREY.matcher(line).matches()) {
                storey = line.substring(0, line.indexOf('/'));
            } else if (SHORTHAND.matcher(line).matches()) {
                shorthand = line.substring(line.indexOf('=') + 1);
            } else if (room.matches()) {
                draw(rooms, storey, room.group(1), room.group(2).replace("…", shorthand));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                throw new IllegalArgumentException("not a line of a floor plan: " + line);
            }
        }
        return new FloorPlan(rooms);
    }

    private static void draw(Map<String, Room> above, String storey, String name, String imports) {
        var named = new LinkedHashSet<>(List.of(imports.strip().split("\\s+")));
        named.remove("");
        for (var other : named) {
            if (!above.containsKey(other)) {
                throw new IllegalArgumentException(name + " names " + other + ", which is not drawn above it");
            }
        }
        if (storey.isEmpty() || above.put(name, new Room(name, storey, named)) != null) {
            throw new IllegalArgumentException(name + " stands on no storey, or is drawn twice");
        }
    }

    String[] packagesOf(String... names) {
        return List.of(names).stream().map(n -> rooms.get(n).packageName()).toArray(String[]::new);
    }

    String[] packagesOn(String storey) {
        return rooms.values().stream()
                .filter(r -> r.storey().equals(storey))
                .map(Room::packageName)
                .toArray(String[]::new);
    }

    /** Packages that are no room: strays, sub-packages, storeys without a room of their name, the root. */
    List<String> strays(JavaClasses house) {
        var drawn = rooms.values().stream().map(Room::packageName).toList();
        return house.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(p -> !drawn.contains(p))
                .sorted()
                .toList();
    }

    /** Rooms whose package-info is missing or not {@code @NullMarked}. */
    List<String> unmarked(JavaClasses house) {
        var marked = house.stream()
                .filter(c -> c.getSimpleName().equals("package-info") && c.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .toList();
        return rooms.values().stream()
                .filter(r -> !marked.contains(r.packageName()))
                .map(Room::name)
                .toList();
    }

    /** Every dependency of this room's classes on a room that its line does not name. */
    List<String> trespasses(Room room, JavaClasses house) {
        var allowed = Set.of(packagesOf(room.mayImport().toArray(String[]::new)));
        return house.stream()
                .filter(c -> c.getPackageName().equals(room.packageName()))
                .flatMap(c -> c.getDirectDependenciesFromSelf().stream())
                .filter(d -> isOurs(d.getTargetClass()))
                .filter(d -> !d.getTargetClass().getPackageName().equals(room.packageName()))
                .filter(d -> !allowed.contains(d.getTargetClass().getPackageName()))
                .map(d -> room.name() + " may not import " + d.getTargetClass().getPackageName() + ": "
                        + d.getDescription())
                .sorted()
                .toList();
    }

    private static boolean isOurs(JavaClass type) {
        return (type.getPackageName() + ".").startsWith(BASE + ".");
    }
}

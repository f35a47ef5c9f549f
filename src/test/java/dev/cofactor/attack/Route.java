// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.handlers.MediaTypeMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;

/** A way into the running server, as the router itself has it. */
record Route(String method, String path, List<String> takes, Class<?> resource, String called, List<Class<?>> given) {

    /** All of the program's own: what tests add has its source elsewhere, what the framework answers itself has none. */
    static List<Route> api() {
        return all().stream().filter(route -> !route.isPage()).toList();
    }

    static List<Route> all() {
        List<Route> all = new ArrayList<>();
        RuntimeResourceVisitor visitor = new RuntimeResourceVisitor() {
            @Override
            public void visitRuntimeResource(String method, String path, RuntimeResource found) {
                byWhatTheyTake(found).forEach(one -> all.add(of(method, path, one)));
            }
        };
        RuntimeResourceVisitor.visitRuntimeResources(
                "", ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(), visitor);
        all.removeIf(route -> route.resource == null || !Files.exists(source(route.resource)));
        return all;
    }

    private static Route of(String method, String path, RuntimeResource found) {
        List<String> takes = found.getConsumes() == null
                ? List.of()
                : found.getConsumes().stream().map(Object::toString).toList();
        return new Route(
                method,
                path.replaceAll("//+", "/"),
                takes,
                found.getResourceClass(),
                found.getJavaMethodName(),
                Arrays.asList(found.getParameterTypes()));
    }

    /** Where several methods share a way and differ in what they take, the router chooses between them when it is gone. */
    private static List<RuntimeResource> byWhatTheyTake(RuntimeResource found) {
        List<RuntimeResource> several = Stream.of(found.getHandlerChain())
                .filter(MediaTypeMapper.class::isInstance)
                .flatMap(mapper -> inside("resourcesByConsumes", mapper))
                .flatMap(taken -> inside("mtWithoutParamsToResource", taken))
                .map(RuntimeResource.class::cast)
                .distinct()
                .toList();
        return several.isEmpty() ? List.of(found) : several;
    }

    /** The framework shows them to nobody. */
    private static Stream<?> inside(String map, Object of) {
        try {
            Field field = of.getClass().getDeclaredField(map);
            field.setAccessible(true);
            return ((Map<?, ?>) field.get(of)).values().stream();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path source(Class<?> type) {
        return Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
    }

    /** By which one route is told from another. */
    String name() {
        return name(resource, called, given);
    }

    static String name(Class<?> resource, String called, List<Class<?>> given) {
        return resource.getSimpleName() + "." + called + "/" + given.size();
    }

    boolean isPage() {
        return resource.getSimpleName().endsWith("Pages");
    }

    /** The record that its JSON is read into, if it takes any. */
    List<Class<?>> documents() {
        return given.stream().filter(Class::isRecord).toList();
    }

    /** The address with every parameter given, by its name; what a parameter must look like is left to the giver. */
    String at(UnaryOperator<String> parameters) {
        StringBuilder address = new StringBuilder();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '{' && depth++ == 0) {
                begin = i + 1;
            } else if (c == '}' && --depth == 0) {
                String name = path.substring(begin, i).split("[: ]", 2)[0];
                address.append(parameters.apply(name));
            } else if (depth == 0) {
                address.append(c);
            }
        }
        return address.toString();
    }

    @Override
    public String toString() {
        return method + " " + path + takes;
    }
}

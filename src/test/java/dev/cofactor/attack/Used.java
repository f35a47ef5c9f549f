// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Which ways into the server were gone, with success. */
final class Used {
    private static final Set<String> NAMES = ConcurrentHashMap.newKeySet();

    @ServerResponseFilter
    public void saw(ResourceInfo operation, ContainerResponseContext answer) {
        if (answer.getStatus() < 400 && operation.getResourceMethod() != null) {
            NAMES.add(Route.name(
                    operation.getResourceClass(),
                    operation.getResourceMethod().getName(),
                    Arrays.asList(operation.getResourceMethod().getParameterTypes())));
        }
    }

    /** An answer that goes on for long passes by no filter: it is told by whoever read it. */
    static void read(String path) {
        Route.all().stream()
                .filter(route -> route.path().equals(path) && route.method().equals("GET"))
                .forEach(route -> NAMES.add(route.name()));
    }

    static void forget() {
        NAMES.clear();
    }

    static boolean was(Route route) {
        return NAMES.contains(route.name());
    }
}

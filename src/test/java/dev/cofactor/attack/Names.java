// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.attack;

import java.util.UUID;
import java.util.function.UnaryOperator;

/** What stands for the names in an address: something that is there, or nothing. */
final class Names {
    private Names() {}

    static UnaryOperator<String> there(Journey journey, Route route) {
        return name -> switch (name) {
            case "id", "secret", "pathOrId" ->
                isAboutPolicies(route)
                        ? Rulemaking.PREDEFINED
                        : route.path().startsWith("/api/v1/folders")
                                ? journey.folderId
                                : route.path().startsWith("/api/v1/templates") ? journey.template : journey.secret;
            case "field" -> "Password";
            case "value" -> journey.id().toString();
            default -> "1";
        };
    }

    private static boolean isAboutPolicies(Route route) {
        return route.path().startsWith(Rulemaking.POLICIES) || route.path().startsWith(Rulemaking.PAGES);
    }

    static String nowhere(String name) {
        return switch (name) {
            case "id", "secret", "pathOrId" -> "sec_" + "7".repeat(26);
            case "value" -> new UUID(7, 7).toString();
            default -> "7";
        };
    }
}

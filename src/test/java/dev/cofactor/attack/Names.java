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
                switch (route.path().split("/", 5)[3]) {
                    case "folders" -> journey.folderId;
                    case "templates" -> journey.template;
                    case "people" -> journey.arrivals.person;
                    case "groups" -> journey.arrivals.group;
                    default -> journey.secret;
                };
            case "member" -> journey.arrivals.person;
            case "field" -> "Password";
            case "value" -> journey.id().toString();
            default -> "1";
        };
    }

    static String nowhere(String name) {
        return switch (name) {
            case "id", "secret", "pathOrId" -> "sec_" + "7".repeat(26);
            case "value" -> new UUID(7, 7).toString();
            default -> "7";
        };
    }
}

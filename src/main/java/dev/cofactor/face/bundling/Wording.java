// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.bundling;

/** Why a bundle was not handed out, as the address says it after the form. */
final class Wording {
    private Wording() {}

    static String fault(String code) {
        return switch (code) {
            case "bundle-made" -> "This bundle was handed out, and that is done once. Propose another one.";
            case "bundle-outdated" -> "A secret of this bundle has changed since. Propose it anew.";
            case "bundle-holder-gone" -> "A holder has gone or has another key since. Propose it anew.";
            case "bundle-expired" -> "It was agreed to more than a week ago. Propose it anew.";
            case "altered" -> "This is not what was recorded, so nothing is done with it.";
            case "" -> "";
            default -> "It could not be made.";
        };
    }
}

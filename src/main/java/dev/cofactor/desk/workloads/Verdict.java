// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.workloads;

import java.util.SortedMap;

/**
 * What a token is worth under one federation.
 *
 * @param keys whether keys could be had to check it with
 * @param time whether it is good now, and not for longer than any token may be
 * @param conditions of each claim that the federation names, whether it is as it must be
 */
public record Verdict(
        boolean issuer,
        boolean algorithm,
        boolean keys,
        boolean signature,
        boolean audience,
        boolean time,
        SortedMap<String, Boolean> conditions) {

    public boolean isGood() {
        return issuer && algorithm && signature && audience && time && !conditions.containsValue(false);
    }
}

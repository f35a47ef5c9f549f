// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.consent;

/**
 * How something stands, never by colour alone.
 *
 * @param tone a class of the style sheet: good, warn, bad, or empty
 */
public record Chip(String tone, String icon, String word) {}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page for whoever has proved so lately that it is he who sits there: the guard leads everybody else to the place where
 * that is done, and from there back. A courtesy: what the page calls asks for the proof itself.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ProvedWithin {
    int minutes();
}

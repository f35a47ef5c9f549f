// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a page asks by itself, whether or not somebody sits there. It does not count as use of the session, so a page that
 * was left open ends with it; where none stands that could go on, the answer is 204 and not the way to the door.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Unattended {}

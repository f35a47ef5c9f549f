// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page that somebody may use who has yet to set a password of his own. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface WithInitialPassword {}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.face.web;

import dev.cofactor.desk.signin.Barrier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page that is open while one of these barriers stands: it is on the way past it. All others are shut until then. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OpenBefore {
    Barrier[] value();
}

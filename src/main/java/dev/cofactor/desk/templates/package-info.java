// SPDX-License-Identifier: Apache-2.0
/**
 * Templates: which fields a login has, which of them are open and which sealed, and what an OTP seed entered under them
 * must be like. Some are there from the start; administrators make others.
 *
 * <p>A template's version never changes. A secret names the version it was made from and moves up only when somebody says
 * so; deleting a template that is in use is refused, and the refusal names the users that may be named. The step policy
 * (who may have the code of one time step) is a template's rule, and each is explained in one sentence.
 *
 * <p>The room holds no value of any secret and decides nothing about who may.
 */
@NullMarked
package dev.cofactor.desk.templates;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.cofactor.ground.problem;

import org.jspecify.annotations.NullMarked;

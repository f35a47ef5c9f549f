// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.cofactor.start;

import org.jspecify.annotations.NullMarked;

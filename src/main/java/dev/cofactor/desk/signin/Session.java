// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.signin;

import java.util.UUID;

/** A sign-in that stands. @param mustSetPassword it was opened with a password given by somebody else: nothing but setting one's own may follow */
public record Session(UUID person, String accountName, String displayName, boolean mustSetPassword) {}

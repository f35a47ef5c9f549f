// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.audit;

/** The log must not go on: something is not as a healthy log is. Read by the operator. */
final class LogStopped extends RuntimeException {
    LogStopped(String why) {
        super(why);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.ledger.records;

import io.quarkus.test.junit.QuarkusTestProfile;

/** A server and a database for those who copy the log many times: it is not as long as all tests before would make it. */
public final class LogOfItsOwn implements QuarkusTestProfile {}

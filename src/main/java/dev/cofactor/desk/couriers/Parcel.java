// SPDX-License-Identifier: Apache-2.0
package dev.cofactor.desk.couriers;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A message made ready for where it goes.
 *
 * @param id by which a second copy is known; the same at every attempt
 * @param type the message's word
 * @param time when it was recorded
 * @param data ids and words alone
 * @param said for people
 * @param link where more is seen by whoever may; opening it changes nothing
 */
record Parcel(UUID id, String type, Instant time, Map<String, String> data, Words.Said said, String link) {}

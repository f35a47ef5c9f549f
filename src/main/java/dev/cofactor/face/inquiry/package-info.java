// SPDX-License-Identifier: Apache-2.0
/**
 * Pages on which the rules are questioned: would somebody be allowed something, who can do it at all, and whether they still
 * say what they must keep saying. For those who edit policies; the first two also for those who review access.
 *
 * <p>A question is handed to the desk as the document that programs send, so it is read as strictly, and answered with the same
 * words. A page reasons nothing, keeps nothing of a question and leaves no record of an answer; what somebody would give as his
 * reason stands in no address.
 */
@NullMarked
package dev.cofactor.face.inquiry;

import org.jspecify.annotations.NullMarked;

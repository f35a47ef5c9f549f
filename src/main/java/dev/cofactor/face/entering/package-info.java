// SPDX-License-Identifier: Apache-2.0
/**
 * The pages by which a secret and its seed come in: the form that a template makes, what a picture says of itself, the proof of
 * a seed; and what the forms for a secret that is there have in common with these.
 *
 * <p>What is sealed goes in here and comes out nowhere: a form that is shown again has what was typed in the open, and a seed that
 * is looked at before there is a secret for it answers with its issuer and account alone. Pictures come as bare bodies and are
 * never written to a file, which the parser of multipart forms would do.
 */
@NullMarked
package dev.cofactor.face.entering;

import org.jspecify.annotations.NullMarked;

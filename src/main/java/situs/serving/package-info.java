/**
 * How long a model call takes on given hardware: iteration times, KV memory, what a replica can
 * carry.
 */
@NullMarked
package situs.serving;

import org.jspecify.annotations.NullMarked;

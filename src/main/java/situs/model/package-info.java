/**
 * The nouns of Situs: regions, prices, workloads, placements, routes, money. Plain values that know
 * nothing of files, contracts or simulation. Every figure from outside carries its {@link
 * situs.model.Provenance}.
 */
@NullMarked
package situs.model;

import org.jspecify.annotations.NullMarked;

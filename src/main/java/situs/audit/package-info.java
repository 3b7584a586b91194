/** Contracts applied to a placement and to what a simulation saw: findings, standings, exposure. */
@NullMarked
package situs.audit;

import org.jspecify.annotations.NullMarked;

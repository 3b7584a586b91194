/** Providers, regions, prices, round trips, models, accelerators, each with source and date. */
@NullMarked
package situs.catalog;

import org.jspecify.annotations.NullMarked;

/** What a run cost, line by line in the shape of FOCUS, and its energy and CO2. */
@NullMarked
package situs.bill;

import org.jspecify.annotations.NullMarked;

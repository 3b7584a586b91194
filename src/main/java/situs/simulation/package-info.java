/** The request engine and the infrastructure. The only importer of CloudSim Plus. */
@NullMarked
package situs.simulation;

import org.jspecify.annotations.NullMarked;

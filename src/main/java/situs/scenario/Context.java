package situs.scenario;

import situs.catalog.Catalog;
import situs.document.Issues;

/** What the readers of a scenario's blocks share. */
record Context(Catalog catalog, Inputs inputs, Issues issues) {}

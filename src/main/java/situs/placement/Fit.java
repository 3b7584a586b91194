package situs.placement;

import java.util.Optional;
import situs.model.Component;
import situs.model.Offer;
import situs.model.Region;

/** Whether an offer can hold a component. */
interface Fit {

  /** Either the option, or why there is none. */
  record Answer(Optional<Option> option, Optional<String> objection) {
    static Answer yes(Option option) {
      return new Answer(Optional.of(option), Optional.empty());
    }

    static Answer no(String why) {
      return new Answer(Optional.empty(), Optional.of(why));
    }
  }

  /** A placement has one entry a component, region, type and way of purchase. */
  Answer TWICE =
      Answer.no("the region offers this type twice, bought the same way; the first offer counts");

  Component component();

  Answer on(Region region, Offer offer);
}

package situs.audit;

import situs.contract.Judgement;

/** One reading of one clause: what an objection rests on. */
record Ground(String contract, String clause, String reading) {
  static Ground of(Judgement judgement) {
    return new Ground(judgement.contract().name(), judgement.clause().id(), judgement.reading());
  }
}

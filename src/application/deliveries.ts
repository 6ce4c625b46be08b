// The port that remembers which deliveries were answered, for those that record nothing in a decision.

/** What was delivered before. */
export type Deliveries = {
  /** True the first time a key is asked for within a day, false every other time. */
  first(team: string, deliveryKey: string): Promise<boolean>;
};

/** A scenario, or what is asked of it, that cannot be evaluated point by point; the message says why, and what can. */
export class NotEvaluated extends Error {
  constructor(message: string) {
    super(message);
    this.name = "NotEvaluated";
  }
}

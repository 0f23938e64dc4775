/** What is wrong with a name, or with an input behind it, and what could have been meant. */
export class NameError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string) {
    super(message);
    this.name = "NameError";
    this.hint = hint;
  }
}

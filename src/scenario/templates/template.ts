/** A scenario that comes with the package, to start from or to extend. */
export interface Template {
  readonly name: string;
  readonly about: string;
  /** YAML. */
  readonly text: string;
}

/** @module What an app beside the command asks and what it is answered: cases in, plain records out, in Node and in a browser alike. */
export * from "./answer.ts";
export * from "./case.ts";
export * from "./run-case.ts";
export * from "./calls.ts";

/** Rights without duty: closed forms, lattice, and least-squares Monte Carlo. */
export { blackScholes, exerciseValue_usd, type OptionTerms } from "./black-scholes.ts";
export { compoundOption, type CompoundTerms } from "./compound.ts";
export { exchangeOption, type ExchangedAsset, type ExchangeTerms } from "./exchange.ts";
export { latticeOption, latticeValue, type Exercise, type LatticeTerms } from "./lattice.ts";
export { normalCdf, normalCdf2, normalDensity } from "./normal.ts";
export { choleskyOf, drawPaths, type Paths, type PathsCase } from "./paths.ts";
export { perpetualOption, type Perpetual } from "./perpetual.ts";
export { chanceWithin, expectedFactor, factorOf, requireMotion, spreadAfter, type Motion, type Spread } from "./motion.ts";
export { expectedGoingOn, followRule, foresight, learnExpectation, learnRule, meanOfPairs, type Stopped, type StoppingCase, type StoppingRule } from "./stopping.ts";

/** Every property test draws from the seed that the configuration hands over (scripts/test-seed.ts), but for those that name one of their own. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["DAWNDUSK_TEST_SEED"]) });

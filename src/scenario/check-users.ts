/** What must hold of the users of a class, of the model it is served with, and of what is routed. */
import { listOf, type Check } from "./check-rule.ts";
import { leavesEarth } from "./leaves-earth.ts";

export const usersAndServing = (check: Check): void => {
  routes(check);
  listOf(check.scenario.demand?.classes).forEach((one, i) => {
    users(check, one, ["demand", "classes", i]);
    serving(check, one, ["demand", "classes", i]);
  });
};

type One = NonNullable<NonNullable<Check["scenario"]["demand"]>["classes"]>[number];

const users = ({ wrote, complain }: Check, one: One, path: readonly (string | number)[]): void => {
  if (!one.users) return;
  const regions = listOf(one.users.regions);
  if (regions.length === 0) complain([...path, "users"], { found: "users of no region", expected: "regions, each with a catalogue entry", hint: "for example regions: [{ id: india, region: india }]; dawndusk catalog regions lists them" });
  if (regions.length > 0 && regions.every(({ share }) => share === 0)) complain([...path, "users", "regions"], { found: "shares that are all 0", expected: "one share above 0", hint: "leave share out: the region's Internet users count" });
  const twice = regions.findIndex(({ region }, at) => regions.findIndex((other) => other.region === region) < at);
  if (twice >= 0) complain([...path, "users", "regions", twice, "region"], { found: `${regions[twice]!.region} a second time`, expected: "each region once", hint: "add its share to the first" });
  if (wrote([...path, "shape"])) complain([...path, "shape"], { found: "a shape beside users", expected: "one of them: the regions' local days make the shape", hint: "remove shape, or users" });
  if (wrote([...path, "hourlyPower"])) complain([...path, "users"], { found: "users beside hourlyPower", expected: "one of them", hint: "hourlyPower is a shape of its own: remove users" });
  if (one.kind === "training") complain([...path, "users"], { found: "users of a training class", expected: "users of interactive or batch work", hint: "training runs flat: remove users" });
};

const serving = ({ wrote, complain }: Check, one: One, path: readonly (string | number)[]): void => {
  if (!one.serving) return;
  const { input_token, output_token, sequences, stepTokens_token, chips, expertChips } = one.serving;
  if (one.kind === "training") complain([...path, "serving"], { found: "serving of a training class", expected: "interactive or batch work", hint: "model, beside id, is what a training class trains" });
  if (wrote([...path, "tokensPerRequest"]) && input_token !== undefined && output_token !== undefined) complain([...path, "tokensPerRequest"], { found: "tokensPerRequest beside serving", expected: "one of them: serving.input and serving.output make it", hint: "remove tokensPerRequest" });
  if (sequences !== undefined && stepTokens_token !== undefined && stepTokens_token <= sequences) complain([...path, "serving", "stepTokens"], { found: `${stepTokens_token} tokens a step for ${sequences} sequences`, expected: "more tokens than sequences, so that a full batch can take a prompt", hint: `write stepTokens: ${8 * sequences}, or fewer sequences` });
  if (expertChips !== undefined && expertChips > 1 && chips !== undefined && expertChips % chips !== 0) complain([...path, "serving", "expertChips"], { found: `experts over ${expertChips} chips of replicas of ${chips}`, expected: "a multiple of chips", hint: `write expertChips: ${chips * Math.ceil(expertChips / chips)}` });
};

/** Routes have something to fly, something to come down to, and data where they speak of any. */
const routes = ({ scenario, wrote, complain }: Check): void => {
  const { routes: asked, stations } = scenario.network ?? {};
  if (!asked) return;
  const path = ["network", "routes"];
  const { orbit } = scenario;
  if (orbit === null || (orbit?.type !== undefined && leavesEarth({ type: orbit.type }) && !orbit.fleet)) complain(path, { found: "routes and no satellite about the Earth", expected: "an orbit section with one", hint: "add orbit, or remove routes" });
  if (asked.access === "stations" && stations?.length === 0) complain(path, { found: "access by stations, and none of them", expected: "network.stations", hint: "add stations, or write access: users" });
  if (asked.made_Gbps === null) {
    const idle = (["image", "work", "kept", "store"] as const).find((name) => wrote([...path, name]));
    if (idle !== undefined) complain([...path, idle], { found: `${idle} of no data`, expected: "`made` beside it", hint: "add made: 0.1 Gb/s, or remove it" });
  } else if (stations?.length === 0) complain([...path, "made"], { found: "data for stations, and none of them", expected: "network.stations", hint: "add stations, or remove made" });
  if (asked.work_kWh !== null && asked.work_kWh !== undefined && asked.image_B === null) complain([...path, "work"], { found: "work on images of no size", expected: "`image` beside it", hint: "add image: 600 MB, or remove work" });
};

/** Each published model in the common forms. */
export { jedgarModel } from "./jedgar.ts";
export { lcocModel } from "./lcoc.ts";
export { ai1Model, iscrModel, turyshevModel } from "./masses.ts";
export { mccalipModel } from "./mccalip.ts";
export { rotastellarModel } from "./rotastellar.ts";
export { shapiroModel } from "./shapiro.ts";
export { shipitModel } from "./shipit.ts";
export { spacedcModel } from "./spacedc.ts";
export { starcloudModel } from "./starcloud.ts";
export { suncatcherModel } from "./suncatcher.ts";

/** The published models that can be walked into each other. */
import { ai1Model, iscrModel, turyshevModel } from "./forms/masses.ts";
import { jedgarModel } from "./forms/jedgar.ts";
import { lcocModel } from "./forms/lcoc.ts";
import { mccalipModel } from "./forms/mccalip.ts";
import { rotastellarModel } from "./forms/rotastellar.ts";
import { shapiroModel } from "./forms/shapiro.ts";
import { shipitModel } from "./forms/shipit.ts";
import { spacedcModel } from "./forms/spacedc.ts";
import { starcloudModel } from "./forms/starcloud.ts";
import { suncatcherModel } from "./forms/suncatcher.ts";
import type { Model } from "./model.ts";

export const models: readonly Model[] = [
  suncatcherModel, mccalipModel, turyshevModel, starcloudModel, spacedcModel, lcocModel, shipitModel, shapiroModel, jedgarModel, iscrModel, ai1Model, rotastellarModel,
];

/** The published models that can be walked into each other. */
import { ai1Model, iscrModel, jedgarModel, lcocModel, mccalipModel, rotastellarModel, shapiroModel, shipitModel, spacedcModel, starcloudModel, suncatcherModel, turyshevModel } from "./forms/index.ts";
import type { Model } from "./model.ts";

export const models: readonly Model[] = [
  suncatcherModel, mccalipModel, turyshevModel, starcloudModel, spacedcModel, lcocModel, shipitModel, shapiroModel, jedgarModel, iscrModel, ai1Model, rotastellarModel,
];

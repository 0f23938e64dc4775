/** Language models as trained: parameters, those that a token meets, tokens of one step, and of the whole training. */
import { figure } from "./figure.ts";
import type { Entry, Figure } from "./entry.ts";
import type { Origin } from "./figure.ts";

export interface TrainingModel extends Entry {
  readonly figures: Readonly<Record<"parameters" | "activeParameters" | "stepTokens" | "trainingTokens", Figure>>;
}

const llama: Origin = { source: "Llama Team, 'The Llama 3 Herd of Models', arXiv 2407.21783v3, sections 3.2-3.4 and table 4", asOf: "2024-11", evidence: "demonstrated" };
const deepseek: Origin = { source: "DeepSeek-AI, 'DeepSeek-V3 Technical Report', arXiv 2412.19437, sections 1 and 4.2", asOf: "2024-12", evidence: "demonstrated" };
const gpt3: Origin = { source: "Brown et al., 'Language Models are Few-Shot Learners', arXiv 2005.14165, table 2.1", asOf: "2020-07", evidence: "demonstrated" };

export const trainingModels: readonly TrainingModel[] = [
  {
    id: "llama-3-405b",
    kind: "models",
    name: "Llama 3 405B",
    maker: "Meta",
    figures: {
      parameters: figure(405e9, "1", llama),
      activeParameters: figure(405e9, "1", llama),
      stepTokens: figure(16e6, "token", { ...llama, low: 4e6, note: "4 M at first, 16 M from 2.87 T tokens on." }),
      trainingTokens: figure(15.6e12, "token", llama),
    },
  },
  {
    id: "deepseek-v3",
    kind: "models",
    name: "DeepSeek-V3 (mixture of experts)",
    maker: "DeepSeek",
    figures: {
      parameters: figure(671e9, "1", deepseek),
      activeParameters: figure(37e9, "1", deepseek),
      stepTokens: figure(62_914_560, "token", { ...deepseek, low: 12_582_912, note: "15,360 sequences of 4,096 tokens; 3,072 at first." }),
      trainingTokens: figure(14.8e12, "token", deepseek),
    },
  },
  {
    id: "gpt-3-175b",
    kind: "models",
    name: "GPT-3 175B",
    maker: "OpenAI",
    figures: {
      parameters: figure(175e9, "1", gpt3),
      activeParameters: figure(175e9, "1", gpt3),
      stepTokens: figure(3.2e6, "token", gpt3),
      trainingTokens: figure(300e9, "token", gpt3),
    },
  },
];

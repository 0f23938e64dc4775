/**
 * Steps a second that Gavel's authors measured of their job types, on 1, 2, 4 and 8 accelerators of one kind, next to each other, with nothing else
 * on them. Source: stanford-futuredata/gavel, scheduler/simulation_throughputs.json at c4fa400 (2022-01-15), the entries "null" of v100, p100 and k80,
 * six digits; MIT License, Copyright (c) 2020 Stanford Future Data Systems (NOTICE). Paper: Narayanan and others, OSDI 2020.
 */

/** By type and kind, on 1, 2, 4, 8 accelerators as far as they were measured. */
const MEASURED: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  "ResNet-18 (batch size 16)": { v100: [32.3534, 100.142, 123.854, 382.597], p100: [35.8692, 60.9106, 94.3208, 130.089], k80: [4.79529, 8.75823, 16.1213, 26.9184] },
  "ResNet-18 (batch size 32)": { v100: [29.9472, 94.2489, 114.733, 340.038], p100: [35.8254, 57.5189, 97.0363, 141.995], k80: [7.17582, 13.1804, 22.5293, 43.9193] },
  "ResNet-18 (batch size 64)": { v100: [24.0932, 74.1359, 95.5881, 255.829], p100: [22.3049, 41.4822, 74.9906, 120.037], k80: [7.05208, 12.4955, 21.6256, 42.6441] },
  "ResNet-18 (batch size 128)": { v100: [17.9949, 23.9854, 69.9505, 162.092], p100: [11.6755, 24.2274, 45.3507, 85.0794], k80: [1.80653, 3.63145, 6.9817, 13.6636] },
  "ResNet-18 (batch size 256)": { v100: [10.3003, 15.8828, 27.7821, 81.5066], p100: [7.72278, 14.2288, 27.7293, 53.9568], k80: [0.88558, 1.67382, 3.40519, 6.97527] },
  "ResNet-50 (batch size 16)": { v100: [11.3961, 13.8598, 23.1956, 27.7991], p100: [9.05299, 16.1914, 30.7984, 44.7625], k80: [2.30052, 4.30071, 7.7041, 15.0561] },
  "ResNet-50 (batch size 32)": { v100: [7.78726, 10.8346, 13.7632, 24.0674], p100: [4.88832, 9.74901, 18.5499, 33.5676], k80: [1.23657, 2.35334, 4.37916, 8.79227] },
  "ResNet-50 (batch size 64)": { v100: [4.39477, 7.92205, 9.45195, 17.3032], p100: [2.61947, 5.51599, 10.3647, 18.2212], k80: [0.619028, 1.26364, 2.41223, 4.56873] },
  "ResNet-50 (batch size 128)": { v100: [2.49677, 4.22301, 7.02929, 10.2932], p100: [1.58435, 2.8809, 5.19115, 9.93497], k80: [0.347224] },
  "Transformer (batch size 16)": { v100: [11.0641, 14.1538, 20.085, 71.6517], p100: [9.53725, 14.3053, 21.235, 29.0197], k80: [5.46738, 7.04748, 10.2733, 18.6184] },
  "Transformer (batch size 32)": { v100: [10.6209, 13.328, 22.8225, 63.9777], p100: [7.86922, 11.2238, 18.1594, 26.224], k80: [3.50742, 5.09659, 7.98497, 13.9125] },
  "Transformer (batch size 64)": { v100: [8.61776, 15.8765, 19.6596, 49.6507], p100: [5.09183, 7.88675, 13.313, 19.943], k80: [1.75223, 3.06308, 5.03098, 8.97622] },
  "Transformer (batch size 128)": { v100: [5.44611, 10.0692, 14.1745, 30.8835], p100: [3.07354, 5.08743, 8.77406, 13.684], k80: [0.981583, 1.65747, 2.86539, 5.25701] },
  "Transformer (batch size 256)": { v100: [1.59514, 2.88524, 4.76305, 9.71702], p100: [1.6777, 2.9414, 5.24322, 9.25317], k80: [0.458331, 0.849195, 1.51289, 2.92324] },
  "A3C": { v100: [7.17577], p100: [5.68135], k80: [3.43877] },
  "LM (batch size 5)": { v100: [109.167, 185.724, 126.716, 698.773], p100: [90.7759, 76.9219, 110.217, 133.524], k80: [25.4855, 32.3855, 44.0895, 76.8631] },
  "LM (batch size 10)": { v100: [81.6516, 163.129, 121.478, 615.093], p100: [77.0847, 72.5323, 105.182, 127.789], k80: [23.7944, 29.9849, 42.9564, 75.5677] },
  "LM (batch size 20)": { v100: [64.7425, 132.174, 110.997, 497.295], p100: [58.1727, 62.3321, 93.8148, 116.649], k80: [17.1423, 23.7733, 35.7034, 61.4492] },
  "LM (batch size 40)": { v100: [45.2374, 91.5927, 96.0312, 359.307], p100: [35.7664, 48.0418, 76.0517, 102.248], k80: [11.4997, 16.0697, 22.9856, 43.1465] },
  "LM (batch size 80)": { v100: [28.24, 58.0915, 74.8073, 231.176], p100: [21.1575, 31.8412, 54.9955, 82.9341], k80: [6.0542, 10.0083, 16.3887, 28.2861] },
  "Recommendation (batch size 512)": { v100: [23.3176], p100: [48.8824], k80: [32.8593] },
  "Recommendation (batch size 1024)": { v100: [13.2826], p100: [30.7444], k80: [20.05] },
  "Recommendation (batch size 2048)": { v100: [7.46963], p100: [16.5966], k80: [10.4412] },
  "Recommendation (batch size 4096)": { v100: [3.90605], p100: [8.89666], k80: [5.30025] },
  "Recommendation (batch size 8192)": { v100: [2.84151], p100: [5.54844], k80: [2.69878] },
  "CycleGAN": { v100: [4.42609], p100: [2.40267], k80: [0.504771] },
};

/** Kinds of accelerators that were measured. */
export const GAVEL_CHIPS = ["v100", "p100", "k80"] as const;

export interface GavelRate {
  readonly steps_per_s: number;
  /** Whether it was measured on so many accelerators; else it is that of the most measured below them, in proportion. */
  readonly measured: boolean;
}

/** Undefined for a type or kind that was not measured. */
export const gavelRate = (jobType: string, workers: number, chip: string): GavelRate | undefined => {
  const rates = MEASURED[jobType]?.[chip];
  if (rates === undefined || rates.length === 0) return undefined;
  const at = Math.min(rates.length - 1, Math.floor(Math.log2(workers)));
  return { steps_per_s: (rates[at]! * workers) / 2 ** at, measured: workers === 2 ** at };
};

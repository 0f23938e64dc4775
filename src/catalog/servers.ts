/**
 * Servers as one unit of supply: nameplate, mass, price and sustained serving rate.
 *
 * `tokens` counts input and output tokens together, as InferenceX does (total_token_throughput), per joule of IT nameplate.
 * InferenceX prints tok/s/MW of "all-in" provisioned power, which holds the facility's overhead; `servingRate` turns it back into
 * the rate a chip and divides by the nameplate, 21-36 % more. A site's PUE comes on top, once. `outputShare` is the generated
 * part. Rates at one interactivity are not comparable with rates at another: the note names the workload.
 */
import type { Entry, Figure } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const gb200Rack: Origin = {
  source: "NVIDIA GB200 NVL72 at GTC 2024: ServeTheHome via TechRadar / Yahoo News, 'Nvidia's exaflop supercomputer in a rack' (120 kW, 1.36 t); The Register 2024-03-21",
  asOf: "2024-03",
  evidence: "listed",
};
const gb200Page: Origin = {
  source: "NVIDIA GB200 NVL72 product page, nvidia.com/en-us/data-center/gb200-nvl72 (360 PFLOP/s FP16/BF16 with sparsity)",
  asOf: "2025",
  evidence: "listed",
};
const mgxRack: Origin = {
  source: "Sunbird DCIM, 'GB200 NVL72' (2025): 600 mm wide, 1,068 mm deep; height of a 48-unit MGX rack, 2,236 mm (Open Compute Project contribution, 2024-10)",
  asOf: "2025",
  evidence: "listed",
};
const gb300Rack: Origin = {
  source: "introl.com, 'Why the NVIDIA GB300 NVL72 (Blackwell Ultra) Matters' (2025): 1.36 t; manishklach.github.io, 'The Cooling Stack Is the New Critical Path' (2026-04): 142 kW",
  asOf: "2026-04",
  evidence: "estimate",
};
const dgxB200: Origin = {
  source: "NVIDIA DGX B200 User Guide, docs.nvidia.com/dgx/dgxb200-user-guide (10U 444 x 482.3 x 897.1 mm, 142.4 kg, 14.3 kW)",
  asOf: "2025",
  evidence: "listed",
};
const dgxH100: Origin = {
  source: "NVIDIA DGX H100/H200 User Guide, docs.nvidia.com/dgx/dgxh100-user-guide (8U 356 x 482.3 x 897.1 mm, 130.45 kg, 10.2 kW)",
  asOf: "2024",
  evidence: "listed",
};
const GRACE: Figure = figure(2, "1", {
  source: "NVIDIA GB200 NVL72 and GB300 NVL72 product pages: 36 Grace processors, 72 GPUs",
  asOf: "2025",
  evidence: "listed",
  high: 4,
  note: "High: if one event is that of a whole compute tray, two processors and four GPUs under one system.",
});
const TWO_SOCKETS: Figure = figure(4, "1", {
  source: "NVIDIA DGX B200 and DGX H100/H200 User Guides: eight GPUs, two Xeon processors",
  asOf: "2025",
  evidence: "listed",
  high: 8,
  note: "High: if one event is that of the whole host.",
});
const TPU_HOST: Figure = figure(4, "1", {
  source: "Google Cloud, docs.cloud.google.com/tpu/docs/v6e (8 chips a host) and /v5e (two NUMA nodes at 8 chips, one at 4): 4 chips a host processor",
  asOf: "2026",
  evidence: "listed",
  high: 8,
  note: "High: if one event is that of the whole host.",
});
interface Benchmark {
  /** Name of the comparison's page. */
  readonly versus: string;
  readonly chips: number;
  readonly nameplate_kW: number;
  /** All-in power a chip that the published rates were divided by. */
  readonly allIn_kW: number;
  /** Published rate in tok/s/MW of that power; low and high at the ends of the interactivities that are published. */
  readonly perMW: number;
  readonly lowPerMW?: number;
  readonly highPerMW?: number;
  readonly note: string;
}

/** Tokens per joule of nameplate: published tok/s/MW x all-in kW a chip = 1000 x rate a chip; x chips over nameplate. */
const servingRate = ({ versus, chips, nameplate_kW, allIn_kW, perMW, lowPerMW, highPerMW, note }: Benchmark): Figure => {
  const perJoule = (published: number): number => ((published / 1e6) * allIn_kW * chips) / nameplate_kW;
  return figure(perJoule(perMW), "token/J", {
    source: `SemiAnalysis InferenceX, inferencex.semianalysis.com/compare/deepseek-r1-${versus}: ${perMW.toLocaleString("en-US")} tok/s/MW all-in at ${allIn_kW} kW a GPU (read 2026), over the nameplate of ${nameplate_kW} kW for ${chips} GPUs`,
    asOf: "2026",
    evidence: "demonstrated",
    ...(lowPerMW === undefined ? {} : { low: perJoule(lowPerMW) }),
    ...(highPerMW === undefined ? {} : { high: perJoule(highPerMW) }),
    note,
  });
};
const hbmLimit: Origin = {
  source: "M. Klach, 'Why HBM Thermal Throttling Is Silent', manishklach.github.io (2026-04): HBM3e throttles at 95 degC; spacedc-mdao chip_stacks.yaml: 90 degC design limit of an H100",
  asOf: "2026-04",
  evidence: "estimate",
  low: 85,
  high: 95,
  note: "The memory stack, not the logic die, sets the limit.",
};
const sharedTokens8to1: Origin = {
  source: "InferenceX workload 8k input, 1k output tokens (utils/process_result.py: tput_per_gpu = total_token_throughput / GPUs)",
  asOf: "2026",
  evidence: "demonstrated",
};
const sharedTokens1to1: Origin = { ...sharedTokens8to1, source: sharedTokens8to1.source.replace("8k input", "1k input") };

/** Four-chip trays are not sold: mass and volume from the published GB200 compute tray, scaled by nothing but named here. */
const trayOrigin: Origin = {
  source: "Dawndusk estimate: a 1U liquid-cooled four-accelerator tray with host, 800 x 438 x 44 mm; Google Hot Chips 2025 (four Ironwood chips a board, 16 boards a rack) via bothwin.com.cn/news/45628",
  asOf: "2025-08",
  evidence: "estimate",
};

export const servers: readonly Entry[] = [
  {
    id: "gb200-nvl72",
    kind: "servers",
    name: "GB200 NVL72 rack",
    maker: "NVIDIA",
    refs: { chip: "gb200" },
    figures: {
      chips: figure(72, "1", gb200Page),
      chipsPerHost: GRACE,
      nameplate: figure(120, "kW", { ...gb200Rack, low: 115, high: 132, note: "Four shelves of 33 kW must carry it with four more in reserve (NVIDIA Base Command Manager manual, power shelves)." }),
      mass: figure(1360, "kg", gb200Rack),
      price: figure(3.0e6, "$", {
        source: "awesomeagents.ai/hardware/nvidia-gb200-nvl72 (2-3 M$); xatakaon.com (3 M$); Bernstein, Oct 2025, via investing.com 2169144 (3.4 M$ of compute a rack)",
        asOf: "2025-10",
        evidence: "estimate",
        low: 2.0e6,
        high: 3.4e6,
      }),
      bf16: figure(180, "PFLOP/s", { ...gb200Page, note: "Dense." }),
      chipRise: figure(36, "K", {
        source: "kenfatech.com and fibermall.com, 'GB200 Liquid Cooling Plate Design' (cold plate below 0.03 degC/W, case rise below 30 K) times 1,200 W",
        asOf: "2025",
        evidence: "estimate",
        low: 30,
        high: 60,
      }),
      junctionMax: figure(90, "degC", hbmLimit),
      volume: figure(1.43, "m3", mgxRack),
      tokens: servingRate({
        versus: "b200-vs-gb200",
        chips: 72,
        nameplate_kW: 120,
        allIn_kW: 2.1,
        perMW: 2_756_947,
        lowPerMW: 389_416,
        note: "DeepSeek-R1, FP8, 8k in / 1k out, at 75 token/s a user: 5,789.6 token/s a GPU. 3,990 at 120, 818 at 164 token/s a user.",
      }),
      outputShare: figure(1 / 9, "1", sharedTokens8to1),
      coolantMax: figure(45, "degC", {
        source: "NVIDIA, liquid cooling at 45 degC supply, relayed by dev.to/lianli 'GB300 Cold Plate Liquid Cooling' (2026); introl.com, 'B200 vs GB200 deployment guide', names 25 degC",
        asOf: "2026",
        evidence: "claimed",
        low: 25,
      }),
    },
    facts: { workload: "DeepSeek-R1 FP8, 8k/1k, 75 token/s a user", mass: "As built for a data hall: rack frame, busbar and manifolds included." },
  },
  {
    id: "gb300-nvl72",
    kind: "servers",
    name: "GB300 NVL72 rack",
    maker: "NVIDIA",
    refs: { chip: "gb300" },
    figures: {
      chips: figure(72, "1", gb200Page),
      chipsPerHost: GRACE,
      nameplate: figure(142, "kW", { ...gb300Rack, low: 120, high: 142 }),
      mass: figure(1360, "kg", gb300Rack),
      price: figure(3.7e6, "$", {
        source: "SemiAnalysis AI Cloud TCO model: GB300 at 2.652 $/GPU-h against 2.21 for GB200 (InferenceX blog, 2026), applied to the GB200 NVL72 price",
        asOf: "2026",
        evidence: "estimate",
        low: 3.0e6,
        high: 4.1e6,
      }),
      bf16: figure(180, "PFLOP/s", { ...gb200Page, source: "NVIDIA GB300 NVL72 product page, nvidia.com/en-us/data-center/gb300-nvl72 (360 PFLOP/s FP16/BF16 with sparsity)", note: "Dense." }),
      chipRise: figure(42, "K", {
        source: "ToAIz LLC, 'GB300 Cold-Plate Design Optimization', toaiz.ai/cfd/gb300-cold-plate (2026): 35-49 K at 1,400 W over the Pareto front, 42 K at 6.5 kPa",
        asOf: "2026",
        evidence: "estimate",
        low: 35,
        high: 49,
        note: "Conjugate CFD with 20 L/min a plate; some layer thicknesses are placeholders.",
      }),
      junctionMax: figure(90, "degC", hbmLimit),
      volume: figure(1.43, "m3", mgxRack),
      tokens: figure(3.47, "token/J", {
        source: "SemiAnalysis InferenceX, GB300 against GB200 on DeepSeek-V4-Pro FP4 (inferencex.semianalysis.com/blog/gb300-nvl72-vs-gb200-nvl72-dsv4-pro-vllm-fp4, 2026): 1.2-2.8 times the rate a GPU at 1.2 times the power",
        asOf: "2026",
        evidence: "estimate",
        low: 2.94,
        high: 8.22,
        note: "Held at the GB200's DeepSeek-R1 FP8 rate a watt of nameplate, 8k in / 1k out at 75 token/s a user: no GB300 figure on that workload was found. Low: the GB200's 5,789.6 token/s a GPU; high: 2.8 times that.",
      }),
      outputShare: figure(1 / 9, "1", { ...sharedTokens8to1, evidence: "estimate" }),
      coolantMax: figure(45, "degC", { source: "dev.to/lianli, 'GB300 Cold Plate Liquid Cooling' (2026): supply up to 45 degC", asOf: "2026", evidence: "listed" }),
    },
    facts: { workload: "DeepSeek-R1 FP8, 8k/1k, 75 token/s a user (taken over from GB200)" },
  },
  {
    id: "dgx-b200",
    kind: "servers",
    name: "DGX B200",
    maker: "NVIDIA",
    refs: { chip: "b200" },
    figures: {
      chips: figure(8, "1", dgxB200),
      chipsPerHost: TWO_SOCKETS,
      nameplate: figure(14.3, "kW", dgxB200),
      mass: figure(142.4, "kg", dgxB200),
      price: figure(515_000, "$", {
        source: "gpu.fm, 'NVIDIA B200 complete buyers guide', 2026 (DGX B200 515,000 $); eight B200 at 40-43 k$ alone are 320-344 k$ (runlocalai.co, 2026)",
        asOf: "2026",
        evidence: "estimate",
        low: 400_000,
        high: 550_000,
      }),
      bf16: figure(18, "PFLOP/s", { ...dgxB200, note: "Dense: 72 PFLOP/s FP8 with sparsity / 4." }),
      chipRise: figure(50, "K", {
        source: "spacedc-mdao chip_stacks.yaml (2026): 0.08 K/W junction to radiator for an H100 die; Blackwell has twice the die area (1,600 mm2, toaiz.ai 2026), so 0.04-0.06 K/W at 1,000 W",
        asOf: "2026",
        evidence: "estimate",
        low: 30,
        high: 60,
        note: "As if on cold plates; the catalogue's DGX is air-cooled, which cannot fly.",
      }),
      junctionMax: figure(90, "degC", hbmLimit),
      volume: figure(0.192, "m3", dgxB200),
      tokens: servingRate({
        versus: "b200-vs-gb200",
        chips: 8,
        nameplate_kW: 14.3,
        allIn_kW: 2.17,
        perMW: 1_178_668,
        lowPerMW: 346_177,
        highPerMW: 2_699_051,
        note: "DeepSeek-R1, FP8, 8k in / 1k out, at 75 token/s a user: 2,557.7 token/s a GPU. 5,857 at 23, 1,100 at 120 token/s a user.",
      }),
      outputShare: figure(1 / 9, "1", sharedTokens8to1),
    },
    facts: { workload: "DeepSeek-R1 FP8, 8k/1k, 75 token/s a user", cooling: "Air as sold; needs cold plates for orbit." },
  },
  {
    id: "dgx-h100",
    kind: "servers",
    name: "DGX H100",
    maker: "NVIDIA",
    refs: { chip: "h100-sxm" },
    figures: {
      chips: figure(8, "1", dgxH100),
      chipsPerHost: TWO_SOCKETS,
      nameplate: figure(10.2, "kW", dgxH100),
      mass: figure(130.45, "kg", dgxH100),
      price: figure(270_000, "$", {
        source: "Eight H100 at 22-40 k$ (runlocalai.co, computestacker.com 2026) plus a third for chassis, host and network (Bernstein, Oct 2025); supercluster.blog names 199,000 $ as base price",
        asOf: "2026",
        evidence: "estimate",
        low: 199_000,
        high: 500_000,
      }),
      bf16: figure(7.912, "PFLOP/s", { ...dgxH100, note: "Dense: 8 x 0.989." }),
      chipRise: figure(42, "K", {
        source: "spacedc-mdao (jman4162, MIT) src/orbitdc/data/chip_stacks.yaml, 2026: 0.06 K/W from junction to coolant, direct liquid, times 700 W",
        asOf: "2026-06-13",
        evidence: "estimate",
        high: 56,
        note: "Its 0.08 K/W go on to the radiator: that part is the platform's loopDrop.",
      }),
      junctionMax: figure(90, "degC", hbmLimit),
      volume: figure(0.154, "m3", dgxH100),
      tokens: servingRate({
        versus: "b200-vs-h100",
        chips: 8,
        nameplate_kW: 10.2,
        allIn_kW: 1.73,
        perMW: 42_434,
        lowPerMW: 13_443,
        highPerMW: 153_957,
        note: "DeepSeek-R1, FP8, 1k in / 1k out, at 71 token/s a user: 73.4 token/s a GPU. 266 at 42, 23 at 100 token/s a user. Another input length than the Blackwell rows.",
      }),
      outputShare: figure(1 / 2, "1", sharedTokens1to1),
    },
    facts: { workload: "DeepSeek-R1 FP8, 1k/1k, 71 token/s a user", cooling: "Air as sold; needs cold plates for orbit." },
  },
  {
    id: "mi300x-8",
    kind: "servers",
    name: "Eight-way MI300X platform server",
    maker: "AMD",
    refs: { chip: "mi300x" },
    figures: {
      chips: figure(8, "1", { source: "AMD Instinct MI300X Platform data sheet, amd.com", asOf: "2023-12", evidence: "listed" }),
      chipsPerHost: { ...TWO_SOCKETS, evidence: "estimate", source: `Taken over from NVIDIA's eight-way servers: ${TWO_SOCKETS.source}` },
      nameplate: figure(10.5, "kW", {
        source: "Dawndusk estimate: 8 x 750 W (AMD) plus the 4.5 kW of host, fans and network that the DGX H100 adds to its GPUs (NVIDIA user guide)",
        asOf: "2024",
        evidence: "estimate",
        low: 9,
        high: 12,
      }),
      mass: figure(130, "kg", { ...dgxH100, evidence: "estimate", source: `Taken over from the DGX H100: ${dgxH100.source}`, low: 100, high: 150 }),
      price: figure(200_000, "$", {
        source: "spacedc-mdao accelerators.yaml (2026): 18,000 $ street price a chip, times 8, plus a third for host and chassis",
        asOf: "2026-06-14",
        evidence: "estimate",
        low: 160_000,
        high: 260_000,
      }),
      bf16: figure(10.456, "PFLOP/s", { source: "AMD Instinct MI300X Platform data sheet: 8 x 1,307 TFLOP/s dense", asOf: "2023-12", evidence: "listed" }),
      chipRise: figure(45, "K", { source: "spacedc-mdao chip_stacks.yaml (2026): 0.06 K/W from junction to coolant, the H100 chain, times 750 W", asOf: "2026-06-13", evidence: "estimate", low: 40, high: 60 }),
      junctionMax: figure(90, "degC", hbmLimit),
      volume: figure(0.154, "m3", { ...dgxH100, evidence: "estimate", source: `Taken over from the DGX H100: ${dgxH100.source}` }),
      tokens: servingRate({
        versus: "b200-vs-mi300x",
        chips: 8,
        nameplate_kW: 10.5,
        allIn_kW: 1.79,
        perMW: 226_972,
        highPerMW: 405_137,
        note: "DeepSeek-R1, FP8, 8k in / 1k out, at 42 token/s a user: 406.3 token/s a GPU. 725 at 23 token/s a user. Not at 75.",
      }),
      outputShare: figure(1 / 9, "1", sharedTokens8to1),
    },
    facts: { workload: "DeepSeek-R1 FP8, 8k/1k, 42 token/s a user" },
  },
  {
    id: "tpu-v6e-tray-4",
    kind: "servers",
    name: "Four-chip TPU v6e tray",
    maker: "Google",
    refs: { chip: "tpu-v6e" },
    figures: {
      chips: figure(4, "1", {
        source: "Data Center Dynamics, 'Project Suncatcher', 2025-11-04 (two satellites, four TPUs each)",
        asOf: "2025-11-04",
        evidence: "listed",
      }),
      chipsPerHost: TPU_HOST,
      nameplate: figure(1.4, "kW", {
        source: "Dawndusk estimate: 4 x 250 W (see the chip's bracket) and 400 W of host and network, the share a 180-vCPU four-chip VM implies (Google Cloud TPU documentation)",
        asOf: "2025-11",
        evidence: "estimate",
        low: 0.9,
        high: 2.4,
      }),
      mass: figure(25, "kg", { ...trayOrigin, low: 12, high: 35 }),
      price: figure(60_000, "$", {
        source: "Dawndusk estimate: not sold. Google Cloud lists 2.70 $/chip-h on demand and 1.22 for three years (2026): 128,000 $ of revenue from four chips, of which chips and host are taken as half",
        asOf: "2026",
        evidence: "estimate",
        low: 30_000,
        high: 120_000,
      }),
      bf16: figure(3.672, "PFLOP/s", { source: "Google Cloud TPU documentation, TPU7x page: v6e 918 TFLOP/s a chip, times 4", asOf: "2026", evidence: "listed" }),
      chipRise: figure(15, "K", { source: "spacedc-mdao chip_stacks.yaml (2026): 0.06 K/W from junction to coolant, the H100 chain, times 250 W", asOf: "2026-06-13", evidence: "estimate", low: 12, high: 40 }),
      junctionMax: figure(85, "degC", { ...hbmLimit, note: "Lower end: the memory was the most sensitive part in Google's proton test." }),
      volume: figure(0.0154, "m3", trayOrigin),
      tokens: figure(0.21, "token/J", {
        source: "Dawndusk estimate: the H100's rate at 42 token/s a user (SemiAnalysis InferenceX 2026: 266 token/s a GPU, 0.209 token a joule of nameplate), taken over",
        asOf: "2026",
        evidence: "estimate",
        low: 0.055,
        high: 0.8,
        note: "No published per-watt serving rate for v6e. As many tokens an operation as the H100 would give 0.71 (2.62 against 0.78 dense BF16 PFLOP/s a kW). Four chips (138 GB) hold no DeepSeek-R1, so read it as a model of that class served across many trays.",
      }),
      outputShare: figure(1 / 2, "1", { ...sharedTokens1to1, evidence: "estimate" }),
    },
    facts: { use: "Google and Planet's Suncatcher prototypes: four TPUs a satellite, run in bursts of about 15 minutes (NPR, 2026-10-01)." },
  },
  {
    id: "tpu-v7-tray-4",
    kind: "servers",
    name: "Four-chip Ironwood tray",
    maker: "Google",
    refs: { chip: "tpu-v7" },
    figures: {
      chips: figure(4, "1", { source: "Google at Hot Chips 2025 (four chips a board, 16 boards a rack), via bothwin.com.cn/news/45628", asOf: "2025-08", evidence: "listed" }),
      chipsPerHost: { ...TPU_HOST, evidence: "estimate", note: `Taken over from the v6e. ${TPU_HOST.note!}` },
      nameplate: figure(4.2, "kW", {
        source: "Dawndusk estimate: 4 x 850 W (see the chip's bracket) and 800 W of host and network",
        asOf: "2025",
        evidence: "estimate",
        low: 2.8,
        high: 5,
      }),
      mass: figure(35, "kg", { ...trayOrigin, low: 20, high: 50 }),
      price: figure(140_000, "$", {
        source: "Dawndusk estimate: not sold by the tray; the order of up to 1 M chips and 1 GW (Google and a model developer, 2025-10-23, 'tens of billions') brackets 20-50 k$ a chip with its share of host",
        asOf: "2025-10-23",
        evidence: "estimate",
        low: 80_000,
        high: 200_000,
      }),
      bf16: figure(9.228, "PFLOP/s", { source: "Google Cloud TPU documentation, TPU7x page: 2,307 TFLOP/s a chip, times 4", asOf: "2026", evidence: "listed" }),
      chipRise: figure(40, "K", { source: "toaiz.ai GB300 cold plate (2026): 0.025-0.035 K/W for a two-die package; at 850 W with interface layers", asOf: "2026", evidence: "estimate", low: 25, high: 60 }),
      junctionMax: figure(90, "degC", hbmLimit),
      volume: figure(0.0154, "m3", trayOrigin),
      tokens: figure(1.43, "token/J", {
        source: "Dawndusk estimate: the B200's 1.43 token a joule of nameplate (SemiAnalysis InferenceX 2026) at about the same dense FP8 rate a watt of chip (4.6 PFLOP/s at 850-1,050 W, 4.5 at 1,000 W)",
        asOf: "2026",
        evidence: "estimate",
        low: 0.6,
        high: 3.4,
        note: "No published per-watt serving rate for Ironwood.",
      }),
      outputShare: figure(1 / 9, "1", { ...sharedTokens8to1, evidence: "estimate" }),
    },
  },
];

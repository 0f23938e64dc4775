/** Accelerators: power, dense bfloat16 rate and memory of one chip (one package), as its maker counts chips. */
import type { Entry } from "./entry.ts";
import { figure } from "./figure.ts";
import type { Origin } from "./figure.ts";

const hopper: Origin = {
  source: "NVIDIA H100 Tensor Core GPU data sheet (SXM column), nvidia.com/en-us/data-center/h100",
  asOf: "2023",
  evidence: "listed",
};
const hopper200: Origin = {
  source: "NVIDIA H200 Tensor Core GPU data sheet (SXM column), nvidia.com/en-us/data-center/h200; MLCommons inference_results_v4.1, closed/NVIDIA/systems/H200-SXM-141GBx8_TRT.json (TGP 700 W)",
  asOf: "2024-08",
  evidence: "listed",
};
const dgxB200: Origin = {
  source: "NVIDIA DGX B200 User Guide, docs.nvidia.com/dgx/dgxb200-user-guide (8 GPUs, 1,440 GB)",
  asOf: "2025",
  evidence: "listed",
};
const nvl72: Origin = {
  source: "NVIDIA GB200 NVL72 product page, nvidia.com/en-us/data-center/gb200-nvl72 (72 GPUs; 13.4 TB; 720 PFLOP/s FP8 and 360 PFLOP/s FP16/BF16 with sparsity)",
  asOf: "2025",
  evidence: "listed",
};
const ultra: Origin = {
  source: "NVIDIA GB300 NVL72 product page, nvidia.com/en-us/data-center/gb300-nvl72, as relayed by aiwiki.ai/wiki/nvidia_gb300_nvl72 (2026)",
  asOf: "2026",
  evidence: "listed",
};
const cloudTpu: Origin = {
  source: "Google Cloud TPU documentation, TPU7x (Ironwood), docs.cloud.google.com/tpu/docs/tpu7x (table v5p, v6e, TPU7x)",
  asOf: "2026",
  evidence: "listed",
};
const mi300: Origin = {
  source: "AMD Instinct MI300X data sheet, amd.com/en/products/accelerators/instinct/mi300/mi300x.html",
  asOf: "2023-12",
  evidence: "listed",
};
const mi355: Origin = {
  source: "AMD Instinct MI355X announcement, relayed by The Register, 'AMD's MI355X is a 1.4 kW liquid-cooled monster', 2025-06-12",
  asOf: "2025-06-12",
  evidence: "listed",
};
const streetPrice = (low: number, high: number): Origin => ({
  source: "runlocalai.co hardware price survey 2026; computestacker.com",
  asOf: "2026",
  evidence: "estimate",
  low,
  high,
});

export const chips: readonly Entry[] = [
  {
    id: "h100-sxm",
    kind: "chips",
    name: "H100 SXM5",
    maker: "NVIDIA",
    figures: {
      power: figure(700, "W", hopper),
      bf16: figure(0.989, "PFLOP/s", { ...hopper, note: "Dense; the sheet's 1,979 TFLOP/s counts 2:4 sparsity." }),
      memory: figure(80, "GB", hopper),
      memoryBandwidth: figure(3.35, "TB/s", hopper),
      price: figure(25_000, "$", { ...streetPrice(22_000, 40_000), note: "Upper bound is the peak of 2023-2024." }),
    },
  },
  {
    id: "h200-sxm",
    kind: "chips",
    name: "H200 SXM",
    maker: "NVIDIA",
    figures: {
      power: figure(700, "W", hopper200),
      bf16: figure(0.989, "PFLOP/s", { ...hopper200, note: "Dense; same compute die as the H100." }),
      memory: figure(141, "GB", hopper200),
      memoryBandwidth: figure(4.8, "TB/s", hopper200),
      price: figure(29_500, "$", streetPrice(28_000, 31_000)),
    },
  },
  {
    id: "b200",
    kind: "chips",
    name: "B200 SXM",
    maker: "NVIDIA",
    figures: {
      power: figure(1000, "W", { ...dgxB200, source: "NVIDIA Blackwell data sheet (HGX B200, 1,000 W), relayed by awesomeagents.ai/hardware/nvidia-b200 (2026)" }),
      bf16: figure(2.25, "PFLOP/s", { ...dgxB200, note: "Dense: 72 PFLOP/s FP8 with sparsity of the DGX B200 / 8 GPUs / 2 (sparsity) / 2 (FP8 to BF16)." }),
      memory: figure(180, "GB", { ...dgxB200, note: "1,440 GB / 8; the full part has 192 GB." }),
      memoryBandwidth: figure(8, "TB/s", dgxB200),
      price: figure(41_500, "$", streetPrice(40_000, 43_000)),
    },
  },
  {
    id: "gb200",
    kind: "chips",
    name: "Blackwell GPU of a GB200 superchip",
    maker: "NVIDIA",
    figures: {
      power: figure(1200, "W", {
        source: "kenfatech.com and fibermall.com, 'GB200 Liquid Cooling Plate Design' (2,700 W a superchip: one 300 W Grace and two GPUs)",
        asOf: "2025",
        evidence: "estimate",
        low: 1000,
        high: 1200,
      }),
      bf16: figure(2.5, "PFLOP/s", { ...nvl72, note: "Dense: 360 PFLOP/s with sparsity / 2 / 72." }),
      memory: figure(186, "GB", { ...nvl72, note: "13.4 TB / 72." }),
      memoryBandwidth: figure(8, "TB/s", nvl72),
    },
  },
  {
    id: "gb300",
    kind: "chips",
    name: "Blackwell Ultra GPU of a GB300 superchip",
    maker: "NVIDIA",
    figures: {
      power: figure(1400, "W", { ...ultra, source: `${ultra.source}; epium.com (1,400 W a GPU)` }),
      bf16: figure(2.5, "PFLOP/s", { ...ultra, note: "Dense; the Ultra gains FP4 and memory, not BF16." }),
      memory: figure(288, "GB", ultra),
      memoryBandwidth: figure(8, "TB/s", ultra),
    },
  },
  {
    id: "tpu-v6e",
    kind: "chips",
    name: "TPU v6e (Trillium)",
    maker: "Google",
    figures: {
      power: figure(250, "W", {
        source: "Third-party bracket, Google publishes no figure: about 250 W from the claim of 67 % better efficiency than v5e (data-centre accelerator table, as of 2026-03-27), 150-200 W in open orbital sizing models (2026), 475 W if the claim is applied to a v5e of 170 W (spacedc-mdao accelerators.yaml 2026)",
        asOf: "2026-03-27",
        evidence: "estimate",
        low: 150,
        high: 475,
      }),
      bf16: figure(0.918, "PFLOP/s", cloudTpu),
      memory: figure(34.4, "GB", { ...cloudTpu, note: "32 GiB." }),
      memoryBandwidth: figure(1.638, "TB/s", cloudTpu),
      doseIrregular: figure(2000, "rad", {
        source: "Aguera y Arcas et al., 'Towards a future space-based, highly scalable AI infrastructure system design', arXiv 2511.19468v2 (2025), section 4.3",
        asOf: "2025-11",
        evidence: "demonstrated",
        note: "Total dose at which the high-bandwidth memory showed irregularities; no hard failure to 15,000 rad.",
      }),
    },
    facts: { radiation: "Proton-tested at 67 MeV by Google; silent corruption about once in 14-20 rad, uncorrectable memory error once in 44 rad." },
  },
  {
    id: "tpu-v7",
    kind: "chips",
    name: "TPU v7 (Ironwood, TPU7x)",
    maker: "Google",
    figures: {
      power: figure(850, "W", {
        source: "Bracket of press figures: ctol.digital (2025, 600 W) to 1,000 W and more inferred from liquid-cooled racks of 64 chips (press on Google at Hot Chips 2025)",
        asOf: "2025",
        evidence: "estimate",
        low: 600,
        high: 1100,
      }),
      bf16: figure(2.307, "PFLOP/s", cloudTpu),
      memory: figure(206, "GB", { ...cloudTpu, note: "192 GiB." }),
      memoryBandwidth: figure(7.38, "TB/s", cloudTpu),
    },
  },
  {
    id: "mi300x",
    kind: "chips",
    name: "Instinct MI300X",
    maker: "AMD",
    figures: {
      power: figure(750, "W", mi300),
      bf16: figure(1.307, "PFLOP/s", { ...mi300, note: "Dense." }),
      memory: figure(192, "GB", mi300),
      memoryBandwidth: figure(5.3, "TB/s", mi300),
    },
  },
  {
    id: "mi355x",
    kind: "chips",
    name: "Instinct MI355X",
    maker: "AMD",
    figures: {
      power: figure(1400, "W", mi355),
      bf16: figure(2.5, "PFLOP/s", { ...mi355, note: "Dense; level with NVIDIA's Blackwell at BF16." }),
      memory: figure(288, "GB", mi355),
      memoryBandwidth: figure(8, "TB/s", mi355),
    },
  },
];

// The yardstick: a fixed piece of floating-point work, so that results of unlike machines can be compared as ratios.
let x = 0.5;
for (let i = 0; i < 50_000_000; i++) x = Math.sqrt(x * x + 1e-9) * 0.999999 + Math.sin(i & 1023) * 1e-9;
if (!(x > 0)) throw new Error("the loop was not computed");

/**
 * The loops of src/kernel/passes-levels.ts, passes-pair-levels.ts, visibility.ts and shadow-cone.ts, two rows at a time. AssemblyScript:
 * `node scripts/build-wasm.mjs` compiles it to src/kernel/sight-wasm.ts. The operations and their order are those of the TypeScript, so that
 * results are equal to the last bit; where that branches, both lanes are computed and each takes its own.
 * Pointers are byte offsets into the module's memory, which holds nothing of its own. Rows are padded to an even number.
 */

function add(a: v128, b: v128): v128 { return f64x2.add(a, b); }
function sub(a: v128, b: v128): v128 { return f64x2.sub(a, b); }
function mul(a: v128, b: v128): v128 { return f64x2.mul(a, b); }
function div(a: v128, b: v128): v128 { return f64x2.div(a, b); }
function root(a: v128): v128 { return f64x2.sqrt(a); }
function all(x: f64): v128 { return f64x2.splat(x); }
function dot(ax: v128, ay: v128, az: v128, bx: v128, by: v128, bz: v128): v128 { return add(add(mul(ax, bx), mul(ay, by)), mul(az, bz)); }
function firsts(a: v128, b: v128): v128 { return v128.shuffle<f64>(a, b, 0, 2); }
function seconds(a: v128, b: v128): v128 { return v128.shuffle<f64>(a, b, 1, 3); }

// What is read of two rows of three: x, y, z.
let px: v128 = f64x2.splat(0);
let py: v128 = f64x2.splat(0);
let pz: v128 = f64x2.splat(0);

function readPlaces(rows: usize): void {
  const a = v128.load(rows), b = v128.load(rows, 16), c = v128.load(rows, 32);
  px = v128.shuffle<f64>(a, b, 0, 3);
  py = v128.shuffle<f64>(a, c, 1, 2);
  pz = v128.shuffle<f64>(b, c, 0, 3);
}

/** sightLevels; answers how many rows are near. `columns` is room for x, y, z and r of all rows. */
export function sightLevels(states: usize, rows: i32, observers: usize, count: i32, columns: usize, near: usize, levels: usize): i32 {
  const stride: usize = (rows + (rows & 1)) << 3;
  for (let i = 0; i < rows; i += 2) {
    const from = states + i * 48, to = columns + (i << 3);
    const a = v128.load(from), b = v128.load(from, 48);
    const x = firsts(a, b), y = seconds(a, b), z = firsts(v128.load(from, 16), v128.load(from, 64));
    v128.store(to, x);
    v128.store(to + stride, y);
    v128.store(to + 2 * stride, z);
    v128.store(to + 3 * stride, root(dot(x, y, z, x, y, z)));
  }
  let word = near;
  let out = levels;
  for (let o = 0; o < count; o++) {
    const at = observers + (o << 6);
    const sx = v128.load64_splat(at), sy = v128.load64_splat(at, 8), sz = v128.load64_splat(at, 16), limit = v128.load64_splat(at, 56);
    for (let first = 0; first < rows; first += 32) {
      const size = min(32, rows - first);
      let bits: u32 = 0;
      for (let i = 0; i < size; i += 2) {
        const from = columns + ((first + i) << 3);
        const x = v128.load(from), y = v128.load(from + stride), z = v128.load(from + 2 * stride);
        const far = f64x2.lt(dot(x, y, z, sx, sy, sz), mul(limit, v128.load(from + 3 * stride)));
        const close: u32 = ~i64x2.bitmask(far) & (i + 1 < size ? 3 : 1);
        if (close) {
          bits |= close << i;
          readLevels(states + (first + i) * 48, at, sub(x, sx), sub(y, sy), sub(z, sz));
          if (close & 1) {
            v128.store(out, firsts(level, slope));
            out += 16;
          }
          if (close & 2) {
            v128.store(out, seconds(level, slope));
            out += 16;
          }
        }
      }
      store<u32>(word, bits);
      word += 4;
    }
  }
  return <i32>((out - levels) >> 4);
}

let level: v128 = f64x2.splat(0);
let slope: v128 = f64x2.splat(0);

/** readLevel of two rows, from the observer to them. */
function readLevels(states: usize, observer: usize, x: v128, y: v128, z: v128): void {
  const zx = v128.load64_splat(observer, 24), zy = v128.load64_splat(observer, 32), zz = v128.load64_splat(observer, 40);
  const a = v128.load(states, 24), b = v128.load(states, 72);
  const vx = firsts(a, b), vy = seconds(a, b), vz = seconds(v128.load(states, 32), v128.load(states, 80));
  const perRange2 = div(all(1), dot(x, y, z, x, y, z));
  const perRange = root(perRange2);
  const height = dot(x, y, z, zx, zy, zz);
  level = sub(mul(height, perRange), v128.load64_splat(observer, 48));
  slope = mul(sub(dot(vx, vy, vz, zx, zy, zz), mul(mul(height, dot(x, y, z, vx, vy, vz)), perRange2)), perRange);
}

/** pairLevels. */
export function pairLevels(leftRows: usize, rightRows: usize, rows: i32, levels: usize): void {
  let left = leftRows, right = rightRows, out = levels;
  const zero = all(0), one = all(1);
  for (let i = 0; i < rows; i += 2) {
    const a0 = v128.load(left), a1 = v128.load(left, 48), b0 = v128.load(right), b1 = v128.load(right, 48);
    const a2 = v128.load(left, 16), a3 = v128.load(left, 64), b2 = v128.load(right, 16), b3 = v128.load(right, 64);
    const a4 = v128.load(left, 32), a5 = v128.load(left, 80), b4 = v128.load(right, 32), b5 = v128.load(right, 80);
    const ax = firsts(a0, a1), ay = seconds(a0, a1), az = firsts(a2, a3), avx = seconds(a2, a3), avy = firsts(a4, a5), avz = seconds(a4, a5);
    const bvx = seconds(b2, b3), bvy = firsts(b4, b5), bvz = seconds(b4, b5);
    const dx = sub(firsts(b0, b1), ax), dy = sub(seconds(b0, b1), ay), dz = sub(firsts(b2, b3), az);
    const length2 = dot(dx, dy, dz, dx, dy, dz);
    const along = f64x2.neg(dot(ax, ay, az, dx, dy, dz));
    const u = v128.bitselect(zero, v128.bitselect(one, div(along, length2), f64x2.ge(along, length2)), f64x2.le(along, zero));
    const v = sub(one, u);
    const x = add(ax, mul(u, dx)), y = add(ay, mul(u, dy)), z = add(az, mul(u, dz));
    const least = root(dot(x, y, z, x, y, z));
    const leastRate = dot(x, y, z, add(mul(v, avx), mul(u, bvx)), add(mul(v, avy), mul(u, bvy)), add(mul(v, avz), mul(u, bvz)));
    const perLeast = v128.andnot(div(leastRate, least), f64x2.eq(least, zero));
    const range = root(length2);
    const rangeRate = dot(dx, dy, dz, sub(bvx, avx), sub(bvy, avy), sub(bvz, avz));
    const perRange = v128.andnot(div(rangeRate, range), f64x2.eq(range, zero));
    v128.store(out, firsts(least, perLeast));
    v128.store(out, firsts(range, perRange), 16);
    v128.store(out, seconds(least, perLeast), 32);
    v128.store(out, seconds(range, perRange), 48);
    left += 96;
    right += 96;
    out += 64;
  }
}

/** seenRows. `columns` is room for x, y and z of all rows. */
export function seenRows(xyz: usize, rows: i32, observers: usize, count: i32, columns: usize, seen: usize): void {
  const stride: usize = (rows + (rows & 1)) << 3;
  for (let i = 0; i < rows; i += 2) {
    const to = columns + (i << 3);
    readPlaces(xyz + i * 24);
    v128.store(to, px);
    v128.store(to + stride, py);
    v128.store(to + 2 * stride, pz);
  }
  const zero = all(0);
  let word = seen;
  for (let o = 0; o < count; o++) {
    const at = observers + (o << 6);
    const sx = v128.load64_splat(at), sy = v128.load64_splat(at, 8), sz = v128.load64_splat(at, 16);
    const zx = v128.load64_splat(at, 24), zy = v128.load64_splat(at, 32), zz = v128.load64_splat(at, 40), sinMask = v128.load64_splat(at, 48);
    const horizon = dot(sx, sy, sz, zx, zy, zz);
    const sin2 = mul(sinMask, sinMask);
    for (let first = 0; first < rows; first += 32) {
      const size = min(32, rows - first);
      let bits: u32 = 0;
      for (let i = 0; i < size; i += 2) {
        const from = columns + ((first + i) << 3);
        const x = v128.load(from), y = v128.load(from + stride), z = v128.load(from + 2 * stride);
        const height = sub(dot(x, y, z, zx, zy, zz), horizon);
        const above = f64x2.ge(height, zero);
        if (v128.any_true(above)) {
          const dx = sub(x, sx), dy = sub(y, sy), dz = sub(z, sz);
          bits |= <u32>i64x2.bitmask(v128.and(above, f64x2.ge(mul(height, height), mul(sin2, dot(dx, dy, dz, dx, dy, dz))))) << i;
        }
      }
      if (size < 32) bits &= (1 << size) - 1;
      store<u32>(word, bits);
      word += 4;
    }
  }
}

/** coneMargins. */
export function coneMargins(positions: usize, suns: usize, rows: i32, earthRadius: f64, flattening: f64, sunRadius: f64, umbra: usize, penumbra: usize): void {
  const sun2 = all(sunRadius * sunRadius), sunR = all(sunRadius);
  for (let i = 0; i < rows; i += 2) {
    readPlaces(suns + i * 24);
    const sunX = px, sunY = py, sunZ = pz;
    readPlaces(positions + i * 24);
    const x = px, y = py, z = pz;
    const dx = sub(sunX, x), dy = sub(sunY, y), dz = sub(sunZ, z);
    const cx = sub(mul(y, dz), mul(z, dy)), cy = sub(mul(z, dx), mul(x, dz)), cz = sub(mul(x, dy), mul(y, dx));
    const r2 = dot(x, y, z, x, y, z);
    const d2 = dot(dx, dy, dz, dx, dy, dz);
    const perBoth = div(all(1), root(mul(r2, d2)));
    const sinC = mul(root(dot(cx, cy, cz, cx, cy, cz)), perBoth);
    const cosC = f64x2.neg(mul(dot(x, y, z, dx, dy, dz), perBoth));
    if (flattening === 0) sphereLimb(r2, earthRadius);
    else ellipsoidLimb(x, y, z, sunX, sunY, sunZ, r2, earthRadius, flattening);
    const sinPast = sub(mul(sinC, cosB), mul(cosC, sinB));
    const cosPast = add(mul(cosC, cosB), mul(sinC, sinB));
    const perD = div(all(1), root(d2));
    const sinA = mul(sunR, perD), cosA = mul(root(sub(d2, sun2)), perD);
    v128.store(umbra + (i << 3), unfolded(add(mul(sinPast, cosA), mul(cosPast, sinA)), sub(mul(cosPast, cosA), mul(sinPast, sinA))));
    v128.store(penumbra + (i << 3), unfolded(sub(mul(sinPast, cosA), mul(cosPast, sinA)), add(mul(cosPast, cosA), mul(sinPast, sinA))));
  }
}

function unfolded(sin: v128, cos: v128): v128 { return v128.bitselect(sub(all(2), sin), sin, f64x2.lt(cos, all(0))); }

// Sine and cosine of the limb's angle.
let sinB: v128 = f64x2.splat(0);
let cosB: v128 = f64x2.splat(0);

function sphereLimb(r2: v128, earthRadius: f64): void {
  const perR = div(all(1), root(r2));
  sinB = mul(all(earthRadius), perR);
  cosB = mul(root(sub(r2, all(earthRadius * earthRadius))), perR);
}

/** limbTangent, and its sine and cosine. */
function ellipsoidLimb(x: v128, y: v128, z: v128, sunX: v128, sunY: v128, sunZ: v128, r2: v128, earthRadius: f64, flattening: f64): void {
  const along = div(dot(sunX, sunY, sunZ, x, y, z), r2);
  const ex = sub(sunX, mul(along, x)), ey = sub(sunY, mul(along, y)), ez = sub(sunZ, mul(along, z));
  const length = root(dot(ex, ey, ez, ex, ey, ez));
  const aside = f64x2.gt(length, all(0));
  const per = v128.and(div(all(1), length), aside);
  const factor = 1 / ((1 - flattening) * (1 - flattening));
  const stretch = all(factor);
  const radius2 = all(earthRadius * earthRadius);
  const rr = add(add(mul(x, x), mul(y, y)), mul(mul(z, z), stretch));
  const ee = v128.bitselect(mul(mul(add(add(mul(ex, ex), mul(ey, ey)), mul(mul(ez, ez), stretch)), per), per), all(1), aside);
  const p = mul(mul(mul(z, ez), all(factor - 1)), per);
  const outer = div(mul(radius2, rr), r2);
  const middle = div(mul(radius2, p), root(r2));
  const inner = sub(mul(p, p), mul(sub(rr, radius2), ee));
  const tan = div(outer, add(middle, root(sub(mul(middle, middle), mul(outer, inner)))));
  cosB = div(all(1), root(add(all(1), mul(tan, tan))));
  sinB = mul(tan, cosB);
}

/** Three components in one unit and one frame; the name that holds it says which. */
export type Vec3 = readonly [number, number, number];

export function dot(a: Vec3, b: Vec3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function scale(a: Vec3, factor: number): Vec3 {
  return [a[0] * factor, a[1] * factor, a[2] * factor];
}

export function subtract(a: Vec3, b: Vec3): Vec3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function length(a: Vec3): number {
  return Math.hypot(a[0], a[1], a[2]);
}

/** a turned about the third axis by -angle: from a frame to one whose x axis lies `angle` east of it. */
export function rotateFrameZ(a: Vec3, angle_rad: number): Vec3 {
  const c = Math.cos(angle_rad);
  const s = Math.sin(angle_rad);
  return [c * a[0] + s * a[1], c * a[1] - s * a[0], a[2]];
}

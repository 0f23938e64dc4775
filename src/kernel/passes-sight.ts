/**
 * Whether two points see each other past a sphere about the origin.
 *
 * The straight line between them comes nearest to the centre at a + u (b - a), u = -a . (b - a) / |b - a|^2 held to 0..1, the ends of the sight line.
 * Assumes: no refraction, light goes at once. An oblate Earth moves the grazing height by up to 21 km: scale z by the axis ratio first for its surface.
 */

export type Point = readonly [number, number, number];

/** Least distance from the origin of the line of sight from a to b, in their unit; less than the sphere's radius means hidden. */
export function grazingRadius(a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const dz = b[2] - a[2];
  const length2 = dx * dx + dy * dy + dz * dz;
  const along = -(a[0] * dx + a[1] * dy + a[2] * dz);
  const u = along <= 0 ? 0 : along >= length2 ? 1 : along / length2;
  return Math.hypot(a[0] + u * dx, a[1] + u * dy, a[2] + u * dz);
}
